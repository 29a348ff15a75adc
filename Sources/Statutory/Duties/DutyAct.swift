import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// A form about one duty that is opened, sent and shown again with what is wrong.
struct DutyAct: Sendable {
    let path: PagePath<RowID>
    let title: String
    let button: String
    let start: @Sendable (DutyLine, Day) -> [(name: String, text: String)]
    let fields: @Sendable (Reader, DutyLine, Visit, FormWriter, ChildNotice) throws -> HTML
    /// Saves it; the word under which the page then says so.
    let save: @Sendable (Writer, DutyLine, Visit, FormValues) throws -> String

    var routes: [Route] {
        [
            .read(path, .seeRecord) { visit, row in
                try await visit.read { reader in
                    let line = try reader.duty(row, toKeep: visit.person, on: visit.today)
                    return try page(visit, reader, line, FormValues(start(line, visit.today)), Problems(), 200)
                }
            },
            .send(path, .seeRecord) { visit, row in
                let typed = visit.request.form
                return try await visit.save { writer in
                    let line = try writer.duty(row, toKeep: visit.person, on: visit.today)
                    try line.owed.refuseOvertaken(typed["seen"])
                    return line.back(saved: try save(writer, line, visit, typed))
                } again: { problems, status in
                    try await visit.read { try page(visit, $0, $0.duty(row, toKeep: visit.person, on: visit.today), typed, problems, status) }
                }
            },
        ]
    }

    private func page(_ visit: Visit, _ reader: Reader, _ line: DutyLine, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
        var values = typed
        if status != 422 || !values.has("seen") { values.set("seen", "\(line.owed.version)") }
        let write = FormWriter(values, problems), owed = line.owed
        let notice = try owed.matter.pupil.map { try visit.childNotice(reader, $0, form: path(owed.row)) } ?? ChildNotice()
        let whose: HTML = line.pupil.isEmpty ? "\(line.school)" : "\(line.pupil), \(line.school)"
        return visit.page(status == 200 ? title : "Problem: \(title)", at: "duties", status: status, """
            \(crumbs(("What is due", dutiesPath())))\(write.summary)\(pageTitle(title, lead: whose))\
            \(facts([("What", "\(owed.what)"), ("Who owes it", "\(owed.owner.label)"), ("Last day", owed.when(visit.today, isExcused: line.isExcused)), ("Why", owed.why)]))\
            \(form(path(owed.row), button: button, back: owed.matter.address, aboutChild: owed.matter.pupil == nil ? nil : notice, try write.hidden("seen") + fields(reader, line, visit, write, notice)))
            """)
    }
}

extension DutyLine {
    /// Where one goes on once something is saved.
    fileprivate func back(saved: String) -> Address { dutiesPath().asking(["school": "\(schoolID)", "saved": saved]) }
}

extension OwedDuty {
    fileprivate func refuseOvertaken(_ seen: String) throws {
        guard let seen = Int(seen), seen != version else { return }
        let now = doneOn.map { "done on \($0.inWords)" } ?? "due on \(dueOn.inWords)"
        throw FormOvertaken("Somebody else changed this duty while you had it open: it is \(now). Nothing of yours is saved yet; what you typed is below.")
    }
}

extension Reader {
    /// The papers that may show that something about a duty is so; the one that stands, too, where it is none of the latest or
    /// not in sight, so that it is not lost by opening the form.
    func paperChoice(_ line: DutyLine, _ visit: Visit, _ write: FormWriter, standing: PaperID? = nil) throws -> HTML {
        guard let pupil = line.owed.matter.pupil else { return "" }
        let papers = try papers(of: pupil, for: visit.viewer, on: visit.today).filter { !$0.isWithdrawn || $0.id == standing }, shown = papers.filter { $0.id == standing } + papers.filter { $0.id != standing }.prefix(60)
        let hidden = standing.map { id in shown.contains { $0.id == id } ? [] : [Choice("\(id)", "The one that stands, which you may not open")] } ?? []
        return write.select("paper", "Which paper shows it?", [Choice("", "None in the record")] + hidden + shown.map { Choice("\($0.id)", $0.title) })
    }

    /// - Throws: `NotFound` where it is no paper of the pupil's.
    func chosenPaper(_ typed: FormValues, _ line: DutyLine, _ visit: Visit) throws -> PaperID? {
        guard let pupil = line.owed.matter.pupil, let paper = PaperID(typed["paper"]) else { return nil }
        if paper == line.owed.donePaper { return paper }
        return try self.paper(paper, of: pupil, for: visit.viewer, on: visit.today).id
    }
}
