import Access
import Basics
import Database
import Synchronization

/// The rolls last looked up, and the lines last shown, for as long as the trail ends where it ended: only what
/// is in the trail can change them. The end's digest is salted, so that two stores never share one.
final class KeptRegister: Sendable {
    private struct Question: Hashable { let filter: RegisterFilter, parts: [Part], family: [PupilID] }
    private struct LineName: Hashable { let enrolment: RowID, day: Day }
    private struct Kept {
        var trail: [UInt8] = []
        var rolls: [Question: RegisterRoll] = [:]
        var places = 0
        var lines: [LineName: RegisterLine] = [:]
    }

    /// About 60 bytes each.
    private static let mostPlaces = 200_000
    /// About 400 bytes each.
    private static let mostLines = 5_000
    private let kept = Mutex(Kept())

    func roll(_ filter: RegisterFilter, _ viewer: Viewer, trail: Bytes?, _ lookUp: () throws -> RegisterRoll) rethrows -> RegisterRoll {
        guard let trail else { return try lookUp() }
        var filter = filter
        if filter.status != .watched { filter.status = .everybody }
        let question = Question(filter: filter, parts: viewer.parts, family: viewer.family)
        if let roll = kept.withLock({ $0.trail == trail.bytes ? $0.rolls[question] : nil }) { return roll }
        let roll = try lookUp()
        kept.withLock { kept in
            if kept.trail != trail.bytes || kept.places > Self.mostPlaces { kept = Kept(trail: trail.bytes) }
            kept.rolls[question] = roll
            kept.places += roll.places.count + 20 // an empty roll takes room, too
        }
        return roll
    }

    /// The lines of a page, where all of them are kept.
    func lines(of places: ArraySlice<RegisterRoll.Place>, on day: Day, trail: Bytes) -> [RegisterLine]? {
        kept.withLock { kept in
            guard kept.trail == trail.bytes else { return nil }
            var lines: [RegisterLine] = []
            lines.reserveCapacity(places.count)
            for place in places {
                guard let line = kept.lines[LineName(enrolment: place.enrolment, day: day)] else { return nil }
                lines.append(line)
            }
            return lines
        }
    }

    func keep(_ lines: [RegisterLine], of places: ArraySlice<RegisterRoll.Place>, on day: Day, trail: Bytes) {
        guard lines.count == places.count else { return }
        kept.withLock { kept in
            guard kept.trail == trail.bytes else { return }
            if kept.lines.count > Self.mostLines { kept.lines.removeAll(keepingCapacity: true) }
            for (place, line) in zip(places, lines) { kept.lines[LineName(enrolment: place.enrolment, day: day)] = line }
        }
    }
}

let keptRegister = KeptRegister()
