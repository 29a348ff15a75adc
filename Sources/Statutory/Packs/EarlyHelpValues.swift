import Access
import Agencies
import Basics
import Database
import Files
import Pages
import People

extension Reader {
    /// What an episode of early help gives to a form: the pupil, the record, and what was agreed with the family.
    /// - Throws: `NotFound` where the episode is not in sight.
    func matter(ofEarlyHelp row: RowID, of pupil: PupilID, _ asker: FormAsker) throws -> FormMatter {
        let record = try pupilRecord(pupil, for: asker.viewer, on: asker.today), held = try earlyHelp(row, of: pupil, for: asker.viewer, on: asker.today), school = try one(held.episode.school, of: School.self)
        let council = held.scheme?.laCode ?? school?.laCode ?? "", page = earlyHelpPath(pupil, row), hand = "Write it into the Word file"
        var values = try pupilValues(record, at: school, council: council, officer: "", asker)
        values.merge(try recordValues(of: record.pupil, asker.person, on: asker.today)) { $1 }
        values.merge(held.values(on: asker.today)) { $1 }
        let own: [FormMatter.Place] = [.init("help.", "See early help", page), .init("help.meetings.", "Write down the meeting", page), .init("actions.", "Write down who does what", page), .init("council.officer", hand, nil)]
        return try FormMatter(.earlyHelp, row: row, pupil: pupil, school: held.episode.school, council: council, name: record.pupil.calledName, values: redacted(values, pupil), places: places(pupil, council, asker) + own)
    }
}

extension HeldEarlyHelp {
    fileprivate func values(on day: Day) -> WordValues {
        let agreed = consent(on: day).map { "\($0.givenBy): \($0.way.label), \($0.givenOn.inWords). It holds until \($0.until.inWords)." }
        var values = WordValues(known: [
            "help.name": episode.name, "help.started": episode.startedOn.inWords, "help.consent": agreed ?? "", "help.strengths": episode.strengths, "help.needs": episode.needs, "help.wanted": episode.wanted, "help.household": episode.household,
            "help.lead": lead.map { [$0.name, $0.organisation].filter { !$0.isEmpty }.joined(separator: ", ") } ?? "", "help.contact": lead?.contact ?? "", "help.next": episode.reviewOn?.inWords ?? "",
        ])
        values["help.steps"] = .rows(steps.map { WordValues(known: ["what": $0.name, "state": $0.state.label + ($0.happenedOn.map { ", \($0.inWords)" } ?? ""), "by": $0.due?.inWords ?? ""]) })
        // The first meeting first, as one reads a form.
        values["help.meetings"] = .rows(meetings.reversed().map { WordValues(known: ["date": $0.heldOn.inWords, "people": $0.people, "child": $0.childView, "family": $0.familyView, "progress": $0.progress]) })
        values["actions"] = .rows(actions.map { ["what": .text($0.what), "who": .text($0.owner.name), "by": .text($0.due.inWords)] })
        return values
    }
}
