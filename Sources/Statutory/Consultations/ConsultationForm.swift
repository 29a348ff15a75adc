import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A form about one consultation: opened, sent, shown again with what is wrong.
struct ConsultationForm: Sendable {
    let path: PagePath<ConsultationID>
    let title: String
    let button: String
    /// What stands there instead of the form, where it can't be filled.
    var instead: @Sendable (ConsultationLine, Visit) -> HTML? = { _, _ in nil }
    let start: @Sendable (Reader, Consultation, Day) throws -> [(name: String, text: String)]
    let fields: @Sendable (Reader, ConsultationLine, Visit, FormWriter, ChildNotice) throws -> HTML
    let save: @Sendable (Writer, Consultation, Visit, FormValues) throws -> Void

    var routes: [Route] {
        [
            .read(path, .seeSafetyNet) { visit, id in
                try await visit.read { reader in
                    let line = try reader.consultation(id, toAnswer: visit.viewer)
                    return try page(visit, reader, line, FormValues(start(reader, line.held, visit.today)), Problems(), 200)
                }
            },
            .send(path, .seeSafetyNet) { visit, id in
                let typed = visit.request.form
                return try await visit.save { writer in
                    let held = try writer.consultation(id, toAnswer: visit.viewer).held
                    if let seen = Int(typed["seen"]), seen != held.version { throw FormOvertaken("Somebody else changed this consultation while you had it open: \(held.standing.lowercased()). Nothing of yours is saved yet; what you typed is below.") }
                    try save(writer, held, visit, typed)
                    return consultationPath(id).asking(["saved": "yes"])
                } again: { problems, status in
                    try await visit.read { try page(visit, $0, $0.consultation(id, toAnswer: visit.viewer), typed, problems, status) }
                }
            },
        ]
    }

    private func page(_ visit: Visit, _ reader: Reader, _ line: ConsultationLine, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
        var values = typed
        if status != 422 || !values.has("seen") { values.set("seen", "\(line.held.version)") }
        let write = FormWriter(values, problems), notice = ChildNotice(lead: try visit.safeguardingLead(reader, line.held.school, visit.today)), id = line.held.id
        return visit.page(status == 200 ? title : "Problem: \(title)", at: "consultations", status: status, """
            \(crumbs(("Consultations", consultationsPath()), (line.held.name, consultationPath(id))))\(write.summary)\(pageTitle(title, lead: "\(line.held.name), \(line.school)"))\
            \(try instead(line, visit) ?? form(path(id), button: button, back: consultationPath(id), write.hidden("seen") + (try fields(reader, line, visit, write, notice))))
            """)
    }
}

extension Reader {
    /// - Throws: `NotFound` where this person doesn't answer consultations of its school.
    func consultation(_ id: ConsultationID, toAnswer viewer: Viewer) throws -> ConsultationLine {
        let line = try consultation(id, for: viewer.answeringConsultations)
        guard line.held.disposedOn == nil else { throw NotFound() }
        return line
    }
}

let answerConsultation = ConsultationForm(
    path: answerConsultationPath, title: "Write the answer", button: "Save the answer",
    start: { _, held, _ in
        [("answer", held.answer?.rawValue ?? ""), ("information_by", held.words.informationBy?.description ?? "")] + held.words.all.map { (name: $0.field, text: $0.text) }
    },
    fields: { _, line, _, write, own in
        let notice = own.once
        func box(_ name: String, _ label: String, _ hint: String) -> HTML { write.longText(name, label, hint: hint, rows: 3, aboutChild: notice) }
        return """
            \(Pages.notice("<b>\(line.held.basis.label).</b> \(line.held.basis.meaning)"))\(write.radios("answer", "What does the school answer?", Consultation.Answer.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(notice.standing)\(box("conditions", "What must be in place?", "If you can admit: adjustments, funding, from which day."))\
            <h2>Grounds against (section 39(4))</h2><p>Fill in only what you put forward, each with its facts.</p>\
            \(box("unsuitable", ConsultationGround.unsuitable.words, ConsultationGround.unsuitable.citation))\(box("others", ConsultationGround.others.words, ConsultationGround.others.citation))\
            \(box("resources", ConsultationGround.resources.words, ConsultationGround.resources.citation))\
            \(box("steps", "Which reasonable steps did you consider?", "One to a line: what, what it would do, and why it is or is not enough."))\(box("evidence", "What shows it?", "Figures, a risk assessment, advice."))\
            <h2>More information</h2>\(box("information", "What do you need to know?", "The day to answer stays; the council may name the school all the same."))\(write.day("information_by", "By when do you need it?"))\
            <h2>Your own words beside the figures</h2>\(box("added", "What should the council know of the school and the year group?", "The figures themselves come from the record. Name no pupil."))
            """
    },
    save: { writer, held, visit, typed in
        var words = ConsultationWords()
        (words.conditions, words.unsuitable, words.others, words.resources) = (typed["conditions"].trimmed, typed["unsuitable"].trimmed, typed["others"].trimmed, typed["resources"].trimmed)
        (words.steps, words.evidence, words.information, words.added) = (typed["steps"].trimmed, typed["evidence"].trimmed, typed["information"].trimmed, typed["added"].trimmed)
        words.informationBy = try typed.dayIfAny("information_by")
        try writer.save(AnswerConsultation(Consultation.Answer(rawValue: typed["answer"]), words).applied(to: held, today: visit.today))
    })

let sendConsultation = ConsultationForm(
    path: sendConsultationPath, title: "Say that the reply was sent", button: "Save that it was sent",
    instead: { line, visit in
        if visit.viewer.leads(line.held.school) || line.held.warnings.isEmpty { return nil }
        return warned(line.held) + "<p>Only the head can let it go as it is, with the reason why: ask the head to open this page.</p><p class=\"actions\">\(linkButton("Put the answer right", answerConsultationPath(line.held.id)))</p>"
    },
    start: { _, _, today in [("sent_on", today.description)] },
    fields: { _, line, visit, write, notice in
        let leads = visit.viewer.leads(line.held.school), warned = warned(line.held)
        let why: HTML = line.held.warnings.isEmpty ? "" : write.longText("why", "Why does it go as it is?", hint: "This is kept. Or go back and put the answer right.", rows: 3, aboutChild: notice)
        let agreed: HTML = leads ? "<p>You are the head: you agree by saving.</p>" : write.text("agreed_by", "Which head agreed?", hint: "The head’s name. The head answers for the reply.")
        return "<p>Trellis sends nothing itself: send the reply the council’s way, then say so here.</p>\(warned)\(why)\(write.day("sent_on", "On which day did it go?"))\(agreed)"
    },
    save: { writer, held, visit, typed in
        let leads = visit.viewer.leads(held.school)
        try writer.save(SendConsultationReply(on: typed.dayIfAny("sent_on"), agreedBy: leads ? visit.viewer.name : typed["agreed_by"], byHead: leads, why: typed["why"]), of: held, by: visit.viewer.signature)
    })

private func warned(_ held: Consultation) -> HTML {
    let warnings: [HTML] = held.warnings.map { "<li>\($0)</li>" }
    return warnings.isEmpty ? "" : Pages.notice("<b>Before it goes:</b><ul>\(warnings)</ul>", warns: true)
}

extension Viewer {
    /// Whether this person is the head there, who answers for a reply.
    fileprivate func leads(_ school: SchoolID) -> Bool { answeringConsultations.parts.contains { $0.role == .head && $0.sight.schools?.contains(school) ?? true } }
}

let endConsultation = ConsultationForm(
    path: endConsultationPath, title: "Say how it came out", button: "Save how it came out",
    start: { _, _, today in [("ended_on", today.description)] },
    fields: { _, _, _, write, _ in
        write.radios("ending", "How did it come out?", Consultation.Ending.allCases.map { Choice($0.rawValue, $0.label) }, hint: "“Admitted” finds the child on your roll by name and day of birth; what is here then belongs to the pupil’s file.") + write.day("ended_on", "On which day?")
    },
    save: { writer, held, visit, typed in try writer.save(EndConsultation(Consultation.Ending(rawValue: typed["ending"]), on: typed.dayIfAny("ended_on")), of: held, on: visit.today) })

let disposeConsultation = ConsultationForm(
    path: disposeConsultationPath, title: "Take the child’s details out", button: "Take them out for good",
    start: { _, _, _ in [] },
    fields: { _, line, _, _, _ in
        let when: HTML = line.held.disposeFrom.map { "This may be done from \($0.inWords) on. " } ?? ""
        return "<p>\(when)Name, day of birth, needs and every word of the answer go for good. The days stay for figures.</p>"
    },
    save: { writer, held, _, _ in try writer.takeOutChild(of: held) })
