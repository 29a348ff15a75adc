import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Books a slot for a round, moves it, or takes it off the list.
let bookRoundRoutes: [Route] = [
    .read(bookRoundPath, .changeRegister) { visit in try await page(visit, nil, FormValues([("kind", "plans"), ("begins_at", "13:30"), ("minutes", "60"), ("who", visit.viewer.name)])) },
    .send(bookRoundPath, .changeRegister) { visit in
        let typed = visit.request.form
        do {
            try await visit.write { writer in
                let school = try writer.schoolOfRound(typed, for: visit.viewer)
                _ = try writer.save(try typed.bookRound().applied(at: school, today: visit.today))
            }
            return .goTo(bookedRoundsPath().asking(["saved": "booked"]))
        } catch let problems as Problems {
            return try await page(visit, nil, typed, problems)
        }
    },
    .read(moveRoundPath, .changeRegister) { visit, id in
        let round = try await visit.read { try $0.bookedRound(id, for: visit.viewer) }
        return try await page(visit, round, FormValues(round.typed))
    },
    .send(moveRoundPath, .changeRegister) { visit, id in
        let typed = visit.request.form, before = try await visit.read { try $0.bookedRound(id, for: visit.viewer) }
        do {
            try await visit.write { writer in
                let round = try writer.bookedRound(id, for: visit.viewer)
                _ = try writer.save(try typed.bookRound().applied(at: round.school, before: round, today: visit.today))
            }
            return .goTo(bookedRoundsPath().asking(["saved": "moved"]))
        } catch let problems as Problems {
            return try await page(visit, before, typed, problems)
        }
    },
    .send(dropRoundPath, .changeRegister) { visit, id in
        try await visit.write { writer in
            let round = try writer.bookedRound(id, for: visit.viewer)
            if round.isDone { throw Problems("", "This round is done, so it stays on the list.") }
            try writer.withdraw(round, event: "round.removed", because: nil)
        }
        return .goTo(bookedRoundsPath().asking(["saved": "removed"]))
    },
]

extension Reader {
    /// The school that is named; the only one of a person who works at one.
    func schoolOfRound(_ typed: FormValues, for viewer: Viewer) throws -> SchoolID {
        let schools = try schools(for: viewer)
        guard let school = schools.count == 1 ? schools.first : schools.first(where: { "\($0.id)" == typed["school"] }) else { throw Problems("school", "Choose the school.") }
        return school.id
    }
}

private func page(_ visit: Visit, _ round: BookedRound?, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let schools = try await visit.read { try $0.schools(for: visit.viewer) }, write = FormWriter(typed, problems)
    let title = round == nil ? "Book a round" : "Change a booked round", address = round.map { moveRoundPath($0.id) } ?? bookRoundPath()
    let school: HTML = round == nil && schools.count > 1 ? write.select("school", "School", [Choice("", "Choose a school")] + schools.map { Choice("\($0.id)", $0.name) }) : ""
    let remove: HTML = round.map { "<form method=\"post\" action=\"\(dropRoundPath($0.id))\"><p class=\"actions\"><button class=\"second grave\">Take this round off the list</button></p></form>" } ?? ""
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), ("Booked rounds", bookedRoundsPath())))\(write.summary)\(pageTitle(title, lead: "Name no child here."))\
        \(form(address, button: "Save this booking", back: bookedRoundsPath(), """
            \(school)\(write.radios("kind", "What is looked at?", BookedRound.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\(write.day("on", "On which day?"))\
            \(write.text("begins_at", "At what time?", hint: "Such as 13:30."))\(write.text("minutes", "For how many minutes?", hint: "About five minutes for each plan.", type: "number"))\
            \(write.text("who", "Who does it?"))\(write.longText("made_room", "What is left out to make room for it?", hint: "Such as: no lesson cover on that afternoon.", rows: 2, aboutNobody: ()))
            """))\(remove)
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}

extension BookedRound {
    fileprivate var typed: [(name: String, text: String)] {
        [("kind", kind.rawValue), ("on", heldOn.description), ("begins_at", beginsAt), ("minutes", "\(minutesPlanned)"), ("who", who), ("made_room", madeRoom)]
    }
}

extension FormValues {
    func bookRound() throws -> BookRound {
        BookRound(kind: BookedRound.Kind(rawValue: self["kind"]), on: try day("on"), beginsAt: self["begins_at"], minutes: Int(self["minutes"].trimmed), who: self["who"], madeRoom: self["made_room"])
    }
}
