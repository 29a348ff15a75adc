import Basics
import Foundation
import Synchronization

/// Notes who looked at which children's records. No page waits for it: sights are written in groups, at most a
/// tenth of a second after they were noted, and a crash loses no more than that.
public final class SightLog: Sendable {
    private let store: Store
    private let state = Mutex(State())
    private let room: Room
    private let failing: @Sendable (_ waiting: Int) -> Void

    // A group also takes its time to be written.
    private static let delay = Duration.milliseconds(75)

    /// How much may wait to be written.
    public struct Room: Sendable {
        let sights: Int, pupils: Int

        /// A busy day of a large trust, in some 60 MB at most.
        public static let ofADay = Room(sights: 50_000, pupils: 2_000_000)

        public init(sights: Int, pupils: Int) { (self.sights, self.pupils) = (sights, pupils) }
    }

    /// - Parameters:
    ///   - room: how much may wait while nothing can be written; after that nobody's record is shown.
    ///   - failing: is told how many sights wait when they can't be written, and nothing of what is in them.
    public init(_ store: Store, room: Room = .ofADay, failing: @escaping @Sendable (_ waiting: Int) -> Void = SightLog.complain) {
        (self.store, self.room, self.failing) = (store, room, failing)
    }

    /// How many sights are not written yet.
    public var waiting: Int { state.withLock { $0.waiting.count + $0.beingWritten } }

    /// Whether no more may wait: what would be seen now could leave no trace, so it is not to be shown.
    public var isFull: Bool { state.withLock { $0.waiting.count + $0.beingWritten >= room.sights || $0.pupils >= room.pupils } }

    /// Takes a sight and returns at once. One that shows no pupil is no sight.
    public func note(_ sighting: Sighting) {
        if sighting.pupils.isEmpty { return }
        let isFirst = state.withLock { state in
            state.waiting.append(sighting)
            state.pupils += sighting.pupils.count
            return state.schedule()
        }
        if isFirst { flush(after: Self.delay) }
    }

    /// Writes all that was noted before, and the list by pupil; the server awaits this before it ends. What can't be
    /// written is kept and tried again by itself.
    public func flush() async {
        await write()
        // Where it fails nothing is lost: the sights themselves are written or wait, and say whom they show.
        try? await store.engine.write { try $0.indexSights() }
    }

    private func write() async {
        let writing = state.withLock { state in
            let before = state.writing
            let task = Task {
                await before?.value
                await self.writeAll()
            }
            state.writing = task
            return task
        }
        await writing.value
    }

    private func flush(after delay: Duration) {
        Task {
            try? await Task.sleep(for: delay)
            await self.write()
        }
    }

    private func writeAll() async {
        while let group = state.withLock({ $0.next() }) {
            do {
                try await store.engine.write { try $0.append(group) }
                state.withLock { $0.written(group) }
            } catch {
                return tryAgainLater(group)
            }
        }
    }

    private func tryAgainLater(_ group: [Sighting]) {
        let (failures, waiting, isFirst) = state.withLock { state in
            state.putBack(group)
            return (state.failures, state.waiting.count, state.schedule())
        }
        // A disk that stays full for a night should not fill its log too: said the 1st, 2nd, 4th, 8th time and so on.
        if failures & (failures - 1) == 0 { failing(waiting) }
        if isFirst { flush(after: Self.delay * (1 << min(failures, 7))) }
    }

    /// The standard way to say that sights can't be written: one line on standard error, with their number alone.
    public static let complain: @Sendable (Int) -> Void = { waiting in
        FileHandle.standardError.write(Data("trellis: \(count(waiting, "sight")) can't be written to the database now. They are kept, and tried again.\n".utf8))
    }
}

/// What is noted and not yet written, the oldest first.
private struct State {
    var waiting: [Sighting] = []
    var beingWritten = 0
    /// How many pupils are named by what is not written yet.
    var pupils = 0
    var failures = 0
    var writing: Task<Void, Never>?
    private var isScheduled = false

    /// No transaction holds others up for long: so many sights, or so many pupils on them, go in one.
    private static let mostSights = 1_000, mostPupils = 20_000

    /// True for the one who is to set the clock.
    mutating func schedule() -> Bool {
        defer { isScheduled = true }
        return !isScheduled
    }

    /// Takes the next group out; nil where nothing waits.
    mutating func next() -> [Sighting]? {
        isScheduled = false
        var pupils = 0
        let group = Array(waiting.prefix(Self.mostSights).prefix { sighting in
            defer { pupils += sighting.pupils.count }
            return pupils < Self.mostPupils
        })
        waiting.removeFirst(group.count)
        beingWritten = group.count
        return group.isEmpty ? nil : group
    }

    mutating func written(_ group: [Sighting]) {
        (beingWritten, failures) = (0, 0)
        pupils -= group.reduce(0) { $0 + $1.pupils.count }
    }

    mutating func putBack(_ group: [Sighting]) {
        waiting.insert(contentsOf: group, at: 0)
        beingWritten = 0
        failures += 1
    }
}
