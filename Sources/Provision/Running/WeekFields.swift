import Basics
import Pages

/// The fields of a week: its times with who gives them, how many take part, the money and the proof.
/// - Parameters:
///   - usual: what is usual for what is given, in words.
///   - clashes: what the times meet, as they stand.
func weekFields(_ write: FormWriter, _ typed: FormValues, _ kind: InterventionKind, _ staff: StaffNames, clashes: HTML) -> HTML {
    let places = Array(0..<typed.rows), names: [HTML] = staff.current.map { "<option value=\"\($0.name)\"></option>" }
    let times: [HTML] = places.map { timeFields(write, typed, $0) }
    return """
        <h2>When, and who gives it</h2><div id="times" tabindex="-1">\(write.problem("times"))</div>\(write.hidden("rows"))<datalist id="staff-names">\(names)</datalist>\(times)\
        <p class="actions"><button class="second" name="more" value="yes">Add a time</button> <button class="second" name="check" value="yes">Check times</button></p>\
        <div id="clashes" role="status" data-asks="\(provisionClashesPath())">\(clashes)</div>\
        <h2>How many, by which money, and how one knows</h2>\
        \(write.text("group_size", "Pupils in the group", hint: "For how many it is planned. 1 for one to one."))\
        \(write.select("funding", "Which money pays for it?", [Choice("", "The school’s own budget")] + FundingStream.all.map { Choice($0.key, $0.isProposal ? "\($0.label) (proposed)" : $0.label) }))\
        \(write.text("session_price", "Price of a session in pounds", hint: "Only where somebody from outside gives it."))\
        \(write.radios("proof", "How does one know that it was given?", proofChoices(kind)))
        """
}

private func timeFields(_ write: FormWriter, _ typed: FormValues, _ place: Int) -> HTML {
    let days = [Choice("", "Choose a day")] + (1...5).map { Choice("\($0)", Day.weekdays[$0 - 1]) }
    let roles = [Choice("", place == 0 ? "Choose" : "As in the first time")] + StaffRole.all.map { Choice($0.key, $0.label) }
    let later: HTML = place == 0 ? "" : "<p class=\"hint\">Leave room, name and pay empty where they are as in the first time.</p>"
    let second = ["second_staff_\(place)", "second_role_\(place)"].contains { typed[$0].nonEmpty != nil }
    return """
        <fieldset class="field"><legend>Time \(place + 1)</legend>\(later)<div class="grid">\(write.select("weekday_\(place)", "Day of the week", days))\
        \(write.text("starts_at_\(place)", "Begins at", hint: place == 0 ? "Such as 9:15." : nil))\(write.text("minutes_\(place)", "Minutes"))\
        \(write.text("staff_\(place)", "Who gives it", hint: place == 0 ? "Begin to type a name, then choose it." : nil, suggestions: "staff-names"))\
        \(write.select("role_\(place)", "Paid as", roles))\(write.text("room_\(place)", "Room"))</div>\
        <details\(second ? " open" : "")><summary>A second adult<span class="unseen">, time \(place + 1)</span></summary><div class="grid">\
        \(write.text("second_staff_\(place)", "Second adult", suggestions: "staff-names"))\(write.select("second_role_\(place)", "Second adult paid as", [Choice("", "As the first")] + StaffRole.all.map { Choice($0.key, $0.label) }))</div></details></fieldset>
        """
}

private func proofChoices(_ kind: InterventionKind) -> [Choice] {
    let usual = kind == .universal ? "Nothing is logged: it is there for everyone." : "Each session is logged where it is one to one, for section F of an EHC plan, or given by somebody from outside. A group is told once a week."
    let rest: [Proof] = kind == .universal ? [.eachSession, .weekly, .none] : [.eachSession, .weekly]
    return [Choice("", "As is usual", hint: usual)] + rest.map { Choice($0.rawValue, $0.label) }
}

extension Day {
    /// The days of a school week, in order.
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
}
