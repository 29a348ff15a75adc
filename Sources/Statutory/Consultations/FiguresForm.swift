import Access
import Basics
import Database
import Pages
import People

/// The figures of the school on the page of a consultation and in its reply.
/// - Parameters:
///   - forCouncil: as the council reads it: without who put what right, and why.
///   - mayChange: whether a way to put them right stands below.
func cohortCard(_ figures: ConsultationFigures, _ school: School, _ held: Consultation, forCouncil: Bool = false, mayChange: Bool = false) -> HTML {
    let facts = figures.facts, needs: [HTML] = facts.needs.map { "<li>\(NeedType.label($0.need)): \($0.count < 5 ? "fewer than 5" : "\($0.count)")</li>" }
    var lines: [(String, HTML)] = [
        ("Capacity", "\(facts.capacity.map(String.init) ?? "not known")"), ("On roll", "\(facts.roll)"), ("With an EHC plan", "\(facts.plans)"), ("With SEN support", "\(facts.support)"),
    ]
    if !held.year.isEmpty { lines += [("In Year \(YearGroup(held.year).rawValue)", "\(facts.inYear)"), ("of them with an EHC plan", "\(facts.plansInYear)"), ("of them with SEN support", "\(facts.supportInYear)")] }
    if school.unitRecognised || school.resourcedRecognised || facts.inBases > 0 { lines.append(("In the SEN unit or resourced provision", "\(facts.inBases)\(facts.basePlaces.map { " of \(count($0, "place"))" } ?? "")")) }
    if !needs.isEmpty { lines.append(("Main needs in the whole school", "<ul class=\"plain\">\(needs)</ul>")) }
    if !held.words.added.isEmpty { lines.append(("In the school’s own words", paragraphs(held.words.added))) }
    let byHand: HTML = figures.areByHand && !forCouncil ? "<p class=\"no-print\">Put right by \(figures.changedBy): \(figures.why)</p>" : ""
    let fixed: HTML = held.sentOn != nil && !held.mayAnswer && !forCouncil ? "<p class=\"hint\">As they went with the reply.</p>" : ""
    return card("The school on \(figures.reckonedOn.inWords)", id: "cohort", Pages.facts(lines) + byHand + fixed + (mayChange ? offPaper("Put these figures right", consultationFiguresPath(held.id)) : ""))
}

/// Puts right what the record can't know. What was put right goes with the reply.
let correctFigures = ConsultationForm(
    path: consultationFiguresPath, title: "Put the figures of the school right", button: "Save these figures",
    instead: { line, _ in line.held.mayAnswer ? nil : "<p>The reply went with its figures, so they stay as they are.</p><p class=\"actions\">\(linkButton("Go back to the consultation", consultationPath(line.held.id)))</p>" },
    start: { reader, held, today in
        let figures = try reader.figures(of: held, on: today), facts = figures.facts
        return [("why", figures.why)] + CohortFacts.places.map { (name: $0.field, text: facts[keyPath: $0.count].map(String.init) ?? "") } + CohortFacts.counts.map { (name: $0.field, text: "\(facts[keyPath: $0.count])") }
    },
    fields: { reader, line, visit, write, notice in
        let places: [HTML] = CohortFacts.places.map { write.text($0.field, $0.label, hint: $0.hint) }, counts: [HTML] = CohortFacts.counts.map { write.text($0.field, $0.label) }
        return """
            <p>They come from the record. Change one where the record does not tell the whole, such as a place that is promised. They go with the reply as they stand here.</p>\
            <input type="hidden" name="figures" value="\(mark(try reader.figures(of: line.held, on: visit.today)))">\(places)\(counts)\
            \(write.longText("why", "Why do they differ from the record?", hint: "Kept for the school; the council does not read it. Name no pupil.", rows: 2, aboutChild: notice))
            """
    },
    save: { writer, held, visit, typed in
        if typed.has("figures"), typed["figures"] != mark(try writer.figures(of: held, on: visit.today)) {
            throw FormOvertaken("Somebody else put these figures right while you had them open. Nothing of yours is saved yet; what you typed is below. Save it again if it is still right.")
        }
        let fields = CohortFacts.places.map(\.field) + CohortFacts.counts.map(\.field)
        try writer.save(CorrectFigures(Dictionary(uniqueKeysWithValues: fields.map { ($0, typed[$0]) }), why: typed["why"]), of: held, by: visit.viewer.signature)
    })

/// Which figures somebody had before them: each time they are put right, others.
private func mark(_ figures: ConsultationFigures) -> String { figures.areByHand ? "\(figures.id).\(figures.version)" : "record" }
