import Access
import AreaKit
import Basics
import Database
import Pages

/// What is owed by law and late. A day that was only estimated is never counted, and what an excuse was written down for is not
/// either; of consultations tells `consultation-late`. Of a pupil there is one finding for each owner, however many duties are late.
let dutySafetyRules = [
    lateDuties("duty-late-school", .school, "A legal duty of the school is late", who: "The SENCO or the head acts", next: "Do it, and say when it was done"),
    lateDuties("duty-late-la", .la, "The council owes something by law, and is late", who: "The SENCO asks the council", next: "Ask the council, or say when it was done"),
]

private func lateDuties(_ id: String, _ owner: DutyOwner, _ title: String, who: String, next: String) -> SafetyRule {
    SafetyRule(id, .gap, title, why: "The law, the Code or a grant sets a day for it (each duty names its source), and that day has passed. A child waits meanwhile.", who: who, next: next) { reader, question in
        let filter = DutyFilter(school: question.school, owner: owner, until: question.day - 1)
        let late = try reader.openDuties(filter, for: question.viewer, on: question.day).filter { $0.owed.matter.kind != .consultation && !$0.isExcused && $0.owed.countsAsLate(on: question.day) }
        return late.byWhom.map { $0.finding(question) }
    }
}

extension [DutyLine] {
    /// Those of one pupil together, in the order of their first; each of the others alone.
    fileprivate var byWhom: [[DutyLine]] {
        var places: [PupilID: Int] = [:], groups: [[DutyLine]] = []
        for line in self {
            if let pupil = line.owed.matter.pupil, let place = places[pupil] { groups[place].append(line); continue }
            if let pupil = line.owed.matter.pupil { places[pupil] = groups.count }
            groups.append([line])
        }
        return groups
    }

    fileprivate func finding(_ question: SafetyQuestion) -> Finding {
        let first = self[0], owed = first.owed, isPupil = owed.matter.pupil != nil
        let more = count > 1 ? " So \(count == 2 ? "is one thing" : "are \(count - 1) things") more." : ""
        let place = dutiesPath().asking(["school": "\(first.schoolID)", "owner": owed.owner.rawValue])
        return Finding(school: first.schoolID, urn: first.urn, pupil: owed.matter.pupil, subject: isPupil ? "" : "duty-\(owed.id)", upn: first.upn, name: first.names(for: question.viewer) ? first.pupil : "",
                       since: owed.dueOn + 1, message: "\(owed.what): the last day was \(owed.dueOn.inWords).\(more)", next: question.viewer.sees(first.schoolID) ? place : dutiesPath())
    }
}
