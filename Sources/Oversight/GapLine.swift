import AreaKit
import Basics
import Pages
import People

/// One finding on a page: what, since when, the next step, and the two answers.
struct GapLine {
    let rule: SafetyRule
    let finding: Finding
    let answer: FindingAnswer?

    init(_ rule: SafetyRule, _ finding: Finding, _ answer: FindingAnswer?) {
        self.rule = rule
        self.finding = finding
        self.answer = answer
    }

    var path: Address { finding.address(answerFindingPath, of: rule) }
    /// Tells the fields of one finding from those of the others.
    private var mark: String { "\(rule.id)-\(finding.school)-\(finding.pupil.map { "\($0)" } ?? "school")\(finding.subject.isEmpty ? "" : "-\(finding.subject)")" }
    private var about: HTML { "<span class=\"unseen\">: \(finding.name.isEmpty ? finding.urn : finding.name)</span>" }

    func html(_ schools: [SchoolID: String], _ today: Day, _ leads: [SchoolID: String], withForm: Bool) -> HTML {
        """
        <li class="finding"><p>\(words)</p><p class="quiet">\(details(schools, today))</p>\
        <div class="actions"><a class="button second" href="\(finding.next)">\(rule.next)\(about)</a>\(answers(withForm, safety(leads[finding.school])))</div></li>
        """
    }

    var words: HTML {
        guard let pupil = finding.pupil else { return "\(finding.message)" }
        return "<a class=\"name\" href=\"\(pupilPath(pupil))\">\(finding.name)</a>: \(finding.message)"
    }

    private func details(_ schools: [SchoolID: String], _ today: Day) -> String {
        let since = finding.since.map { "Since \($0.inWords)\(Self.age(today - $0))" }
        let said = answer.map { "\($0.answeredBy) on \($0.answeredOn.inWords): “\($0.reason)”\($0.until.map { ", ask again on \($0.inWords)" } ?? "")" }
        return [schools[finding.school], since, said].compactMap { $0 }.joined(separator: " · ")
    }

    /// ` (3 weeks)`; months from nine weeks on, years from two years on.
    static func age(_ days: Int) -> String {
        switch days {
        case ..<7: ""
        case ..<63: " (\(count(days / 7, "week")))"
        case ..<730: " (\(count(days / 30, "month")))"
        default: " (\(count(days / 365, "year")))"
        }
    }

    /// What stands above a box about the pupil; nil where the finding is about the school itself.
    func safety(_ lead: String?) -> ChildNotice? {
        finding.pupil.map { ChildNotice(lead: lead, handOver: handOverPath($0).asking(["form": path.text])) }
    }

    private func answers(_ withForm: Bool, _ safety: ChildNotice?) -> HTML {
        if answer != nil {
            return "<form method=\"post\" action=\"\(finding.address(askAgainPath, of: rule))\"><button class=\"second\">Ask about it again\(about)</button></form>"
        }
        if !withForm { return "<a href=\"\(path)\">Answer this\(about)</a>" }
        let warning: HTML = safety.map { "<p class=\"hint\">\($0.words)</p><input type=\"hidden\" name=\"\(ChildNotice.field)\" value=\"because\">" } ?? ""
        return """
            <details><summary>Ask me again on…\(about)</summary><form method="post" action="\(path)"><input type="hidden" name="answer" value="later">\
            <div class="field"><label for="until-\(mark)">Ask me again on</label><input id="until-\(mark)" name="until" type="date" required></div>\
            \(warning)<div class="field"><label for="later-\(mark)">Because</label><input id="later-\(mark)" name="because" required></div><p class="actions"><button class="second">Ask me later</button> \(safety?.button ?? "")</p></form></details>\
            <details><summary>It is right as it is because…\(about)</summary><form method="post" action="\(path)"><input type="hidden" name="answer" value="right">\
            \(warning)<div class="field"><label for="right-\(mark)">It is right because</label><input id="right-\(mark)" name="because" required></div>\
            <p class="actions"><button class="second">Say it is right</button> \(safety?.button ?? "")</p></form></details>
            """
    }
}
