import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The week's summary for a council: drafted here, sent by a person.
let councilSummaryPath = PagePath<String>("/duties/councils/*/summary")

let councilSummaryRoutes: [Route] = [
    .read(councilSummaryPath, .seeRecord) { visit, council in
        try await visit.read { try page(visit, council, $0, FormValues([("officer", visit.request.query["officer"]), ("sent_on", visit.today.description)]), Problems(), 200) }
    },
    .send(councilSummaryPath, .seeRecord) { visit, council in
        let typed = visit.request.form
        return try await visit.save { writer in
            let school = try writer.summarySchool(typed["school"], council, visit), number = try writer.summaryLines(of: council, at: school.id, for: visit.person, on: visit.today).count
            let send = SendSummary(to: typed["officer"], on: try typed.dayIfAny("sent_on")), before = try writer.summaries(to: council, from: school.id, on: visit.today)
            try writer.save(send.applied(to: council, at: school.id, number: number, before: before, by: visit.viewer.name, today: visit.today))
            return councilSummaryPath(council).asking(["school": "\(school.id)", "officer": typed["officer"], "saved": "sent"])
        } again: { problems, status in
            try await visit.read { try page(visit, council, $0, typed, problems, status) }
        }
    },
]

extension Reader {
    /// For which school it is written: the one that was chosen, or the only one in sight.
    /// - Throws: `NotFound` where it is not in sight, or the council has nothing to do with it.
    fileprivate func summarySchool(_ text: String, _ council: String, _ visit: Visit) throws -> School {
        let sight = visit.person.keepingDuties
        guard sight.may(.seeSafetyNet) else { throw NotFound() }
        let schools = try schools(for: sight), chosen = SchoolID(text)
        guard let school = schools.first(where: { $0.id == chosen }) ?? (text.isEmpty ? schools.first { $0.laCode == council } ?? schools.first : nil) else { throw NotFound() }
        let known = try value("SELECT 1 FROM statutory_duty WHERE la_code = \(council) AND owner = 'la' LIMIT 1", as: Int.self) != nil
        guard known || school.laCode == council else { throw NotFound() }
        return school
    }
}

private func page(_ visit: Visit, _ council: String, _ reader: Reader, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
    let asked = visit.request.method == .read ? visit.request.query["school"] : typed["school"], school = try reader.summarySchool(asked, council, visit), today = visit.today
    let lines = try reader.summaryLines(of: council, at: school.id, for: visit.person, on: today), sent = try reader.summaries(to: council, from: school.id, on: today)
    var values = typed
    values.set("school", "\(school.id)")
    values.set("letter", lines.letter(officer: typed["officer"].trimmed, from: visit.viewer.name, of: school.name, today: today))
    let write = FormWriter(values, problems), name = try reader.councilNames()[council]?.nonEmpty ?? "council \(council)", title = "Summary for \(name)"
    let history: [HTML] = sent.map { "<li>\($0.sentOn.inWords): to \($0.officer), by \($0.sentBy); \(count($0.number, "thing"))</li>" }
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved: that it was sent stands here.")
    let body: HTML = lines.isEmpty ? "<p>This council owes nothing within two weeks, as far as days are written down. So there is nothing to send.</p>" : """
        <p>Copy this text into a secure message of your own; nothing is sent from here. Pupils stand in it by initials and UPN, so it is for the officer alone.</p>\
        \(write.longText("letter", "The text", rows: 16, aboutNobody: ()))\
        \(form(councilSummaryPath(council), button: "Write down that you sent it", back: councilsPath(), """
            \(write.hidden("school"))\(write.text("officer", "To which officer?", hint: "By name or post."))\(write.day("sent_on", "On which day did you send it?"))
            """))
        """
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "duties", status: status, """
        \(crumbs(("What is due", dutiesPath()), ("Councils and their days", councilsPath())))\(saved)\(write.summary)\(pageTitle(title, lead: "\(school.name)"))\(body)\
        \(history.isEmpty ? "" : card("Sent in the last month", "<ul>\(history)</ul>"))
        """)
}
