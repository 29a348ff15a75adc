import Access
import AreaKit
import Basics
import Database
import Pages
import People

let twoPlaces = SafetyRule(
    "two-places", .gap, "A member of staff, a pupil or a room in two places at once",
    why: "One of the two sessions can’t be given as planned, and a pupil goes without, week after week.",
    who: "The SENCO acts", next: "Look at the timetable"
) { reader, question in
    let recent = try reader.recentRuns(question), bySchool = Dictionary(grouping: recent.runs.filter(\.run.isRunning)) { $0.run.school }
    return bySchool.sorted { $0.key < $1.key }.flatMap { recent.clashes(among: $0.value, on: question.day) }
}

extension RecentRuns {
    /// One finding for each two provisions of a school that meet, however often in the week.
    fileprivate func clashes(among runs: [WholeProvision], on day: Day) -> [Finding] {
        let byID = Dictionary(runs.map { ($0.run.id, $0.run) }) { $1 }
        var told: Set<Pair> = []
        return Clash.found(among: runs.flatMap { $0.slots(from: day) }).compactMap { clash in
            guard let one = byID[clash.first.run], let other = byID[clash.second.run], told.insert(Pair(one.id, other.id)).inserted else { return nil }
            let words = "\(clash.what.inWords) in two places: \(name(of: one)) and \(name(of: other)), \(clash.second.when)."
            return finding(one, "runs-\(min(one.id, other.id))-\(max(one.id, other.id))", since: max(clash.first.spell.starts, clash.second.spell.starts), words, next: clash.timetable)
        }
    }
}

private struct Pair: Hashable {
    let first: ProvisionID, second: ProvisionID

    init(_ one: ProvisionID, _ other: ProvisionID) { (first, second) = (min(one, other), max(one, other)) }
}

extension WeekSlot {
    /// `Tuesdays at 09:15`.
    fileprivate var when: String {
        let names = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays"]
        return "\(names[max(1, min(5, weekday)) - 1]) at \(startsAt)"
    }
}

extension Clash {
    /// Where one sees both.
    fileprivate var timetable: Address {
        switch what {
        case .staff(let staff): timetablePath().asking(["staff": "\(staff)"])
        case .pupil(let pupil): timetablePath().asking(["pupil": "\(pupil)"])
        case .room: provisionPath(second.run)
        }
    }
}

extension Clash.What {
    /// To begin a sentence, without a name.
    fileprivate var inWords: String {
        switch self {
        case .staff: "A member of staff is"
        case .pupil: "A pupil is"
        case .room: "A room is taken"
        }
    }
}
