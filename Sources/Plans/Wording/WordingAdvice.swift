import Pages

/// What the checks of the wording say about an outcome, for the page on which it is written. Empty where they say nothing.
/// - Parameter what: what is read, as the sentence names it.
func wordingAdvice(_ findings: [WordingFinding], about what: String = "the outcome", id: String = "wording") -> HTML {
    if findings.isEmpty { return "" }
    let title = findings.count == 1 ? "One thing about the wording" : "\(findings.count) things about the wording"
    return """
        <section class="card no-print" id="\(id)"><h2>\(title)</h2>\
        <p class="hint">This is advice; you may save \(what) as it is. It is worked out here and sent nowhere.</p><ul>\(findings.map(advice))</ul></section>
        """
}

private func advice(_ finding: WordingFinding) -> HTML {
    let said: HTML = finding.said.isEmpty ? "" : " (“\(finding.said)”)"
    return """
        <li><b>\(finding.part.label): \(finding.check.title)</b>\(said). \(finding.check.reason) <span class="hint">For example: \(finding.check.example.after)</span></li>
        """
}
