import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// How councils keep their days over the trust, and what to ask each for.
let councilsPath = PagePath< >("/duties/councils")
let agreeFiguresPath = PagePath<String>("/duties/councils/*/agree")
let withdrawFiguresPath = PagePath<String>("/duties/councils/*/withdraw")

let councilsRoutes: [Route] = [
    .read(councilsPath, .seeSafetyNet) { visit in try await visit.read { try page(visit, $0) } },
    .send(agreeFiguresPath, .seeSafetyNet) { visit, council in
        guard let part = visit.agreeing else { throw NotFound() }
        try await visit.write { writer in
            let year = AcademicYear(containing: visit.today)
            guard let figures = try writer.councilFigures(in: year, on: visit.today).first(where: { $0.council == council }) else { throw Problems("", "There are no figures of this council in this year.") }
            let standing = try writer.agreements(in: year).filter { $0.council == council }
            if let change = try AgreeFigures(as: part, visit.viewer.account, visit.viewer.name).applied(to: figures, in: year, beside: standing, today: visit.today) { try writer.save(change) }
        }
        return .goTo(councilsPath().asking(["saved": "agreed"]))
    },
    .send(withdrawFiguresPath, .seeSafetyNet) { visit, council in
        guard let part = visit.agreeing else { throw NotFound() }
        try await visit.write { writer in
            for before in try writer.agreements(in: AcademicYear(containing: visit.today)) where before.council == council && before.part == part {
                var after = before
                after.endedOn = visit.today
                try writer.save(Change("figures.withdrawn", from: before, to: after))
            }
        }
        return .goTo(councilsPath().asking(["saved": "withdrawn"]))
    },
]

extension Visit {
    /// For whom this person agrees; nil for those who don't decide it.
    fileprivate var agreeing: FiguresAgreement.Part? { viewer.plays(.trustLead) ? .trustLead : viewer.plays(.head) ? .head : nil }
}

private func page(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let today = visit.today, year = AcademicYear(containing: today), names = try reader.councilNames(), agreements = try reader.agreements(in: year)
    let figures = try reader.councilFigures(in: year, on: today), keeping = visit.viewer.keepingDuties
    let schools = keeping.may(.seeSafetyNet) ? try reader.schools(for: keeping) : []
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    let cards: [HTML] = figures.map { one in
        card(name(one.council, names), one.isEnough ? numbers(one) + publishing(one, agreements.filter { $0.council == one.council }, visit) : "<p>There are fewer than \(CouncilFigures.leastCases) cases in this school year, so no figures are shown.</p>")
    }
    let letters: [HTML] = schools.prefix(60).map { school in
        "<li><a href=\"\(councilSummaryPath(school.laCode).asking(["school": "\(school.id)"]))\">\(name(school.laCode, names)), for \(school.name)</a></li>"
    }
    return visit.page("Councils and their days", at: "duties", """
        \(crumbs(("What is due", dutiesPath())))\(saved)\(pageTitle("Councils and their days", lead: "The whole trust in the school year \("\(year)"). Only days count that the council said or we saw; estimated days and excused duties don’t. No child is in it."))\
        \(figures.isEmpty ? "<p>No duty of a council has come due in this school year.</p>" : "\(cards)")\
        \(letters.isEmpty ? "" : card("Write the week’s summary", "<p>One courteous text for each officer in a week, which you send yourself.</p><ul class=\"plain\">\(letters)</ul>"))
        """)
}

private func name(_ council: String, _ names: [String: String]) -> String { names[council]?.nonEmpty ?? "Council \(council)" }

private func numbers(_ one: CouncilFigures) -> HTML {
    facts([("Cases", "\(one.cases)"), ("Duties that came due or were done", "\(one.duties)"), ("Of them late", "\(one.late) (\(one.late * 100 / max(1, one.duties)) %)"), ("The middle of how late", "\(one.late == 0 ? "–" : count(one.middle, "day"))")])
}

private func publishing(_ one: CouncilFigures, _ held: [FiguresAgreement], _ visit: Visit) -> HTML {
    let signed: [HTML] = held.map { "<li>\($0.who), \($0.part.label), \($0.agreedOn.inWords)</li>" }
    let list: HTML = signed.isEmpty ? "" : "<ul>\(signed)</ul>"
    let words: HTML = Set(held.map(\.part)).count == 2 ? "<p><strong>These figures may be published.</strong> Both have agreed:</p>"
        : "<p><strong>Not to be published.</strong> These figures may be published only when a head and the trust’s SEND lead agree.\(signed.isEmpty ? "" : " So far:")</p>"
    guard let part = visit.agreeing else { return words + list }
    let mine = held.contains { $0.part == part }, address = mine ? withdrawFiguresPath(one.council) : agreeFiguresPath(one.council)
    return words + list + "<form method=\"post\" action=\"\(address)\"><p class=\"actions no-print\"><button class=\"second\">\(mine ? "Take the agreement back" : "Agree that they may be published")</button></p></form>"
}
