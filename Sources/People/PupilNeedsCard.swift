import Access
import Basics
import Pages

/// Status and needs, each with what can be done about it.
func needsCard(_ sheet: PupilSheet) -> HTML {
    let status = sheet.status, open = sheet.record.register.openNeeds(on: sheet.today)
    var list: [(String, HTML)] = [("Status", "\(statusTag(status?.provision)) \(status.map { "since \($0.spell.starts.inWords)" })")]
    for (place, need) in open.enumerated() { list.append((placeWords(place, open.count), needFact(need, place, open.count, sheet))) }
    if open.isEmpty { list.append(("Needs", "None recorded")) }
    return card("Status and needs", id: "needs", facts(list))
}

private func placeWords(_ place: Int, _ count: Int) -> String {
    switch place {
    case 0: "Main need"
    case 1: "Second need"
    default: "Need \(place + 1)"
    }
}

private func needFact(_ need: PupilNeed, _ place: Int, _ count: Int, _ sheet: PupilSheet) -> HTML {
    let area = AreaOfNeed.all.first { $0.key == need.area }?.label ?? "No area of need"
    let words: HTML = "\(need.label)<br><span class=\"quiet\">\(area) · since \(need.spell.starts.inWords)</span>"
    guard sheet.decides else { return words }
    let pupil = sheet.pupil.id
    var acts: [HTML] = []
    if place > 0 { acts.append(move(need, "up", "Move up", sheet)) }
    if place < count - 1 { acts.append(move(need, "down", "Move down", sheet)) }
    acts.append(quietLink("Choose area", need.label, chooseAreaPath(pupil, need.id)))
    acts.append(quietLink("End", need.label, endNeedPath(pupil, need.id)))
    return "\(words)<div class=\"actions no-print\">\(acts)</div>"
}

private func move(_ need: PupilNeed, _ way: String, _ label: String, _ sheet: PupilSheet) -> HTML {
    """
    <form method="post" action="\(moveNeedPath(sheet.pupil.id, need.id, way))"><input type="hidden" name="seen" value="\(sheet.seen)">\
    <button class="second">\(label)<span class="unseen">: \(need.label)</span></button></form>
    """
}

/// A link whose few words are told apart by what they are about.
public func quietLink(_ label: String, _ about: String, _ address: Address) -> HTML {
    "<a href=\"\(address)\">\(label)<span class=\"unseen\">: \(about)</span></a>"
}

/// Every entry of the SEN history, for whoever may put one right.
func statusesCard(_ sheet: PupilSheet) -> HTML {
    let spells = sheet.record.register.provisions
    guard sheet.decides, !spells.isEmpty else { return "" }
    let rows: [HTML] = spells.reversed().map { spell in
        """
        <tr><th scope="row">\(CodeList.provision.label(spell.provision)) (\(spell.provision))</th><td data-label="From">\(spell.spell.starts.inWords)</td>\
        <td data-label="To">\(spell.spell.ends?.inWords)</td><td>\(spell.decidedHere ? "Decided here" : "Read from a file")</td>\
        <td class="no-print">\(quietLink("Correct", spell.inWords, correctStatusPath(sheet.pupil.id, spell.id)))\(sheet.handOver("provision_spell", spell.id, about: "the reason of \(spell.inWords)"))</td></tr>
        """
    }
    return card("Entries of the SEN history", id: "entries", table("Entries", [head("Status"), head("From"), head("To"), head("How"), head("Change")], rows))
}
