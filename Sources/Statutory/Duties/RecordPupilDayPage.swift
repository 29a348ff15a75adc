import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down the day of a pupil's individual healthcare plan, from which its review is reckoned.
let recordPupilDay = PupilAct(
    about: ["statutory_event", "statutory_duty"], needs: .changeRegister,
    start: { _, _, ask in [("day", ask.today.description), ("why", "again")] },
    form: { reader, record, ask, write in
        let last = try reader.lastPlanDay(ask), stands: HTML = last.map { "<p>What stands: \($0.happenedOn.inWords).</p>" } ?? ""
        let why: HTML = last == nil ? "" : write.radios("why", "What is it?", [Choice("again", "It was reviewed"), Choice("wrong", "The day that stands is wrong")])
        return PupilForm(
            title: "Healthcare plan of \(record.pupil.calledName)", lead: "Trellis reckons from it when the plan is to be reviewed. The plan itself stays where it is.", button: "Save this day",
            fields: "\(stands)\(why)\(write.day("day", "When was it written or last reviewed?"))\(write.longText("words", "Anything to add?", rows: 2, aboutChild: ask.notice))")
    },
    goingTo: { writer, record, ask, typed in
        let own = RecordOwnDay(.healthcarePlan, on: try typed.dayIfAny("day"), words: typed["words"], putsRight: typed["why"] == "wrong")
        try writer.save(own, of: try writer.ownMatter(ask))
        return pupilPath(record.pupil.id).asking(["saved": "duty"]).at("duties")
    })

extension Reader {
    fileprivate func lastPlanDay(_ ask: PupilQuestion) throws -> LegalEvent? { try events(of: ownMatter(ask)).last { $0.event == .healthcarePlan } }

    /// What a pupil's school owes for this pupil alone. It goes along where the pupil changes school in the trust.
    fileprivate func ownMatter(_ ask: PupilQuestion) throws -> Matter {
        let record = try pupilRecord(ask.pupil, for: ask.viewer, on: ask.today)
        guard let school = record.roll(on: ask.today)?.enrolment.school else { throw NotFound() }
        let begun = try all(LegalEvent.self, "WHERE pupil_id = \(ask.pupil) AND matter = 'school' AND event = \(StatutoryEvent.healthcarePlan) AND replaced_by IS NULL ORDER BY happened_on DESC, id DESC LIMIT 1").first
        var matter = Matter.school(school, pupil: ask.pupil)
        if let begun { matter.row = begun.matter.row }
        return matter
    }
}
