import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Booked rounds, for programs such as a calendar.
let roundsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/rounds"), .seeSafetyNet, name: "listRounds", "Rounds that schools have booked: the last year's and those to come", query: [.ofSchool], item: roundFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer)
            let rounds = try reader.bookedRounds(for: asked.viewer, school: school, on: asked.today).sorted { $0.id < $1.id }, urns = try reader.urns(of: rounds)
            return try asked.part(of: rounds, marks: 1) { [$0.id.rawValue] }.json { $0.json(urns) }
        }
    },
    .act(PagePath< >("/api/v1/rounds"), .changeRegister, name: "bookRound", "Book a slot for a round", body: [
        APIField("school", .urn, "URN of the school."), APIField("kind", kindShape, "What is looked at."), APIField("on", .day, "The day."), APIField("begins_at", .text(least: 5, most: 5), "The time, such as 13:30."),
        APIField("minutes", .integer(5...480), "How long it is to take."), APIField("who", .words(600), "Who does it."), .maybe("made_room", .wordsIfAny(600), "What is left out to make room for it."),
    ], gives: roundFields, adds: true) { writer, asked in
        guard let school = try writer.school(urn: asked.body.text("school")), asked.viewer.sees(school.id) else { throw Problems("school", "No school in sight has this URN.") }
        return try writer.save(try asked.body.form.bookRound().applied(at: school.id, today: asked.today)).json([school.id: school.urn])
    },
    .act(PagePath<RowID>("/api/v1/rounds/*/end"), parts: ["round"], .changeRegister, name: "endRound", "Say how long a round took", body: [
        APIField("on", .day, "The day on which it was done."), APIField("minutes", .integer(1...1440), "How long it took."), .maybe("made_room", .wordsIfAny(600), "What was left out for it."),
    ], gives: roundFields) { writer, asked, id in
        let round = try writer.bookedRound(id, for: asked.viewer), typed = asked.body.form
        let act = EndRound(on: try typed.day("on"), minutes: Int(typed["minutes"]), madeRoom: typed.has("made_room") ? typed["made_room"] : round.madeRoom)
        return try writer.save(try act.applied(to: round, today: asked.today)).json(try writer.urns(of: [round]))
    },
]

private let kindShape = APIShape.code(BookedRound.Kind.allCases.map(\.rawValue))

private let roundFields: [APIField] = [
    APIField("round", .id, "Its number."), APIField("school", .urn, "URN of the school."), APIField("kind", kindShape, "What is looked at."), APIField("on", .day, "The day."),
    APIField("begins_at", .text(least: 5, most: 5), "The time."), APIField("minutes", .number, "How many minutes were planned."), APIField("who", .anyText, "Who does it."),
    APIField("made_room", .anyText, "What is left out to make room for it."), APIField("minutes_used", .orNull(.number), "How long it took; null while it is to come."), APIField("done_on", .orNull(.day), "When it was done."),
]

extension Reader {
    fileprivate func urns(of rounds: [BookedRound]) throws -> [SchoolID: String] {
        Dictionary(try rows("SELECT id, urn FROM school WHERE id IN \(rounds.map(\.school).unique)") { try ($0.next(SchoolID.self), $0.next(String.self)) }) { $1 }
    }
}

extension BookedRound {
    fileprivate func json(_ urns: [SchoolID: String]) -> JSON {
        .object([
            "round": .integer(id.rawValue), "school": .text(urns[school] ?? ""), "kind": .text(kind.rawValue), "on": .text("\(heldOn)"), "begins_at": .text(beginsAt), "minutes": .integer(minutesPlanned),
            "who": .text(who), "made_room": .text(madeRoom), "minutes_used": minutesUsed.map(JSON.integer) ?? .null, "done_on": .optional(doneOn?.description),
        ])
    }
}
