import Basics

/// What is to be read in.
public struct ImportRequest: Sendable {
    public enum Kind: Sendable {
        case ctf, census
        case report(ReportMap)
        /// The trust's schools, from GIAS.
        case schools(trustUID: String?, urns: Set<String>)

        /// The word a receipt keeps.
        public var word: String {
            switch self {
            case .ctf: "ctf"
            case .census: "census"
            case .report(let map): map.kind.rawValue
            case .schools: "gias"
            }
        }
    }

    public let kind: Kind
    /// Where the file lies.
    public let path: String
    /// Its name as its owner knows it.
    public let name: String
    /// Nil for GIAS, and for a report whose map names the column with the school.
    public let school: SchoolID?
    /// Who takes the rows of reports that another area keeps.
    public var takers: [ReportKind: ReportTaker] = [:]

    public init(_ kind: Kind, path: String, name: String, school: SchoolID?) {
        self.kind = kind
        self.path = path
        self.name = name
        self.school = school
    }
}

/// A file that is read in: what its receipt keeps of it.
public struct ImportedFile: Sendable {
    /// The word that a receipt keeps.
    public let kind: String
    public let path: String, name: String
    public let school: SchoolID?

    public init(kind: String, path: String, name: String, school: SchoolID?) { (self.kind, self.path, self.name, self.school) = (kind, path, name, school) }
}

/// What came of an import, or would come of it.
public struct ImportResult: Sendable {
    public let report: ImportReport
    public let sha256: String
    /// Nil after a dry run.
    public let receipt: ReceiptID?
}
