import Basics

/// How well we know a code: from the department's own material, from other public papers, or from memory.
public enum CodeEvidence: String, Sendable {
    case primary, secondary, memory
}

/// One code of a national list, with the days between which it may be used.
public struct Code: Hashable, Sendable {
    public let code: String
    public let label: String
    /// First day of use; nil where it has always been there.
    public let starts: Day?
    /// Last day of use; nil while it is in use.
    public let ends: Day?
    public let evidence: CodeEvidence

    public init(_ code: String, _ label: String, starts: Day? = nil, ends: Day? = nil, _ evidence: CodeEvidence = .secondary) {
        self.code = code
        self.label = label
        self.starts = starts
        self.ends = ends
        self.evidence = evidence
    }

    public func isInUse(on day: Day) -> Bool {
        (starts.map { $0 <= day } ?? true) && (ends.map { day <= $0 } ?? true)
    }
}

/// A list of codes. A code that is not in it is kept and shown as it is, never dropped.
public struct CodeList: Sendable {
    public let codes: [Code]
    private let byCode: [String: Code]

    public init(_ codes: [Code]) {
        self.codes = codes
        byCode = Dictionary(codes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(_ code: String) -> Code? { byCode[code] }
    public func contains(_ code: String) -> Bool { byCode[code] != nil }

    /// The words for a code; the code itself where we have none.
    public func label(_ code: String) -> String { byCode[code]?.label ?? code }

    public func inUse(on day: Day) -> [Code] { codes.filter { $0.isInUse(on: day) } }
}

extension CodeList {
    /// SEN provision. A and P were replaced by K in September 2014; statements were converted to plans by
    /// 31 March 2018 (domain sheet 1.1).
    public static let provision = CodeList([
        Code("N", "No special educational need"),
        Code("K", "SEN support", starts: Day(2014, 9, 1)),
        Code("E", "Education, health and care plan", starts: Day(2014, 9, 1)),
        Code("A", "School Action", ends: Day(2015, 8, 31), .memory),
        Code("P", "School Action Plus", ends: Day(2015, 8, 31), .memory),
        Code("Q", "School Action Plus, assessment under way", ends: Day(2015, 8, 31), .memory),
        Code("S", "Statement of special educational need", ends: Day(2018, 3, 31), .primary),
    ])

    /// What a provision code counts as in today's census: A, P and Q as K, S as E. Nil for a code that we
    /// don't know, which then counts as not recorded.
    public static func censusProvision(_ code: String) -> String? {
        switch code {
        case "N": "N"
        case "K", "A", "P", "Q": "K"
        case "E", "S": "E"
        default: nil
        }
    }

    /// How a pupil is on the roll.
    public static let enrolmentStatus = CodeList([
        Code("C", "Current, on one roll"),
        Code("M", "Current, main of two rolls"),
        Code("S", "Current, second of two rolls"),
        Code("G", "Guest", .memory),
    ])

    /// Reasons for leaving as transfer files carry them. Their official words are not published where we could
    /// read them, so the code itself is shown.
    public static let leavingReasons = CodeList(
        ["PM", "PI", "PF", "IM", "II", "IF", "NH", "NT", "NE", "NU", "AT", "EL", "PE", "LC", "DD", "OR", "MI", "UK"]
            .map { Code($0, $0) })

    /// What a contact is to the pupil.
    public static let relationships = CodeList([
        Code("PAM", "Mother"), Code("PAF", "Father"), Code("STM", "Stepmother"), Code("STF", "Stepfather"),
        Code("FOM", "Foster mother"), Code("FOF", "Foster father"), Code("CAR", "Carer"),
        Code("CHM", "Childminder"), Code("REL", "Other relative"), Code("FAM", "Other family member"),
        Code("SWR", "Social worker"), Code("DOC", "Doctor"), Code("HTC", "Head teacher"), Code("TCH", "Teacher"),
        Code("RLG", "Religious contact"), Code("OTH", "Other"),
    ])

    /// Main codes of ethnicity. Any other code, such as a council's own longer one, is shown as it is.
    public static let ethnicities = CodeList([
        Code("WBRI", "White British"), Code("WIRI", "White Irish"), Code("WIRT", "Traveller of Irish heritage"), Code("WROM", "Gypsy or Roma"),
        Code("WOTH", "Any other White background"), Code("MWBC", "White and Black Caribbean"), Code("MWBA", "White and Black African"),
        Code("MWAS", "White and Asian"), Code("MOTH", "Any other mixed background"), Code("AIND", "Indian"), Code("APKN", "Pakistani"), Code("ABAN", "Bangladeshi"),
        Code("AOTH", "Any other Asian background"), Code("BCRB", "Black Caribbean"), Code("BAFR", "Black African"), Code("BOTH", "Any other Black background"),
        Code("CHNE", "Chinese"), Code("OOTH", "Any other ethnic group"), Code("REFU", "Did not wish to say"), Code("NOBT", "Not yet known"),
    ])

    /// Languages that we have seen in transfer files; any other code is shown as it is.
    public static let languages = CodeList([
        Code("ENG", "English"), Code("BNG", "Bengali"), Code("URD", "Urdu"), Code("POL", "Polish"),
    ])
}
