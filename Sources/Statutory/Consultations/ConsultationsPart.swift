import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Consultations from councils about children who are no pupils: logged, answered by the fifteenth day, taken out after the round.
let consultationsPart = AreaPart(
    migrations: [Migration(607, "consultations", PackageResources._607_consultations_sql)],
    routes: consultationsRoutes + logConsultationRoutes + consultationRoutes + correctConsultation.routes + correctFigures.routes + answerConsultation.routes +
         sendConsultation.routes + endConsultation.routes + disposeConsultation.routes + consultationReplyRoutes,
    apiRoutes: consultationsAPI,
    words: [
        "/api/v1/consultations": "Consultations, for a program", "/consultations": "The list of consultations", "/consultations/*": "A consultation", "/consultations/*/reply": "The reply to a consultation",
        "/consultations/*/reply/word": "The reply to a consultation, for Word", "/consultations/*/reply/pdf": "The reply to a consultation, as PDF", "/consultations/*/reply/text": "The reply to a consultation, as text",
    ].merging(formWords([
        "/consultations/log": "Log a consultation", "/consultations/*/correct": "Put right what was logged of a consultation", "/consultations/*/figures": "Put the figures of a consultation right", "/consultations/*/answer": "Write the answer to a consultation", "/consultations/*/send": "Say that the reply was sent",
        "/consultations/*/end": "Say how a consultation came out", "/consultations/*/take-out": "Take a consulted child’s details out",
    ])) { $1 },
    today: [consultationsToday], safetyRules: [consultationLate],
    sources: [consultationSource],
    chapters: [consultationsChapter],
    freeTexts: [FreeTexts(
        (column: "needs", text: \Consultation.needs), (column: "asked", text: \Consultation.asked), (column: "conditions", text: \Consultation.words.conditions), (column: "unsuitable", text: \Consultation.words.unsuitable),
        (column: "others", text: \Consultation.words.others), (column: "resources", text: \Consultation.words.resources), (column: "steps", text: \Consultation.words.steps), (column: "evidence", text: \Consultation.words.evidence),
        (column: "information", text: \Consultation.words.information), (column: "added", text: \Consultation.words.added), (column: "why", text: \Consultation.why)), FreeTexts((column: "why", text: \ConsultationFigures.why))],
    menu: { viewer in viewer.readingConsultations.parts.isEmpty ? [] : [MenuEntry("Consultations", consultationsPath(), place: "consultations", order: 25)] })

/// Once the child is on roll, what was asked and answered belongs to the pupil's SEND file.
private let consultationSource = SubjectSource(
    "Consultations before admission", tables: [Consultation.table.name, ConsultationLook.table.name, ConsultationFigures.table.name], keep: .send,
    dispose: { writer, pupil in
        let own = try writer.all(Consultation.self, "WHERE pupil_id = \(pupil)").map(\.id.rawValue)
        for table in ["consultation_look", "consultation_figures"] as [SQL] { try writer.execute("DELETE FROM \(table) WHERE consultation_id IN (SELECT id FROM consultation WHERE pupil_id = \(pupil))") }
        try writer.blankTrail(ofRows: own, in: Consultation.table.name)
        return try writer.disposeRows(of: pupil, in: Consultation.table)
    },
    find: { reader, who in
        guard case .pupil(let pupil) = who else { return [] }
        return try reader.all(Consultation.self, "WHERE pupil_id = \(pupil) ORDER BY id").map { try subjectRow($0, reader) }
    })

/// What is due within a week or late, and what has been kept long enough.
private let consultationsToday = TodayItem { reader, person, day in
    if person.answeringConsultations.parts.isEmpty { return [] }
    let waiting = try reader.consultations(open: true, for: person.answeringConsultations).filter { $0.held.isUnanswered && ($0.dueOn.map { $0 <= day + 7 } ?? true) }
    let kept = try reader.consultationsKeptLongEnough(for: person.answeringConsultations, on: day), over = kept.contains { !$0.isOpen }
    return [
        waiting.isEmpty ? nil : TodayLine(waiting.count, "\(count(waiting.count, "consultation")) of a council to be answered within a week, or late.", action: "See the consultations", consultationsPath()),
        kept.isEmpty ? nil : TodayLine(kept.count, "\(count(kept.count, "consultation")) kept long enough: take the child’s details out.", action: over ? "See those that are over" : "See the consultations", consultationsPath().asking(["which": over ? "over" : nil])),
    ].compactMap { $0 }
}

/// Not answered by the last day.
private let consultationLate = SafetyRule(
    "consultation-late", .gap, "A consultation is not answered",
    why: "A school answers within fifteen calendar days (Code of Practice, 9.83; guidance), or by the council’s own later day. Without an answer the council may name the school all the same.",
    who: "The SENCO writes, the head answers for it", next: "Answer, and say that the reply was sent"
) { reader, question in
    try reader.consultations(at: question.school, open: true, for: question.viewer).filter { $0.isLate(on: question.day) }.map { line in
        Finding(school: line.held.school, urn: line.urn, pupil: nil, subject: "consultation-\(line.held.id)", upn: "", name: "", since: line.dueOn.map { $0 + 1 },
                message: "A consultation of council \(line.held.council) is not answered: the last day was \(line.dueOn?.inWords ?? "").", next: consultationPath(line.held.id))
    }
}
