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
        try await visit.read { reader in
            let schools = try reader.summarySchools(visit.request.query["school"], council, visit), last = try reader.summaries(to: council, from: schools.map(\.id), on: visit.today).first
            return try page(visit, council, reader, FormValues([("officer", last?.officer ?? ""), ("sent_on", visit.today.description)]), Problems(), 200)
        }
    },
    .send(councilSummaryPath, .seeRecord) { visit, council in
        let typed = visit.request.form
        return try await visit.save { writer in
            let schools = try writer.summarySchools(typed["school"], council, visit), lines = try writer.summaryLines(of: council, at: schools, for: visit.person, on: visit.today)
            let numbers = Dictionary(grouping: lines, by: \.at).mapValues(\.count), day = try typed.dayIfAny("sent_on")
            let sight = Set(try writer.schools(for: visit.person.keepingDuties).map(\.id)), before = try writer.summaries(to: council, around: day ?? visit.today)
            let changes = try SendSummary(to: typed["officer"], on: day).applied(to: council, numbers, before: before, inSight: sight, by: visit.viewer.name, today: visit.today)
            for change in changes { try writer.save(change) }
            return councilSummaryPath(council).asking(["school": typed["school"].nonEmpty, "saved": "sent"])
        } again: { problems, status in
            try await visit.read { try page(visit, council, $0, typed, problems, status) }
        }
    },
]

extension Reader {
    /// For which schools it is written: the one that was chosen, or all in sight together.
    /// - Throws: `NotFound` where it is not in sight, or the council has nothing to do with it.
    fileprivate func summarySchools(_ text: String, _ council: String, _ visit: Visit) throws -> [School] {
        let sight = visit.person.keepingDuties
        guard sight.may(.seeSafetyNet) else { throw NotFound() }
        let chosen = SchoolID(text), schools = try schools(for: sight).filter { text.isEmpty || $0.id == chosen }
        let known = try value("SELECT 1 FROM statutory_duty WHERE la_code = \(council) AND owner = 'la' LIMIT 1", as: Int.self) != nil
        guard !schools.isEmpty, known || schools.contains(where: { $0.laCode == council }) else { throw NotFound() }
        return schools
    }
}

private func page(_ visit: Visit, _ council: String, _ reader: Reader, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
    let asked = visit.request.method == .read ? visit.request.query["school"] : typed["school"], schools = try reader.summarySchools(asked, council, visit), today = visit.today
    let lines = try reader.summaryLines(of: council, at: schools, for: visit.person, on: today), sent = try reader.summaries(to: council, from: schools.map(\.id), on: today)
    let writing = lines.isEmpty ? schools.map(\.name) : schools.filter { school in lines.contains { $0.at == school.id } }.map(\.name), place = writing.joined(separator: ", ")
    var values = typed
    values.set("school", asked)
    values.set("letter", lines.letter(officer: typed["officer"].trimmed, from: visit.viewer.name, of: place, today: today))
    let write = FormWriter(values, problems), name = try reader.councilNames()[council]?.nonEmpty ?? "council \(council)", title = "Summary for \(name)"
    let history: [HTML] = sent.map { one in
        "<li>\(one.sentOn.inWords): to \(one.officer), by \(one.sentBy); \(count(one.number, "thing"))\(schools.count == 1 ? "" : ", \(schools.first { $0.id == one.school }?.name ?? "")")</li>"
    }
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved: that it was sent stands here.")
    let body: HTML = lines.isEmpty ? "<p>This council owes nothing within two weeks, as far as days are written down. So there is nothing to send.</p>" : """
        <p>Copy this text into a secure message of your own; nothing is sent from here. Pupils stand in it by initials and UPN, so it is for the officer alone.</p>\
        \(write.longText("letter", "The text", rows: 16, aboutNobody: ()))\
        \(form(councilSummaryPath(council), button: "Write down that you sent it", back: councilsPath(), """
            \(write.hidden("school"))\(write.text("officer", "To which officer?", hint: "By name or post."))\(write.day("sent_on", "On which day did you send it?"))
            """))
        """
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "duties", status: status, """
        \(crumbs(("What is due", dutiesPath()), ("Councils and their days", councilsPath())))\(saved)\(write.summary)\(pageTitle(title, lead: "\(place)"))\(body)\
        \(history.isEmpty ? "" : card("Sent in the last month", "<ul>\(history)</ul>"))
        """)
}
