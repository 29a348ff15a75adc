import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Writes down advice that came, with its recommendations line by line.
let addAdvice = PupilAct(
    about: [], needs: .refer,
    start: { reader, record, ask in
        let referral = try RowID(ask.query["referral"]).map { try reader.referral($0, of: record.pupil.id, for: ask.viewer, on: ask.today) }
        return [("referral", referral.map { "\($0.referral.id)" } ?? ""), ("agency", referral.map { "\($0.agency.id)" } ?? ""), ("received_on", ask.today.description)]
    },
    form: { reader, record, ask, write in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today), agencies = try reader.openAgencies(of: school, for: ask.viewer.inStaffParts, on: ask.today)
        let papers = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn }.prefix(60)
        return PupilForm(
            title: "Enter advice about \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName). The report itself stays in the record as a paper; here stands what it means for the school.", button: "Save the advice",
            fields: """
                \(write.hidden("referral"))\(write.select("agency", "From which agency?", [Choice("", "From somebody else")] + agencies.map { Choice("\($0.id)", $0.name) }))\
                \(write.text("author", "Who wrote it?", hint: "Name and work, such as: Ana Cole, speech therapist."))\(write.day("written_on", "Which day stands on it?"))\(write.day("received_on", "When did it come?"))\
                \(write.select("paper", "Which paper is it?", [Choice("", "It is not in the record")] + papers.map { Choice("\($0.id)", $0.title) }))\
                <p class="quiet">Not there yet? <a href="\(addPaperPath(ask.pupil))">Add it to the record</a> first.</p>\
                \(write.longText("summary", "What does it say, in your own words?", hint: "So that a class teacher understands it.", rows: 5, aboutChild: ask.notice))\
                \(write.longText("recommendations", "What do they recommend?", hint: "One to a line. Each gets its own answer, owner and day.", rows: 8, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        var keep = KeepAdvice(by: typed["author"], summary: typed["summary"], recommendations: typed["recommendations"])
        (keep.writtenOn, keep.receivedOn) = (try typed.dayIfAny("written_on"), try typed.dayIfAny("received_on"))
        (keep.agency, keep.referral, keep.paper) = (try writer.chosenAgency(typed, school, ask), try writer.chosenReferral(typed, ask), try writer.chosenPaper(typed, ask))
        let change = try keep.applied(about: record.pupil.id, at: school.id, by: ask.viewer.name, today: ask.today)
        let saved = try writer.save(change, keep.lines, by: ask.viewer.name)
        return advicePath(record.pupil.id, saved.row).asking(["saved": "added"])
    })

/// More recommendations of advice that is here.
let addRecommendations = PupilAct(
    about: ["recommendation"], needs: .refer,
    form: { reader, record, ask, write in
        _ = try reader.advice(ask)
        return PupilForm(title: "Add recommendations", button: "Add them",
                         fields: write.longText("recommendations", "What else do they recommend?", hint: "One to a line.", rows: 6, aboutChild: ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.advice(ask), lines = KeepAdvice(by: "", summary: "", recommendations: typed["recommendations"]).lines
        if lines.isEmpty { throw Problems("recommendations", "Write at least one, on a line of its own.") }
        try KeepAdvice.problems(of: lines, field: "recommendations").check()
        try writer.add(lines, to: held.advice, by: ask.viewer.name)
        return advicePath(record.pupil.id, held.advice.row).asking(["saved": "added"])
    })

extension Reader {
    fileprivate func advice(_ ask: PupilQuestion) throws -> AdviceRecord {
        guard let row = ask.row else { throw NotFound() }
        return try advice(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    fileprivate func chosenAgency(_ typed: FormValues, _ school: School, _ ask: PupilQuestion) throws -> AgencyID? {
        if typed["agency"].isEmpty { return nil }
        guard let agency = try openAgencies(of: school, for: ask.viewer.inStaffParts, on: ask.today).first(where: { "\($0.id)" == typed["agency"] }) else { throw Problems("agency", "Choose an agency of the list.") }
        return agency.id
    }

    fileprivate func chosenReferral(_ typed: FormValues, _ ask: PupilQuestion) throws -> ReferralID? {
        try RowID(typed["referral"]).map { try referral($0, of: ask.pupil, for: ask.viewer, on: ask.today).referral.id }
    }

    fileprivate func chosenPaper(_ typed: FormValues, _ ask: PupilQuestion) throws -> PaperID? {
        try PaperID(typed["paper"]).map { try paper($0, of: ask.pupil, for: ask.viewer, on: ask.today).id }
    }
}
