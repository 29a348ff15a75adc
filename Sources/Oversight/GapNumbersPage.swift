import Access
import AreaKit
import Basics
import Database
import Pages

/// The safety net as numbers by rule, for those who see figures and no names.
func gapNumbersPage(_ visit: Visit, _ net: SafetyNet, _ reader: Reader) throws -> Answer {
    let found = try net.look(SafetyQuestion(viewer: visit.viewer, day: visit.today), reader)
    let rows: [HTML] = found.map { findings in
        """
        <tr><th scope="row">\(findings.rule.title)</th><td>\(findings.rule.kind == .gap ? "Gap" : "Please check")</td>\
        <td class="number" data-label="Open">\(grouped(findings.open.count))</td><td class="number" data-label="Older">\(grouped(findings.older.count))</td>\
        <td class="number" data-label="Asked for later">\(grouped(findings.answered(.later).count))</td>\
        <td class="number" data-label="Right as they are">\(grouped(findings.answered(.right).count))</td></tr>
        """
    }
    return visit.page("Safety net in numbers", at: "today", """
        \(pageTitle("Safety net in numbers", lead: "What the school’s staff are asked to mend or to check. No names are shown here."))\
        \(table("Findings by kind", [
            head("What is looked for"), head("Kind"), head("Open", number: true), head("Older", number: true),
            head("Asked for later", number: true), head("Right as they are", number: true),
        ], rows))
        """)
}
