import Access
import AreaKit
import Basics
import Pages

/// The findings as cards, one for each rule.
struct GapsList {
    let found: [RuleFindings]
    let ask: GapsQuestion
    let today: Day
    /// The schools' names, where more than one is shown.
    let names: [SchoolID: String]
    /// The safeguarding lead of each school, above the boxes of the forms.
    let leads: [SchoolID: String]
    /// Notes whom the list names.
    let witness: Witness

    /// How many of one rule are shown beside the others, and on its own page.
    static let few = 20, many = 30
    /// Forms to answer stand on the page while it stays small; else they are one click away.
    static let forms = 15
    /// More kinds than this are shown in brief.
    static let mostKinds = 40
    /// With many kinds of gaps each group is shorter, so that the page stays small.
    private var shown: Int {
        if !ask.rule.isEmpty { return Self.many }
        let kinds = found.count { !lines($0).isEmpty }
        return found.reduce(0) { $0 + min(Self.few, lines($1).count) } > 60 ? max(1, min(5, 80 / kinds)) : Self.few
    }
    private var withForms: Bool { found.reduce(0) { $0 + min(shown, lines($1).count) } <= Self.forms }

    var html: HTML {
        let groups = found.filter { !lines($0).isEmpty }
        let nothing: HTML = groups.isEmpty ? "<p role=\"status\">\(emptyWords)</p>" : ""
        return "\(nothing)\(groups.map(group))\(olderGroup)"
    }

    private var emptyWords: String {
        switch ask.show {
        case "later": "Nothing is put off."
        case "right": "Nothing is marked as right as it is."
        case "older": "Nothing is older."
        default: "Nothing is missed here, as far as the safety net can tell."
        }
    }

    private func lines(_ findings: RuleFindings) -> [GapLine] {
        switch ask.show {
        case "later", "right": findings.answered.filter { $0.answer.kind.rawValue == ask.show }.map { GapLine(findings.rule, $0.finding, $0.answer) }
        case "older": findings.older.map { GapLine(findings.rule, $0, nil) }
        default: findings.open.map { GapLine(findings.rule, $0, nil) }
        }
    }

    private func group(_ findings: RuleFindings) -> HTML {
        let rule = findings.rule, all = lines(findings), number = all.count
        let first = ask.rule.isEmpty ? 0 : min((ask.page - 1) * Self.many, number)
        let shownLines = all[first..<min(first + (isBrief && number > 1 ? 0 : shown), number)]
        witness.saw(shownLines.compactMap(\.finding.pupil))
        return """
            <section class="card" id="\(rule.id)"><header><h2>\(rule.title) <span class="count">\(number)<span class="unseen"> found</span></span> \(tag(rule))</h2>\
            <p>\(why(rule)) <span class="quiet">\(rule.who).</span></p></header>\
            \(shownLines.isEmpty ? "" : "<ul class=\"findings\">\(shownLines.map { $0.html(names, today, leads, withForm: withForms) })</ul>")\(rest(rule, number, shownLines.count))</section>
            """
    }

    /// Of very many kinds at once each is a heading with its number, and a click away: the page stays small.
    private var isBrief: Bool { ask.rule.isEmpty && found.count { !lines($0).isEmpty } > Self.mostKinds }

    private func why(_ rule: SafetyRule) -> HTML {
        isBrief ? "<a href=\"\(ask.address(rule: rule.id))\">Why<span class=\"unseen\">: \(rule.title)</span></a>" : "\(rule.why)"
    }

    private func tag(_ rule: SafetyRule) -> HTML {
        rule.kind == .gap ? "<span class=\"tag tag-bad\">Gap</span>" : "<span class=\"tag tag-warn\">Please check</span>"
    }

    private func rest(_ rule: SafetyRule, _ number: Int, _ shown: Int) -> HTML {
        if !ask.rule.isEmpty {
            return pager(ask.page, of: (number + Self.many - 1) / Self.many, size: Self.many) { ask.address(page: $0) }
        }
        return shown == number ? "" : "<p class=\"actions\"><a class=\"button second\" href=\"\(ask.address(rule: rule.id))\">See all \(grouped(number))<span class=\"unseen\">: \(rule.title)</span></a></p>"
    }

    /// What was there before the schools began with Trellis: one folded group.
    private var olderGroup: HTML {
        let number = found.older
        if number == 0 || !ask.show.isEmpty { return "" }
        let kinds: [HTML] = found.filter { !$0.older.isEmpty }.map { findings in
            "<li><a href=\"\(ask.address(rule: findings.rule.id, show: "older"))\">\(findings.rule.title)</a>: \(grouped(findings.older.count))</li>"
        }
        return """
            <details class="card" id="older"><summary>\(number == 1 ? "1 older finding" : "\(grouped(number)) older findings"), from before go-live</summary>\
            <p>They were there before the day on which the school’s safety net begins. Mend them when there is time.</p><ul>\(kinds)</ul></details>
            """
    }
}
