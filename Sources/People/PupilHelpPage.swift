import Access
import AreaKit
import Basics
import Pages

/// Opens the whole record of a pupil with a reason, which is kept.
public let openRecordPath = PagePath<PupilID>("/pupils/*/open")

/// A pupil as those see them who help without needing the whole record: who, status, needs, how to help, and what to
/// do in an emergency. Each role sees what its work needs and no more (domain 8.4).
func helpPage(_ sheet: PupilSheet, _ others: [HTML]) -> Answer {
    let pupil = sheet.pupil
    return sheet.visit.page(pupil.name, at: "pupils", """
        \(crumbs(("SEND register", registerPath())))\(savedNotice(sheet))\(pageTitle(pupil.calledName, lead: placeAndStatus(sheet), actions: [printButton("Print this page")]))\(emergencyCard(sheet))\
        \(card("Who \(pupil.calledName) is", id: "who", facts(sheet.seen(by: [.dataManager]) ? whoFacts(sheet) : namesOnly(sheet))))\(needsCard(sheet))\
        \(howToHelpCard(sheet))\(sheet.seen(by: .teaching) ? watchCard(sheet) + telephonesCard(sheet) : "")\(others)\(openCard(sheet))
        """)
}

extension Set<Role> {
    /// Those who teach or look after a pupil in class.
    static let teaching: Set<Role> = [.teacher, .assistant, .cover]
    /// Those who read codes and numbers, not words about how a child learns.
    fileprivate static let countingOnly: Set<Role> = [.dataManager]
}

private func namesOnly(_ sheet: PupilSheet) -> [(String, HTML)] {
    let pupil = sheet.pupil
    let called: [(String, HTML)] = pupil.preferredForename.nonEmpty.map { [("Likes to be called", "\($0)")] } ?? []
    return called + [("Name", "\(pupil.name)"), ("Age", "\(count(pupil.birth.age(on: sheet.today), "year"))")]
}

/// What helps most pupils with these needs, in everyday words. What helps this pupil comes before it.
private func howToHelpCard(_ sheet: PupilSheet) -> HTML {
    if sheet.parts.allSatisfy({ Set<Role>.countingOnly.contains($0.role) }) { return "" }
    let items: [HTML] = HowToHelp.lines(for: sheet.record.register.openNeeds(on: sheet.today)).map { "<li>\($0)</li>" }
    if items.isEmpty { return "" }
    return card("How to help", id: "help", "<p class=\"quiet\">What helps most pupils with these needs. Ask the SENCO what helps \(sheet.pupil.calledName) most.</p><ul>\(items)</ul>")
}

/// Whom to ring, for those who have the pupil in front of them. No address and no order of a court stands here.
private func telephonesCard(_ sheet: PupilSheet) -> HTML {
    if sheet.pupil.sealed { return "" }
    let items: [HTML] = sheet.record.contacts.filter { !$0.phones.isEmpty }.map { contact in
        let care: HTML = contact.courtOrder.isEmpty ? "" : " <span class=\"quiet\">Ask the office before you ring or hand over.</span>"
        return "<li>\(contact.name), \(CodeList.relationships.label(contact.relationship).lowercasedStart): \(contact.phones)\(care)</li>"
    }
    return items.isEmpty ? "" : card("Telephone", id: "contacts", "<ul class=\"plain\">\(items)</ul>")
}

private func openCard(_ sheet: PupilSheet) -> HTML {
    guard sheet.viewer.may(.openRecord) else { return "" }
    return card("The whole record", printed: false, """
        <p>You see what your work needs from day to day. If you need more about \(sheet.pupil.calledName), say why. Your reason is kept, and the school sees it.</p>\
        <p class="actions">\(linkButton("Open the whole record: say why", openRecordPath(sheet.pupil.id)))</p>
        """)
}
