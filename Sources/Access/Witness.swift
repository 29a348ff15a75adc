import Basics
import Synchronization

/// Notes which pupils a visit showed. Lookups call it, so that no page can forget to.
public final class Witness: Sendable {
    /// In the order they were seen, some of them twice.
    private let pupils = Mutex<[PupilID]>([])
    private let another = Mutex<Viewer?>(nil)

    public init() {}

    /// One after another about the same pupil is noted once.
    public func saw(_ pupil: PupilID) { pupils.withLock { if $0.last != pupil { $0.append(pupil) } } }

    public func saw(_ list: some Sequence<PupilID>) { pupils.withLock { $0.append(contentsOf: list) } }

    /// The same where nobody signed in to this visit, and a secret link says for whom it looks.
    public func saw(_ list: some Sequence<PupilID>, for viewer: Viewer) {
        saw(list)
        another.withLock { $0 = viewer }
    }

    /// For whom the visit looks where that is not whoever came.
    public var seer: Viewer? { another.withLock { $0 } }

    /// Whom the visit has shown so far, each once, in the order of their ids.
    public var seen: [PupilID] {
        pupils.withLock { $0 }.sorted { $0.rawValue < $1.rawValue }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}
