import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The money that a school has for provision: its notional SEN budget, its places, and other streams.
let schoolFundingRoutes: [Route] = [
    .read(schoolFundingPath, .seeCosts) { visit, school in
        try await visit.read { try page(visit, $0, school, FormValues(), Problems()) }
    },
    .send(schoolFundingPath, .keepCosts) { visit, school in
        let typed = visit.request.form
        do {
            try await visit.write { writer in
                let lines = try writer.fundingToKeep(of: school, visit.viewer)
                try writer.save(try typed.funding().applied(for: nil, at: school, beside: lines))
            }
            return .goTo(schoolFundingPath(school).asking(["saved": "yes"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0, school, typed, problems) }
        }
    },
]

/// Says until when the school gets one of these sums.
let endSchoolFundingRoutes: [Route] = [
    .read(endSchoolFundingPath, .keepCosts) { visit, school, line in
        try await visit.read { try endPage(visit, $0.fundingToKeep(line, of: school, visit.viewer), FormValues(), Problems(), 200) }
    },
    .send(endSchoolFundingPath, .keepCosts) { visit, school, line in
        let typed = visit.request.form
        return try await visit.save { writer in
            let line = try writer.fundingToKeep(line, of: school, visit.viewer)
            if typed.has("seen"), typed["seen"] != "\(line.version)" {
                throw FormOvertaken("Somebody else changed this while you had it open. It is paid \(line.spell.inWords) now. Nothing of yours is saved yet; what you typed is below. Save it again if it is still right.")
            }
            try writer.save(try EndFunding(lastDay: typed.dayIfAny("last_day")).applied(to: line, beside: writer.fundingToKeep(of: school, visit.viewer)))
            return schoolFundingPath(school).asking(["saved": "yes"])
        } again: { problems, status in
            try await visit.read { try endPage(visit, $0.fundingToKeep(line, of: school, visit.viewer), typed, problems, status) }
        }
    },
]

extension FormValues {
    /// A sum of funding as its form sends it.
    func funding() throws -> SetFunding { SetFunding(stream: self["stream"], annual: typedPounds("annual"), from: try dayIfAny("from"), to: try dayIfAny("to")) }
}

extension FormWriter {
    /// The fields of a sum of funding.
    func fundingFields(_ streams: [FundingStream]) -> HTML {
        """
        \(select("stream", "Where does it come from?", [Choice("", "Choose")] + streams.map { Choice($0.key, $0.label) }))\(text("annual", "Pounds a year", hint: "For a whole year, such as 4,200. What falls into a year is reckoned by its days."))\
        \(day("from", "Paid from"))\(day("to", "Paid to", hint: "Leave it empty while it runs."))
        """
    }
}

extension Reader {
    /// A school's own sums, for those who keep them.
    fileprivate func fundingToKeep(of school: SchoolID, _ viewer: Viewer) throws -> [FundingLine] {
        guard viewer.may(.keepCosts, at: school) else { throw NotFound() }
        return try ownFunding(of: school)
    }

    fileprivate func fundingToKeep(_ line: RowID, of school: SchoolID, _ viewer: Viewer) throws -> FundingLine {
        guard let line = try fundingToKeep(of: school, viewer).first(where: { $0.id == line }) else { throw NotFound() }
        return line
    }

    fileprivate func ownFunding(of school: SchoolID) throws -> [FundingLine] { try all(FundingLine.self, "WHERE school_id = \(school) AND pupil_id IS NULL ORDER BY starts DESC, id DESC") }
}

private func page(_ visit: Visit, _ reader: Reader, _ id: SchoolID, _ values: FormValues, _ problems: Problems) throws -> Answer {
    guard visit.viewer.may(.seeCosts, at: id) else { throw NotFound() }
    let school = try reader.schoolInSight(id, of: visit.viewer), keeps = visit.viewer.may(.keepCosts, at: id), write = FormWriter(values, problems)
    let lines = try reader.ownFunding(of: id)
    let ofPupils = try reader.first("SELECT COUNT(DISTINCT pupil_id), COALESCE(SUM(annual), 0) FROM funding_line WHERE school_id = \(id) AND pupil_id IS NOT NULL AND starts <= \(visit.today) AND (ends IS NULL OR ends >= \(visit.today))") {
        try (pupils: $0.next(Int.self), annual: Pence($0.next(Int.self)))
    }
    let title = "Funding of \(school.name)", saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    let add: HTML = keeps ? card("Record funding", id: "add", printed: false, form(schoolFundingPath(id), button: "Record this funding", back: costsPath().asking(["school": "\(id)"]), write.fundingFields(FundingStream.forSchools))) : ""
    let body: HTML = """
        \(crumbs(("Costs", costsPath().asking(["school": "\(id)"]))))\(saved)\(write.summary)\
        \(pageTitle(title, lead: "What the school has for provision. The notional SEN budget is a guide within its budget and not ring-fenced.", actions: [printButton("Print")]))\
        \(card("The school’s own", fundingTable(lines, keeps ? { endSchoolFundingPath(id, $0) } : nil, visit.today)))\
        \(card("For single pupils", "<p>\(inWords(ofPupils?.pupils ?? 0, ofPupils?.annual ?? Pence(0))) Each sum stands with the pupil’s own costs. <a href=\"\(costsPath().asking(["school": "\(id)"]))\">See the pupils’ costs</a></p>"))\(add)
        """
    return problems.isEmpty ? visit.page(title, at: "provision", body) : visit.formAgain(title, at: "provision", body)
}

private func inWords(_ pupils: Int, _ annual: Pence) -> String {
    pupils == 0 ? "Today nothing comes for single pupils." : "Today \(annual) a year comes for \(pupils == 1 ? "one pupil" : "\(pupils) pupils")."
}

/// Sums of funding, the latest first.
/// - Parameter end: where one that runs is ended; nil for those who only read.
func fundingTable(_ lines: [FundingLine], _ end: ((RowID) -> Address)?, _ today: Day) -> HTML {
    if lines.isEmpty { return "<p>Nothing is recorded.</p>" }
    let rows: [HTML] = lines.map { line in
        let label = FundingStream.label(line.stream), runs = line.spell.ends.map { $0 >= today } ?? true
        let link: HTML = end.map { end in runs ? "<a href=\"\(end(line.id))\">Say when it ends<span class=\"unseen\">: \(label) \(line.spell.inWords)</span></a>" : "" } ?? ""
        return "<tr><th scope=\"row\">\(label)</th><td class=\"number\" data-label=\"A year\">\(line.annual.description)</td><td data-label=\"Paid\">\(line.spell.inWords)</td>\(end == nil ? "" : "<td class=\"no-print\">\(link)</td>")</tr>\n"
    }
    return table("Funding", [head("From where"), head("A year", number: true), head("Paid")] + (end == nil ? [] : [head("Change")]), rows)
}

private func endPage(_ visit: Visit, _ line: FundingLine, _ typed: FormValues, _ problems: Problems, _ status: Int) -> Answer {
    var values = typed
    if status == 409 || !values.has("seen") { values.set("seen", "\(line.version)") }
    let write = FormWriter(values, problems), title = "Say when funding ends", back = schoolFundingPath(line.school)
    let body: HTML = """
        \(crumbs(("Costs", costsPath().asking(["school": "\(line.school)"])), ("Funding", back)))\(write.summary)\(pageTitle(title, lead: "\(FundingStream.label(line.stream)): \(line.annual.description) a year, \(line.spell.inWords)."))\
        \(form(endSchoolFundingPath(line.school, line.id), button: "Save the last day", back: back, write.hidden("seen") + write.day("last_day", "On which day is it paid for the last time?")))
        """
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "provision", status: status, body)
}
