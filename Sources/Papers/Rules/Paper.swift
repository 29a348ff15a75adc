import Basics

/// A file about a pupil or a school: a report, a letter, a picture of work.
public struct Paper: Equatable, Sendable {
    public var id: PaperID
    public var version = 1
    public let pupil: PupilID?
    public let school: SchoolID?
    /// What people call it.
    public var title: String
    public let topic: Topic
    /// Under which it is given back, with the ending of its kind.
    public let fileName: String
    public let kind: PaperKind
    /// How long it is before it is encrypted.
    public let bytes: Int
    /// Of what was handed in, in hexadecimal letters.
    public let sha256: String
    /// The random name of the encrypted file.
    public let storedAs: String
    public let addedAt: Instant
    public var withdrawnAt: Instant?
    /// Why, in the words of whoever withdrew it; empty until then.
    public var withdrawnBecause = ""

    public init(
        id: PaperID, version: Int = 1, pupil: PupilID?, school: SchoolID?, title: String, topic: Topic, fileName: String, kind: PaperKind,
        bytes: Int, sha256: String, storedAs: String, addedAt: Instant, withdrawnAt: Instant? = nil, withdrawnBecause: String = ""
    ) {
        (self.id, self.version, self.pupil, self.school) = (id, version, pupil, school)
        (self.title, self.topic, self.fileName, self.kind) = (title, topic, fileName, kind)
        (self.bytes, self.sha256, self.storedAs) = (bytes, sha256, storedAs)
        (self.addedAt, self.withdrawnAt, self.withdrawnBecause) = (addedAt, withdrawnAt, withdrawnBecause)
    }

    public var isWithdrawn: Bool { withdrawnAt != nil }

    /// What a paper is about, for finding it again.
    public enum Topic: String, Sendable, CaseIterable {
        case advice, health, family, council, school, work, other

        public var label: String {
            switch self {
            case .advice: "Report or advice from a specialist"
            case .health: "Letter about health"
            case .family: "From the family"
            case .council: "From the council"
            case .school: "The school’s own paper"
            case .work: "The pupil’s work"
            case .other: "Something else"
            }
        }
    }
}

/// A file that is stored and has no row yet.
public struct StoredPaper: Equatable, Sendable {
    public let fileName: String
    public let kind: PaperKind
    public let bytes: Int
    public let sha256: String
    public let storedAs: String

    public init(fileName: String, kind: PaperKind, bytes: Int, sha256: String, storedAs: String) {
        self.fileName = fileName
        self.kind = kind
        self.bytes = bytes
        self.sha256 = sha256
        self.storedAs = storedAs
    }
}

/// How much is taken.
public struct PaperLimits: Sendable {
    /// Of one paper, in bytes.
    public var each = 25 << 20
    /// Of all papers of one pupil together, in bytes.
    public var perPupil = 500 << 20

    public init() {}

    /// `25 MB`.
    static func inWords(_ bytes: Int) -> String { "\(bytes >> 20) MB" }
}
