import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One consultation: what is asked, by when and why, the facts of the school, the answer.
let consultationRoutes: [Route] = [
    .read(consultationPath, .seeSafetyNet) { visit, id in
        try await visit.noteLook(at: id)
        return try await visit.read { try page(visit, $0, $0.consultation(id, for: visit.viewer)) }
    },
]

extension Visit {
    /// Writes down that this person looked at a consultation, or at a paper of it.
    /// - Throws: `NotFound` where it is not in their sight.
    func noteLook(at id: ConsultationID) async throws {
        let held = try await read { try $0.consultation(id, for: viewer).held }
        try await write { try $0.noteLook(at: held, by: viewer.signature) }
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ line: ConsultationLine) throws -> Answer {
    let held = line.held, writes = held.disposedOn == nil && visit.viewer.answeringConsultations.sees(held.school) && !visit.viewer.answeringConsultations.parts.isEmpty
    guard let school = try reader.one(held.school, of: School.self) else { throw NotFound() }
    let asked: [(String, HTML)] = [
        ("Born", "\(held.birth?.inWords ?? "")"), ("School now", "\(held.currentSchool)"), ("Year group to join", "\(held.year)"), ("Council", "\(try reader.knownCouncils().words(held.council))"), ("Officer", "\(held.officer)"),
        ("Reference", "\(held.reference)"), ("Came on", "\(held.cameOn.inWords)"), ("The council’s own day", "\(held.ownDay?.inWords ?? "")"), ("What the plan says is needed", paragraphs(held.needs)), ("What is asked", paragraphs(held.asked)),
        ("Logged by", "\(held.loggedBy)"),
    ]
    let looks = try reader.all(ConsultationLook.self, "WHERE consultation_id = \(held.id) ORDER BY looked_on DESC, id DESC LIMIT 20").map { look -> HTML in "<li>\(look.lookedOn.short): \(look.who)</li>" }
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    return visit.page("Consultation \(held.id)", at: "consultations", """
        \(crumbs(("Consultations", consultationsPath())))\(saved)\(pageTitle(held.name, lead: "\(line.school) · \(held.standing)", actions: [printButton("Print this page")]))\
        <div class="columns"><aside>\(writes ? nextCard(held, visit.today) : "")\(try pupilCard(reader, held, visit))\(try replyCard(held))\(card("Who looked", id: "looks", printed: false, "<ul class=\"plain\">\(looks)</ul>"))</aside><div>\
        \(try matterCard(reader, reader.duties(of: held.matter), visit.today))\(basisCard(held))\(card("What is asked", id: "asked", facts(asked.filter { !$0.1.isEmpty }) + (writes && held.ending != .admitted ? offPaper("Put this right", correctConsultationPath(held.id)) : "")))\
        \(cohortCard(try reader.figures(of: held, at: school, on: visit.today), school, held, mayChange: writes && held.mayAnswer))\(held.answer == nil ? "" : answerCard(held))\(try otherSchools(reader, visit, held))</div></div>
        """)
}

private func basisCard(_ held: Consultation) -> HTML {
    card("Who asks for this school", id: "basis", """
        <p><b>\(held.basis.label).</b> \(held.basis.meaning)</p>\
        <p>Where the family wants a mainstream school, the council may refuse that only because of the efficient education of others, and only where no reasonable step helps (section 33). \
        That is the council’s test over all its schools, and no ground of one school.</p>
        """)
}

/// Once the child is on roll, where their page is, for those who see it.
private func pupilCard(_ reader: Reader, _ held: Consultation, _ visit: Visit) throws -> HTML {
    guard let pupil = held.pupil, (try? reader.pupil(pupil, for: visit.viewer, on: visit.today)) != nil else { return "" }
    return card("On roll", id: "pupil", printed: false, "<p><a href=\"\(pupilPath(pupil))\">See \(held.forename)’s page</a></p>")
}

private func nextCard(_ held: Consultation, _ today: Day) -> HTML {
    var links: [(String, Address)] = []
    if held.mayAnswer { links.append((held.answer == nil || held.sentOn != nil ? "Write the answer" : "Change the answer", answerConsultationPath(held.id))) }
    if held.mayAnswer, held.answer != nil, held.sentOn == nil { links.insert(("Say that the reply was sent", sendConsultationPath(held.id)), at: 0) }
    if held.isOpen || held.ending == .named { links.append(("Say how it came out", endConsultationPath(held.id))) }
    if let from = held.disposeFrom, from <= today { links.append(("Take the child’s details out", disposeConsultationPath(held.id))) }
    guard let first = links.first else { return card("What comes next", id: "next", printed: false, "<p>This consultation is over.</p>") }
    let rest: [HTML] = links.dropFirst().map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }
    return card("What comes next", id: "next", printed: false, "<p class=\"actions\">\(linkButton(first.0, first.1))</p><ul class=\"plain tall\">\(rest)</ul>")
}

private func replyCard(_ held: Consultation) throws -> HTML {
    guard held.answer != nil else { return "" }
    return card("The reply", id: "reply", printed: false, """
        <ul class="plain tall"><li><a href="\(consultationReplyPath(held.id))">See and print the reply</a></li><li><a href="\(consultationWordPath(held.id))">Download it for Word</a></li>\
        <li><a href="\(consultationPDFPath(held.id))">Download it as PDF</a></li>\
        <li><a href="\(consultationTextPath(held.id))">Download it as text</a></li></ul>
        """)
}

func offPaper(_ words: String, _ address: Address) -> HTML { "<p class=\"no-print\"><a href=\"\(address)\">\(words)</a></p>" }

/// Schools of the trust in sight that have places, as far as their capacity is known.
private func otherSchools(_ reader: Reader, _ visit: Visit, _ held: Consultation) throws -> HTML {
    let others = try reader.schools(for: visit.viewer.readingConsultations).filter { $0.id != held.school && $0.teaches(held.birth, on: visit.today) }
    let rolls = try reader.rolls(of: others.map(\.id), on: visit.today)
    let free: [HTML] = others.compactMap { school in
        guard let places = school.capacity.map({ $0 - (rolls[school.id] ?? 0) }), places > 0 else { return nil }
        return "<li>\(school.name): \(count(places, "place")) under its capacity</li>"
    }
    return free.isEmpty ? "" : card("Other schools with places", id: "others", printed: false, "<p>Counted over the whole school. A place in the year group is for that school to say.</p><ul>\(free)</ul>")
}

extension School {
    /// Whether somebody born that day is of its ages, as far as they are known.
    fileprivate func teaches(_ birth: Day?, on day: Day) -> Bool {
        guard let birth else { return true }
        let age = birth.age(on: day)
        return (lowAge ?? age) <= age && age <= (highAge ?? age)
    }
}

/// - Parameter forCouncil: as the council reads it: without what we were warned of, and why it went all the same.
func answerCard(_ held: Consultation, forCouncil: Bool = false) -> HTML {
    let words = held.words
    let parts: [(String, HTML)] = [("Answer", "<b>\(held.answer?.label ?? "")</b>"), ("What must be in place", paragraphs(words.conditions))]
        + words.grounds.map { ("\($0.ground.words) (\($0.ground.citation))", paragraphs($0.facts)) }
        + [("Reasonable steps considered", paragraphs(words.steps)), ("Evidence", paragraphs(words.evidence)), ("What the school needs to know", paragraphs(words.information)), ("By when", "\(words.informationBy?.inWords ?? "")"),
           ("Agreed by", "\(held.agreedBy)"), ("Sent", "\(held.sentOn?.inWords ?? "")")]
    let warnings: [HTML] = held.sentOn == nil && !forCouncil ? held.warnings.map { "<li>\($0)</li>" } : []
    let why: HTML = held.why.isEmpty || forCouncil ? "" : "<div class=\"no-print\"><h3>Why it went as it was</h3>\(paragraphs(held.why))</div>"
    return card("The answer", id: "answer", facts(parts.filter { !$0.1.isEmpty }) + (warnings.isEmpty ? "" : notice("<b>Look again before it goes:</b><ul>\(warnings)</ul>", warns: true)) + why)
}
