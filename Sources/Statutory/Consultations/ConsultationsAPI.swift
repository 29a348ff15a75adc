import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Consultations, for programs: days and kinds of answer, nothing of the child.
let consultationsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/consultations"), .seeSafetyNet, name: "listConsultations", "Consultations from councils, with their days and answers; no child is in it", query: [
        .ofSchool, .maybe("open", .code(["yes", "no"]), "Only those whose round goes on, or only those that are over."),
    ], item: consultationFields) { asked in
        try await asked.read { reader in
            if asked.viewer.readingConsultations.parts.isEmpty { throw NotFound() }
            let school = try reader.school(asked: asked.query, for: asked.viewer)
            let open = asked.query.text("open")
            let lines = try reader.eachConsultation(at: school, for: asked.viewer).filter { open.isEmpty || $0.held.isOpen == (open == "yes") }
            return try asked.part(of: lines, marks: 1) { [$0.held.id.rawValue] }.json { .object(JSON.KeyedValues($0.pairs)) }
        }
    },
]

extension ConsultationLine {
    fileprivate var pairs: [(String, JSON)] {
        [
            ("consultation", .integer(held.id.rawValue)), ("school", .text(urn)), ("council", .text(held.council)), ("basis", .text(held.basis.rawValue)), ("came_on", .text(held.cameOn.description)),
            ("due_on", .optional(dueOn?.description)), ("answer", .optional(held.answer?.rawValue)), ("sent_on", .optional(held.sentOn?.description)), ("answered", .bool(!held.isUnanswered)),
            ("ending", .optional(held.ending?.rawValue)), ("ended_on", .optional(held.endedOn?.description)), ("taken_out_on", .optional(held.disposedOn?.description)),
        ]
    }
}

private let consultationFields: [APIField] = [
    APIField("consultation", .id, "Its number."), APIField("school", .urn, "URN of the school that is asked."), APIField("council", .anyText, "Three figures of the council that asks."),
    APIField("basis", .code(Consultation.Basis.allCases.map(\.rawValue)), "Whether the family asked for the school, or the council proposes it."), APIField("came_on", .day, "When it came."),
    APIField("due_on", .orNull(.day), "The last day to answer."), APIField("answer", .orNull(.code(Consultation.Answer.allCases.map(\.rawValue))), "What the school answers; null where nothing is written."),
    APIField("sent_on", .orNull(.day), "When the reply went."), APIField("answered", .flag, "Whether nothing is owed: the answer proper went, or the round is over."),
    APIField("ending", .orNull(.code(Consultation.Ending.allCases.map(\.rawValue))), "How it came out."), APIField("ended_on", .orNull(.day), "When."), APIField("taken_out_on", .orNull(.day), "When the child's details were taken out."),
]
