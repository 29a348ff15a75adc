import Basics
import CXML

/// Why libxml2 gave up, and the words for it.
struct XMLFault {
    /// How much of the document had been seen when the parser gave up.
    enum Progress { case beforeRoot, insideRoot, afterRoot }

    private let code: UInt32
    private let line: Int
    private let reason: String

    init(_ error: xmlError) {
        code = UInt32(bitPattern: error.code)
        line = Int(error.line)
        reason = error.message.map { String(cString: $0).trimmed } ?? ""
    }

    func refusal(_ progress: Progress) -> FileRefusal {
        FileRefusal(message(progress)
            ?? "The file is not well-formed XML on line \(line) (\(reason.prefix(120))). Fetch it again, or ask who made it.")
    }

    private func message(_ progress: Progress) -> String? {
        switch code {
        case XML_ERR_DOCUMENT_EMPTY.rawValue,
             XML_ERR_DOCUMENT_END.rawValue where progress == .beforeRoot:
            "The file is not XML. Export it again as XML."
        case XML_ERR_DOCUMENT_END.rawValue where progress == .afterRoot:
            "The file goes on after its end, on line \(line). Fetch it again, or ask who made it."
        case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_CDATA_NOT_FINISHED.rawValue,
             XML_ERR_COMMENT_NOT_FINISHED.rawValue, XML_ERR_GT_REQUIRED.rawValue:
            "The file stops in the middle, on line \(line). It may have been cut short: fetch it again."
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            "Line \(line) uses an entity (a word between & and ;) that XML does not know. Write the letter itself."
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            "An element is not closed where it should be, on line \(line). The file is damaged: fetch it again."
        case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_CHARREF.rawValue:
            "Line \(line) holds a sign that XML does not allow. Take it out where it was typed, and export again."
        default: nil
        }
    }
}
