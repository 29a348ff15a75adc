import Basics
import Pages

/// The pupils of a register as a table; on a phone each is a card.
/// - Parameter ticks: whether each pupil has a box to tick.
func registerTable(_ lines: [RegisterLine], showSchool: Bool, ticks: Bool = false) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    let box: HTML = ticks ? head("Tick") : ""
    return table("Pupils on the SEND register", [
        box, head("Name"), head("Year"), head("Class"), school, head("Status"), head("Needs, main need first"), head("Since"),
    ], lines.map { row($0, showSchool, ticks) })
}

private func row(_ line: RegisterLine, _ showSchool: Bool, _ ticks: Bool) -> HTML {
    let school: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
    let needs = [line.need1, line.need2].compactMap { $0 }.map(NeedType.label).joined(separator: "; ")
    return """
        <tr>\(ticks ? box(line) : "")<th scope="row"><a class="name" href="\(pupilPath(line.pupil))">\(line.calledForename) <b>\(line.calledSurname)</b></a>\(emergencyTags(line.emergencies))</th>\
        <td>\(line.year.label)</td><td data-label="Class">\(line.className)</td>\(school)<td>\(statusTag(line.provision))\(bases(line))</td>\
        <td>\(needs)</td><td class="date" data-label="Since">\(line.provisionSince?.short)</td></tr>

        """
}

private func box(_ line: RegisterLine) -> HTML {
    """
    <td class="no-print"><label class="choice"><input type="checkbox" name="pupil" value="\(line.pupil.rawValue)"><span class="unseen">\(line.calledForename) \(line.calledSurname)</span></label></td>
    """
}

private func bases(_ line: RegisterLine) -> HTML {
    let words = [line.unit ? "SEN unit" : nil, line.resourced ? "Resourced provision" : nil].compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? "" : " <span class=\"quiet\">\(words)</span>"
}

/// A status as a small label; its words say it, not only its colour.
public func statusTag(_ provision: String?) -> HTML {
    switch provision {
    case "E", "S": "<span class=\"tag tag-plan\">EHC plan</span>"
    case "K", "A", "P", "Q": "<span class=\"tag tag-support\">SEN support</span>"
    case "N": "<span class=\"tag tag-none\">No SEN</span>"
    case nil: "<span class=\"tag tag-warn\">Not recorded</span>"
    case let code?: "<span class=\"tag tag-warn\">Unknown code \(code)</span>"
    }
}

extension RegisterLine {
    var calledForename: String { preferredForename.isEmpty ? forename : preferredForename }
    var calledSurname: String { preferredSurname.isEmpty ? surname : preferredSurname }
}
