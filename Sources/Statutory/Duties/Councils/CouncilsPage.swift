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
        let year = visit.figuresYear(visit.request.form)
        try await visit.write { writer in
            let standing = try writer.agreements(in: year).filter { $0.council == council }, now = try writer.councilFigures(in: year, on: visit.today).first { $0.council == council }
            guard let figures = standing.first?.figures ?? now else { throw Problems("", "There are no figures of this council in this year.") }
            let agree = AgreeFigures(as: part, visit.viewer.account, visit.viewer.name, seen: visit.request.form["seen"])
            if let change = try agree.applied(to: figures, in: year, beside: standing, today: visit.today) { try writer.save(change) }
        }
        return .goTo(visit.figuresAddress(year, saved: "agreed"))
    },
    .send(withdrawFiguresPath, .seeSafetyNet) { visit, council in
        guard visit.agreeing != nil else { throw NotFound() }
        let year = visit.figuresYear(visit.request.form)
        try await visit.write { writer in
            for before in try writer.agreements(in: year) where before.council == council && before.isOf(visit.viewer.account, visit.viewer.name) {
                var after = before
                after.endedOn = visit.today
                try writer.save(Change("figures.withdrawn", from: before, to: after))
            }
        }
        return .goTo(visit.figuresAddress(year, saved: "withdrawn"))
    },
]

extension Visit {
    /// For whom this person agrees; nil for those who don't decide it.
    fileprivate var agreeing: FiguresAgreement.Part? { viewer.plays(.trustLead) ? .trustLead : viewer.plays(.head) ? .head : nil }

    /// Of which school year figures are asked for: this one, or the one before.
    fileprivate func figuresYear(_ asked: FormValues) -> AcademicYear {
        let year = AcademicYear(containing: today)
        return Int(asked["year"]) == year.previous.starting ? year.previous : year
    }

    fileprivate func figuresAddress(_ year: AcademicYear, saved: String? = nil) -> Address {
        councilsPath().asking(["year": year == AcademicYear(containing: today) ? nil : "\(year.starting)", "saved": saved])
    }
}

private func page(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let today = visit.today, this = AcademicYear(containing: today), year = visit.figuresYear(visit.request.query), names = try reader.councilNames(), agreements = try reader.agreements(in: year)
    let figures = try reader.councilFigures(in: year, on: today), ask = visit.viewer.keepingDuties.may(.seeSafetyNet) ? try reader.councilsToAsk(for: visit.viewer, on: today) : []
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    let cards: [HTML] = figures.map { one in
        let held = agreements.filter { $0.council == one.council }
        let few: HTML = "<p>There are fewer than \(CouncilFigures.leastCases) cases or children in this school year, so no figures are shown.</p>"
        return card(name(one.council, names), (one.isEnough ? numbers(one) : few) + (one.isEnough || !held.isEmpty ? publishing(one, held, year, visit) : ""))
    }
    let other = year == this ? this.previous : this
    return visit.page(year == this ? "Councils and their days" : "Councils and their days in \(year)", at: "duties", """
        \(crumbs(("What is due", dutiesPath())))\(saved)\(pageTitle("Councils and their days", lead: "The whole trust in the school year \("\(year)"). Only days count that the council said or we saw; estimated days and excused duties don’t. No child is in it.", actions: [linkButton("See the school year \("\(other)")", visit.figuresAddress(other), aside: true)]))\
        \(figures.isEmpty ? "<p>No duty of a council has come due in this school year.</p>" : "\(cards)")\
        \(ask.isEmpty ? "" : card("Write the week’s summary", "<p>One courteous text for each officer in a week, which you send yourself. Here stands who owes something now, or within two weeks.</p>\(ask.map { letters($0, names) })"))
        """)
}

/// One council: for all schools together, and for each alone.
private func letters(_ ask: CouncilToAsk, _ names: [String: String]) -> HTML {
    let council = name(ask.council, names), address = councilSummaryPath(ask.council), most = 120
    let together: HTML = ask.schools.count < 2 ? "" : "<li><a href=\"\(address)\">\(council), for \(count(ask.schools.count, "school")) together</a></li>"
    let each: [HTML] = ask.schools.prefix(most).map { "<li><a href=\"\(address.asking(["school": "\($0.id)"]))\">\(council), for \($0.name)</a> <span class=\"quiet\">\(count($0.number, "thing"))</span></li>" }
    return "<ul class=\"plain\">\(together)\(each)</ul>\(ask.schools.count > most ? "<p>\(ask.schools.count - most) schools more stand in the text for all together.</p>" : "")"
}

private func name(_ council: String, _ names: [String: String]) -> String { names[council]?.nonEmpty ?? "Council \(council)" }

private func numbers(_ one: CouncilFigures) -> HTML {
    facts([("Cases", "\(one.cases)"), ("Children", "\(one.children)"), ("Duties that came due or were done", "\(one.duties)"), ("Of them late", "\(one.late) (\(one.late * 100 / max(1, one.duties)) %)"), ("The middle of how late", "\(one.late == 0 ? "–" : count(one.middle, "day"))")])
}

/// What was agreed to stands there as it was: later figures need a new agreement.
private func publishing(_ one: CouncilFigures, _ held: [FiguresAgreement], _ year: AcademicYear, _ visit: Visit) -> HTML {
    let signed: [HTML] = held.map { "<li>\($0.who), \($0.part.label), \($0.agreedOn.inWords)</li>" }, list: HTML = signed.isEmpty ? "" : "<ul>\(signed)</ul>"
    let agreed: HTML = held.first.map { "<h3>As agreed, of \($0.figuresOn.inWords)</h3>\(numbers($0.figures))" } ?? ""
    let words: HTML = Set(held.map(\.part)).count == 2 ? "<p><strong>These figures may be published,</strong> and no later ones before both agree anew. Both have agreed:</p>"
        : "<p><strong>Not to be published.</strong> Figures may be published only when a head and the trust’s SEND lead agree.\(signed.isEmpty ? "" : " So far agreed:")</p>"
    guard let part = visit.agreeing else { return agreed + words + list }
    let isMine = held.contains { $0.isOf(visit.viewer.account, visit.viewer.name) }
    if !isMine, held.contains(where: { $0.part == part }) { return agreed + words + list }
    let address = isMine ? withdrawFiguresPath(one.council) : agreeFiguresPath(one.council), label: HTML = isMine ? "Take your agreement back" : held.isEmpty ? "Agree that these figures may be published" : "Agree to the figures of \(held[0].figuresOn.inWords)"
    return agreed + words + list + """
        <form method="post" action="\(address)"><input type="hidden" name="year" value="\(year.starting)"><input type="hidden" name="seen" value="\((held.first?.figures ?? one).mark)">\
        <p class="actions no-print"><button class="second">\(label)</button></p></form>
        """
}
