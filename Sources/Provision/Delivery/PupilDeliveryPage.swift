import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What a pupil gets and what came of it: by the lines that are owed, and by provision.
let pupilDeliveryRoutes: [Route] = [
    .read(pupilProvisionPath, .seeProvision) { visit, pupil in
        try await visit.read { try PupilDeliveryPage(visit, $0, pupil).answer() }
    },
]

struct PupilDeliveryPage {
    private let visit: Visit
    private let pupil: Pupil
    private let span: DeliverySpan
    private let delivery: Delivery
    private let powers: Set<Permission>
    private let names: [ProvisionID: String]
    /// Whether their family reads it.
    private let isFamily: Bool

    init(_ visit: Visit, _ reader: Reader, _ id: PupilID) throws {
        powers = try reader.powers(of: visit.viewer, over: id, on: visit.today)
        guard powers.contains(.seeProvision) else { throw NotFound() }
        (self.visit, pupil, span) = (visit, try reader.pupil(id, for: visit.viewer, on: visit.today), DeliverySpan(visit.request.query))
        isFamily = try reader.powers(of: visit.viewer.inStaffParts, over: id, on: visit.today).isEmpty
        let school = try reader.schoolOfToday(id, visit.today)
        let year = try school.flatMap { try reader.schoolYearDays(of: [$0], from: visit.today - 366, to: visit.today)[$0] }
        delivery = try reader.delivery(DeliveryQuestion(pupils: [id], from: span.first(year, on: visit.today), to: visit.today, today: visit.today), for: visit.viewer)
        names = try reader.provisionNames(of: delivery.provisions.map(\.run.id), for: visit.viewer, on: visit.today)
    }

    private var works: Bool { powers.contains(.workOnProvision) }
    private var provisions: [WholeProvision] { delivery.provisions(of: pupil.id) }
    private var lines: [OwedLine] { delivery.lines[pupil.id] ?? [] }

    private func name(_ whole: WholeProvision) -> String { names[whole.run.id] ?? "" }

    func answer() -> Answer {
        let title = "Provision of \(pupil.calledName)", path = pupilProvisionPath(pupil.id), add = works ? [linkButton("Add what is owed", addOwedLinePath(pupil.id))] : []
        return visit.page(title, at: isFamily ? "pupils" : "provision", """
            \(isFamily ? crumbs((pupil.name, pupilPath(pupil.id))) : crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))\(saved)\
            \(pageTitle(title, lead: "From \(delivery.from.inWords) to \(visit.today.inWords).", actions: add + [printButton("Print this page")]))\
            \(span.links { path.asking(["for": $0.rawValue]) })\(isFamily ? "" : alerts)\(owed)\(given)\(MinuteCells.words)
            """)
    }

    private var saved: HTML { visit.request.query["saved"].isEmpty ? "" : notice("Saved.") }

    private var alerts: HTML {
        let found: [HTML] = delivery.alerts(of: pupil.id).map { "<li>\($0.inWords)</li>" }
        return found.isEmpty ? "" : Pages.card("What is short", id: "short", "<ul>\(found)</ul>")
    }

    private var owed: HTML {
        if lines.isEmpty { return isFamily ? "" : Pages.card("Owed by the plan", id: "owed", "<p>Nothing is written down that is owed in minutes. Lines of section F, or of the school’s own plan, stand here.</p>") }
        let rows: [HTML] = lines.map { line in
            let minutes = delivery.minutes(of: line), short = minutes.shortfall
            let state: HTML = minutes.owed == 0 ? "<span class=\"tag tag-none\">Nothing due yet</span>" : short > 0 ? "<span class=\"tag tag-warn\">\(short) short</span>" : "<span class=\"tag tag-good\">Met</span>"
            return """
                <tr><th scope="row">\(line.words) \(line.isSectionF ? "<span class=\"tag tag-plan\">Section F</span>" : "")<p class="quiet">\(line.minutes) minutes \(line.per.label)\(line.isAlone ? ", alone with an adult" : ""), \(line.spell.inWords)</p>\(links(line))</th>\
                <td class="number" data-label="Owed">\(grouped(minutes.owed))</td>\(MinuteCells.of(minutes))<td>\(state)</td></tr>
                """
        }
        return Pages.card("Owed by the plan", id: "owed", "<p class=\"hint\">Counted in weeks that are over.</p>\(table("What is owed and what came of it, in minutes", [head("Line"), head("Owed", number: true)] + MinuteCells.heads + [head("Where it stands")], rows))")
    }

    private func links(_ line: OwedLine) -> HTML {
        let words: HTML = "<span class=\"unseen\"> “\(line.words.prefix(40).description)”</span>"
        return works ? "<p class=\"actions no-print\"><a href=\"\(changeOwedLinePath(pupil.id, line.id))\">Change\(words)</a> <a href=\"\(endOwedLinePath(pupil.id, line.id))\">End\(words)</a></p>" : ""
    }

    private var given: HTML {
        if provisions.isEmpty { return Pages.card("Provision", id: "provision", "<p>\(pupil.calledName) took part in no provision of their own in these days.</p>") }
        if isFamily { return Pages.card("What the school does", id: "provision", "<ul>\(provisions.map(plain))</ul>") }
        let rows: [HTML] = provisions.map { whole in
            "<tr><th scope=\"row\"><a class=\"name\" href=\"\(provisionPath(whole.run.id))\">\(name(whole))</a><p class=\"quiet\">\(count(delivery.sessions(of: whole.run.id).count, "session")) planned</p></th>\(MinuteCells.of(delivery.minutes(of: pupil.id, in: whole.run.id)))</tr>"
        }
        let sum: HTML = "<tr><th scope=\"row\">All of it</th>\(MinuteCells.of(delivery.minutes(of: pupil.id)))</tr>"
        return Pages.card("By provision", id: "provision", table("Minutes by provision", [head("Provision")] + MinuteCells.heads, rows + [sum]))
    }

    /// For a family, in sentences.
    private func plain(_ whole: WholeProvision) -> HTML {
        let minutes = delivery.minutes(of: pupil.id, in: whole.run.id), called = pupil.calledName
        var words = ["\(count(minutes.planned, "minute")) were planned, and \(called) was there for \(minutes.received)."]
        if minutes.offered > minutes.received { words.append("For \(count(minutes.offered - minutes.received, "minute")) it was ready and \(called) was not there.") }
        if minutes.missed > 0 { words.append("\(count(minutes.missed, "minute")) \(minutes.missed == 1 ? "was" : "were") missed.") }
        if minutes.madeUp > 0 { words.append("\(count(minutes.madeUp, "minute")) \(minutes.madeUp == 1 ? "was" : "were") made up.") }
        if minutes.unproved > 0 { words.append("Of \(count(minutes.unproved, "minute")) nobody has said yet what happened.") }
        return "<li><b>\(name(whole))</b>: \(words.joined(separator: " "))</li>"
    }
}

extension FoundAlert {
    /// `Section F: 30 of 60 minutes in the week of 2 November 2026, not made up. “Reads with an adult”`.
    var inWords: HTML {
        switch alert.kind {
        case .shortfall: "<b>Section F:</b> \(alert.offered) of \(count(alert.owed, "minute")) in the week of \(alert.from.inWords), not made up. “\(line?.words ?? "")”"
        case .underThreshold: "<b>\(run?.name ?? ""):</b> \(alert.offered) of \(count(alert.owed, "minute")) offered in four school weeks from \(alert.from.inWords)."
        }
    }
}
