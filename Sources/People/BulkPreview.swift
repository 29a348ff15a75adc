import Access
import Basics
import Database
import Pages

/// What a bulk change would do to one pupil: the record before, and the change or why there is none.
struct BulkOutcome: Sendable {
    let record: PupilRecord
    let change: RegisterChange?
    let refusal: String?
    /// The last entry of the pupil's trail that the preview has seen.
    let seen: Int

    init(_ record: PupilRecord, _ act: BulkChange, _ reader: Reader, _ today: Day) throws {
        self.record = record
        seen = try reader.lastEntry(of: record.pupil.id, in: registerTables)
        do {
            change = try act.applied(to: record.register, today: today)
            refusal = nil
        } catch let problems as Problems {
            change = nil
            refusal = problems.description
        }
    }

    /// What the pupil would have: `SEN support from 22 November 2026; Autism`.
    var wouldHave: String {
        guard let change else { return "" }
        let status = change.provisions.filter { $0.event == "status.started" }.map(\.after.inWords)
        let needs = change.needs.filter { $0.event == "need.added" }.map { "Need: \($0.after.label)" }
        let ended = change.needs.filter { $0.event == "need.ended" }.map { "\($0.after.label) ends" }
        return (status + needs + ended).joined(separator: "; ")
    }
}

/// Asks what is to change for the pupils that were ticked.
func askPage(_ visit: Visit, _ records: [PupilRecord], _ notice: ChildNotice, _ typed: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(typed, problems), title = "Change \(count(records.count, "pupil")) together"
    let names = records.map(\.pupil.name).joined(separator: ", ")
    let body: HTML = """
        \(crumbs(("SEND register", registerPath())))\(write.summary)\(pageTitle(title, lead: "\(names)."))\(bulkSteps(1))\
        \(form(bulkChangePath(), button: "See what would change", back: registerPath(), aboutChild: notice, """
            \(chosen(records.map(\.pupil.id)))\
            \(write.radios("provision", "SEN status", [Choice("", "Leave each status as it is")] + statusWords))\
            \(write.select("need", "Need to add", [Choice("", "No need")] + censusNeeds(on: visit.today)))\
            \(write.day("from", "From which day?"))\(write.longText("reason", "Why?", hint: "A sentence or two. It is kept with each record.", aboutChild: notice))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
}

/// Shows what each pupil would become, who is left out and why.
func previewPage(_ visit: Visit, _ outcomes: [BulkOutcome], _ typed: FormValues, _ overtaken: Overtaken?) -> Answer {
    let ready = outcomes.filter { $0.change != nil }, title = "What would change"
    let rows: [HTML] = outcomes.map { row($0, visit.today) }
    let save: HTML = ready.isEmpty ? notice("None of these pupils can have this change, so there is nothing to save.", warns: true) : """
        \(form(applyBulkChangePath(), button: "Save for \(count(ready.count, "pupil"))", back: registerPath(), """
            \(chosen(ready.map(\.record.pupil.id)))\(ready.map { hidden("seen.\($0.record.pupil.id)", "\($0.seen)") })\
            \(["provision", "need", "from", "reason"].map { hidden($0, typed[$0]) })
            """))
        """
    let lead: HTML = outcomes.count == ready.count ? "\(count(ready.count, "pupil"))." : "\(count(ready.count, "pupil")), and \(outcomes.count - ready.count) left out."
    return visit.page(title, at: "pupils", status: overtaken == nil ? 200 : 409, """
        \(crumbs(("SEND register", registerPath())))\(overtaken?.notice)\(pageTitle(title, lead: lead))\(bulkSteps(2))\
        \(table("What each pupil would have", [head("Name"), head("Now"), head("Would have"), head("Left out because")], rows))\(save)
        """)
}

private func row(_ outcome: BulkOutcome, _ today: Day) -> HTML {
    let record = outcome.record.register
    let now = record.openNeeds(on: today).map(\.label).joined(separator: "; ")
    return """
        <tr><th scope="row">\(record.pupil.name)</th><td data-label="Now">\(statusTag(record.provision(on: today)?.provision)) \(now)</td>\
        <td data-label="Would have"><ins>\(outcome.wouldHave)</ins></td><td data-label="Left out because">\(outcome.refusal)</td></tr>

        """
}

private func chosen(_ pupils: [PupilID]) -> [HTML] { pupils.map { hidden("pupil", "\($0)") } }

private func hidden(_ name: String, _ text: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(text)\">" }

private func bulkSteps(_ present: Int) -> HTML {
    let items: [HTML] = ["Say what changes", "Look at each pupil", "Saved"].enumerated().map { place, words in
        let current: HTML = place + 1 == present ? " aria-current=\"step\"" : ""
        return "<li\(current)>\(words)</li>"
    }
    return "<ol class=\"steps\">\(items)</ol>"
}
