import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// The reply as a page to print, for Word, and as text. Trellis mails nothing.
let consultationReplyRoutes: [Route] = [
    .read(consultationReplyPath, .seeSafetyNet) { visit, id in
        try await visit.noteLook(at: id)
        return try await visit.read { reader in
            let (line, school, figures) = try reader.reply(id, visit), held = line.held
            return visit.page("Reply to consultation \(held.id)", at: "consultations", """
                \(crumbs(("Consultations", consultationsPath()), (held.name, consultationPath(id))))\
                \(pageTitle("Reply to a consultation", lead: "\(held.name), born \(held.birth?.inWords ?? ""). \(line.school), to council \(held.council)\(held.reference.isEmpty ? "" : ", reference \(held.reference)").", actions: [printButton("Print the reply")]))\
                \(answerCard(held, forCouncil: true))\(cohortCard(figures, school, held, forCouncil: true))
                """)
        }
    },
    .read(consultationWordPath, .seeSafetyNet) { visit, id in
        try await visit.noteLook(at: id)
        let filled = try await visit.read { try $0.filled($0.replyMatter(id, visit), with: "", on: visit.today) }
        return .download(.bytes(filled.filled.bytes), name: filled.fileName("docx"), type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    },
    .read(consultationPDFPath, .seeSafetyNet) { visit, id in
        try await visit.noteLook(at: id)
        let filled = try await visit.read { try $0.filled($0.replyMatter(id, visit), with: "", on: visit.today) }, title = filled.offered.title
        return try await visit.pdf(title, pageTitle(title, lead: "\(filled.held.called)") + filled.text().html(from: 2), file: filled.fileName("pdf"), at: "consultations", back: ("Go back to the consultation", consultationPath(id)))
    },
    .read(consultationTextPath, .seeSafetyNet) { visit, id in
        try await visit.noteLook(at: id)
        let text = try await visit.read { reader in
            let (line, _, figures) = try reader.reply(id, visit)
            return line.text(figures.facts)
        }
        return .download(.bytes(Array(text.utf8)), name: "consultation-reply-\(id).txt", type: "text/plain; charset=utf-8")
    },
]

extension Reader {
    fileprivate func reply(_ id: ConsultationID, _ visit: Visit) throws -> (ConsultationLine, School, ConsultationFigures) {
        let line = try consultation(id, for: visit.viewer)
        guard line.held.answer != nil, line.held.disposedOn == nil, let school = try one(line.held.school, of: School.self) else { throw NotFound() }
        return (line, school, try figures(of: line.held, at: school, on: visit.today))
    }

    /// What fills the council’s own form of a reply, or Trellis’s where it has none.
    fileprivate func replyMatter(_ id: ConsultationID, _ visit: Visit) throws -> FormMatter {
        let (line, school, figures) = try reply(id, visit), held = line.held
        return FormMatter(.reply, row: RowID(id.rawValue), pupil: nil, school: school.id, council: held.council, name: held.name, values: try replyValues(line, school, figures.facts, visit), places: [])
    }

    private func replyValues(_ line: ConsultationLine, _ school: School, _ facts: CohortFacts, _ visit: Visit) throws -> WordValues {
        let held = line.held, words = held.words
        func lines(_ text: String, _ name: String) -> WordValue { .rows(text.split(whereSeparator: \.isNewline).map { [name: .text(String($0))] }) }
        return [
            "council.name": .text(try knownCouncils().words(held.council)), "council.officer": .text(held.officer), "pupil.forename": .text(held.forename), "pupil.surname": .text(held.surname),
            "pupil.birth": .text(held.birth?.inWords ?? ""), "consultation.reference": .text(held.reference), "consultation.received": .text(held.cameOn.inWords), "consultation.due": .text(line.dueOn?.inWords ?? ""),
            "consultation.basis": .text(held.basis.label), "school.name": .text(school.name), "school.urn": .text(school.urn), "school.address": .text(school.address), "school.phone": .text(school.phone), "school.head": .text(try held.agreedBy.isEmpty ? staffName(withRole: "Head", at: school.id) ?? staffName(withRole: "Headteacher", at: school.id) ?? "" : held.agreedBy),
            "school.senco": .text(try staffName(withRole: "SENCO", at: school.id) ?? ""), "reply.answer": .text(held.answer?.label ?? ""), "reply.conditions": lines(words.conditions, "what"),
            "reply.grounds": .text((words.grounds.map { "\($0.ground.words): \($0.facts)" } + (words.evidence.isEmpty ? [] : ["Evidence: \(words.evidence)"])).joined(separator: "\n")), "reply.steps": lines(words.steps, "what"),
            "reply.information": .text(words.information + (words.informationBy.map { "\nBy \($0.inWords)" } ?? "")), "cohort.year": .text(held.year), "cohort.roll": .text("\(facts.inYear)"),
            "cohort.plans": .text("\(facts.plansInYear)"), "cohort.support": .text("\(facts.supportInYear)"), "reply.other": .text(words.added), "form.by": .text(visit.viewer.name), "form.role": .text(visit.viewer.title),
            "form.date": .text(visit.today.inWords),
        ]
    }
}

extension ConsultationLine {
    fileprivate func text(_ facts: CohortFacts) -> String {
        let words = held.words
        let parts = ["Reply to your consultation\(held.reference.isEmpty ? "" : ", reference \(held.reference)")", "Child: \(held.name), born \(held.birth?.inWords ?? "")", "School: \(school), URN \(urn)", "Answer: \(held.answer?.label ?? "")", words.conditions]
            + words.grounds.map { "\($0.ground.words) (\($0.ground.citation)): \($0.facts)" }
            + [words.steps.isEmpty ? "" : "Reasonable steps considered: \(words.steps)", words.evidence.isEmpty ? "" : "Evidence: \(words.evidence)", words.information.isEmpty ? "" : "We need to know: \(words.information)",
               words.informationBy.map { "By \($0.inWords)" } ?? "", "On roll: \(facts.roll); with an EHC plan: \(facts.plans); with SEN support: \(facts.support)",
               held.year.isEmpty ? "" : "In Year \(YearGroup(held.year).rawValue): \(facts.inYear); with an EHC plan: \(facts.plansInYear); with SEN support: \(facts.supportInYear)", words.added]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}
