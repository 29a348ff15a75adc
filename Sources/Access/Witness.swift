import Basics
import Synchronization

/// Notes which pupils a visit showed. Lookups call it, so that no page can forget to.
public final class Witness: Sendable {
    private let pupils = Mutex<Set<PupilID>>([])

    public init() {}

    public func saw(_ pupil: PupilID) { pupils.withLock { _ = $0.insert(pupil) } }

    public func saw(_ list: some Sequence<PupilID>) { pupils.withLock { $0.formUnion(list) } }

    /// Whom the visit has shown so far, in the order of their ids.
    public var seen: [PupilID] { pupils.withLock { $0 }.sorted { $0.rawValue < $1.rawValue } }
}
