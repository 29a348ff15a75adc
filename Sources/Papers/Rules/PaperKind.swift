/// What a paper is, as its own bytes say; the name it came under is never believed.
public enum PaperKind: String, Sendable, CaseIterable {
    case pdf, docx, xlsx, odt, png, jpeg, heic, csv, text

    public var label: String {
        switch self {
        case .pdf: "PDF"
        case .docx: "Word document"
        case .xlsx: "Excel workbook"
        case .odt: "OpenDocument text"
        case .png: "PNG picture"
        case .jpeg: "JPEG picture"
        case .heic: "HEIC picture"
        case .csv: "CSV table"
        case .text: "Plain text"
        }
    }

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .heic: "image/heic"
        case .csv: "text/csv; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// The end of a file's name, without the dot.
    public var ending: String { self == .jpeg ? "jpg" : self == .text ? "txt" : rawValue }

    /// Pictures that every browser shows and that can hold no script. All else is only handed out to be kept: a PDF may hold
    /// scripts and forms, and browsers show it with a program of their own.
    public var mayBeShown: Bool { self == .png || self == .jpeg }

    /// What people are told they may choose.
    public static let accepted = "PDF, Word (.docx), Excel (.xlsx), OpenDocument text (.odt), pictures (PNG, JPEG, HEIC), plain text and CSV"
}
