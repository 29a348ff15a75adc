import Access
import Basics
import Database
import Pages

/// A child's page as the family reads it: in kind words what the school has noted, what it does, whom to speak to
/// and who sees this. Nothing of other contacts, of confidential addresses or of orders of a court.
func familyPage(_ sheet: PupilSheet, senco: String?, _ others: [HTML]) -> Answer {
    let pupil = sheet.pupil, words = FamilyWords(sheet)
    let whom: HTML = senco.map { "<b>\($0)</b> leads this work at the school (the SENCO)." } ?? "Ask the school office for the SENCO, who leads this work."
    return sheet.visit.page(pupil.name, at: "pupils", """
        \(pageTitle(words.title, lead: place(sheet), actions: [printButton("Print this page")]))\(emergencyCard(sheet))\
        \(card("The help now", id: "needs", "<p>\(words.status)</p>\(needs(sheet, words))"))\(others)\
        \(card("Whom to speak to", id: "contact", "<p>\(whom) \(words.ask)</p>"))\
        \(card("Who sees this", id: "readers", readers(words)))
        """)
}

/// The sentences of the page, to a parent about a child or to a young person.
private struct FamilyWords {
    let title: String, status: String, ask: String, whom: String

    init(_ sheet: PupilSheet) {
        let name = sheet.pupil.calledName, own = sheet.seen(by: [.youngPerson])
        title = own ? "Your page, \(name)" : sheet.pupil.name
        (whom, ask) = own
            ? ("you", "Tell them what helps you and what does not. You may bring somebody you trust.")
            : (name, "Tell them what you see at home, what works, and what worries you. If something here is wrong, say so: it will be looked at.")
        let code = sheet.status.flatMap { CodeList.censusProvision($0.provision) }, since = sheet.status?.spell.starts.inWords ?? ""
        status = switch code {
        case "E": "\(own ? "You have" : "\(name) has") an education, health and care plan, since \(since). The council keeps it, and it is looked at with \(own ? "you" : "the family") at least once a year."
        case "K": "\(own ? "You get" : "\(name) gets") SEN support, since \(since): help that is more than, or different from, what everyone gets. The school talks with the family about it at least three times a year."
        case "N": "\(own ? "You learn" : "\(name) learns") with the help that everyone in class gets. If that is not enough, speak to the school."
        default: "The school has not written down yet whether extra help is needed. Ask about it if you wonder."
        }
    }
}

private func place(_ sheet: PupilSheet) -> HTML {
    guard let roll = sheet.record.roll(on: sheet.today) else { return "" }
    return "\([roll.school, roll.year?.label, roll.className.map { "class \($0)" }].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "))"
}

private func needs(_ sheet: PupilSheet, _ words: FamilyWords) -> HTML {
    let open = sheet.record.register.openNeeds(on: sheet.today)
    if open.isEmpty { return "" }
    let items: [HTML] = open.map { "<li>\($0.label) <span class=\"quiet\">since \($0.spell.starts.inWords)</span></li>" }
    let help: [HTML] = HowToHelp.lines(for: open).map { "<li>\($0)</li>" }
    let does: HTML = help.isEmpty ? "" : "<h3>What teachers do first</h3><ul>\(help)</ul>"
    return "<h3>What the school knows \(words.whom == "you" ? "you need" : "\(words.whom) needs") help with</h3><ul class=\"plain\">\(items)</ul>\(does)"
}

private func readers(_ words: FamilyWords) -> HTML {
    """
    <ul class="plain"><li><b>The whole record:</b> the SENCO and those who work with the SENCO, the headteacher and senior leads, and those who lead on safeguarding and on children in care.</li>\
    <li><b>What helps, and emergencies:</b> the teachers and assistants who work with \(words.whom), and specialists who were asked to help.</li>\
    <li><b>Codes and numbers:</b> the data manager, for the school census.</li><li><b>The trust’s SEND lead</b> opens the whole record only with a reason, which is kept.</li>\
    <li><b>Governors and trustees</b> see figures, never a name.</li></ul><p>Everyone who looks is written down. You may ask the school who has looked.</p>
    """
}

extension Reader {
    /// The SENCO of the school that a pupil goes to, by the school's list of staff.
    func senco(of record: PupilRecord, on day: Day) throws -> String? {
        try record.roll(on: day).flatMap { try staffName(withRole: "SENCO", at: $0.enrolment.school) }
    }
}
