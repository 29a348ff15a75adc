import Access
import Basics
import Database

/// What an area's record holds of a pupil for a request to the council. It is read anew each time, so that it is never older than the
/// record.
public struct EvidenceSource: Sendable {
    /// As the councils' forms part it.
    public enum Kind: String, Sendable, CaseIterable {
        case cycles, provision, attendance, attainment, advice
    }

    public let kind: Kind
    public let find: @Sendable (Reader, EvidenceQuestion) throws -> [EvidenceLine]

    public init(_ kind: Kind, _ find: @escaping @Sendable (Reader, EvidenceQuestion) throws -> [EvidenceLine]) { (self.kind, self.find) = (kind, find) }
}

/// Of whom, between which days, and who asks: somebody who has the pupil's whole record in sight.
public struct EvidenceQuestion: Sendable {
    public let pupil: PupilID
    public let from: Day
    public let to: Day
    public let viewer: Viewer

    public init(of pupil: PupilID, from: Day, to: Day, for viewer: Viewer) { (self.pupil, self.from, self.to, self.viewer) = (pupil, from, to, viewer) }
}

/// One thing that the record holds.
public struct EvidenceLine: Hashable, Sendable {
    /// Nil where it has no day of its own.
    public let day: Day?
    public let title: String
    public let detail: String

    public init(_ day: Day?, _ title: String, _ detail: String) { (self.day, self.title, self.detail) = (day, title, detail) }
}
