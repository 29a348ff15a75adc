import Basics
import Pages

/// The emergency lines at the very top of the pupil's page. They always print.
func emergencyCard(_ sheet: PupilSheet) -> HTML {
    let lines: [HTML] = sheet.record.emergencies(on: sheet.today).map { line in
        let pupil = sheet.pupil.id
        let acts: HTML = sheet.decides ? """
            <p class="actions no-print">\(quietLink("Change", line.kind.label, changeEmergencyPath(pupil, line.id))) \(quietLink("End", line.kind.label, endEmergencyPath(pupil, line.id)))</p>
            """ : ""
        return "<h3>\(line.kind.label)</h3>\(emergencyFacts(line))\(acts)"
    }
    if lines.isEmpty { return "" }
    return "<section class=\"card emergency\" id=\"emergency\"><h2><span class=\"tag tag-bad\">Emergency</span> What to do for \(sheet.pupil.calledName)</h2>\(lines)</section>"
}

/// What to do, what one sees, the medicine, whom to call.
func emergencyFacts(_ line: EmergencyLine) -> HTML { facts(line.parts.map { ($0.label, "\($0.text)") }) }

/// Beside a name in a list: what it is about on the screen, and what to do where the list is printed.
func emergencyTags(_ lines: [EmergencyLine]) -> HTML {
    if lines.isEmpty { return "" }
    let tags: [HTML] = lines.map { "<span class=\"tag tag-bad\">Emergency: \($0.kind.label)</span>" }
    let printed: [HTML] = lines.map { line in "<span class=\"print-only\">\(line.kind.label). \(line.parts.map { "\($0.label): \($0.text)" }.joined(separator: " "))</span>" }
    return "<br>\(tags.joined(" "))\(printed)"
}
