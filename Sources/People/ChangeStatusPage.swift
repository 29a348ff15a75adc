import Access
import AreaKit
import Basics
import Database
import Pages

/// Decides a pupil's SEN status, by page and by API.
let changeStatusPath = PagePath<PupilID>("/pupils/*/status")
let changeStatusAPI = PagePath<PupilID>("/api/v1/pupils/*/status")

let changeStatusRoutes: [Route] = [
    .read(changeStatusPath, .changeRegister) { visit, pupil in
        let record = try await visit.read { try $0.registerRecord(pupil, for: visit.viewer, on: visit.today) }
        return page(visit, record, ChangeStatusForm(today: visit.today), Problems())
    },
    .send(changeStatusPath, .changeRegister) { visit, pupil in
        let form = ChangeStatusForm(visit.request.form)
        do {
            try await change(visit, pupil, form)
            return .goTo(pupilPath(pupil).asking(["saved": "status"]))
        } catch let problems as Problems {
            let record = try await visit.read { try $0.registerRecord(pupil, for: visit.viewer, on: visit.today) }
            return page(visit, record, form, problems)
        }
    },
    .send(changeStatusAPI, .changeRegister) { visit, pupil in
        do {
            try await change(visit, pupil, ChangeStatusForm(visit.request.form))
            return .json(JSON.object(["saved": .bool(true)]).text)
        } catch let problems as Problems {
            return .json(problems.json.text, status: 422)
        }
    },
]

/// The browser's text; its answer is the rule's value.
struct ChangeStatusForm: Sendable {
    let values: FormValues

    init(_ values: FormValues) { self.values = values }

    init(today: Day) { values = FormValues([("from", today.description)]) }

    func answer() throws -> ChangeStatus {
        guard let from = Day(values["from"].trimmed) else { throw Problems("from", "Give a day, such as 22/11/2026.") }
        return ChangeStatus(provision: values["provision"], from: from, need: values["need"], reason: values["reason"])
    }
}

private func change(_ visit: Visit, _ pupil: PupilID, _ form: ChangeStatusForm) async throws {
    let viewer = visit.viewer, today = visit.today
    try await visit.write { writer in
        let record = try writer.registerRecord(pupil, for: viewer, on: today)
        let roll = try writer.rolls(of: pupil, for: viewer).first { $0.enrolment.spell.covers(today) }
        try writer.save(try form.answer().applied(to: record, today: today), of: record.pupil, at: roll?.enrolment.school)
    }
}

private func page(_ visit: Visit, _ record: RegisterRecord, _ form: ChangeStatusForm, _ problems: Problems) -> Answer {
    let pupil = record.pupil, current = record.provision(on: visit.today)
    let title = current.map { $0.provision == "N" } ?? true ? "Add \(pupil.calledName) to the register" : "Change \(pupil.calledName)’s SEN status"
    let write = FormWriter(form.values, problems)
    let open = record.openNeeds(on: visit.today)
    let needs = [Choice("", open.isEmpty ? "Choose the main need" : "Keep the needs as they are")] + NeedType.all.filter { $0.isInCensus(on: visit.today) }.map { Choice($0.code, $0.label) }
    let body: HTML = """
        \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))\(write.summary)\
        \(pageTitle(title, lead: "\(pupil.name). Now: \(statusTag(current?.provision)) \(current.map { "since \($0.spell.starts.inWords)" })"))\
        \(Pages.form(changeStatusPath(pupil.id), button: "Save the status", back: pupilPath(pupil.id), """
            \(write.radios("provision", "What is the status?", choices))\
            \(write.day("from", "From which day?", hint: "For a plan, the day on its front page. For SEN support, the day it was agreed."))\
            \(write.select("need", "Main need", needs, hint: "A diagnosis is not needed. Choose what helps most to plan support."))\
            \(write.longText("reason", "Why?", hint: "A sentence or two. The family may read this."))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
}

private let choices = [
    Choice("K", "SEN support", hint: "The school does more than, or something different from, what it does for everyone."),
    Choice("E", "EHC plan", hint: "The council has issued a final education, health and care plan."),
    Choice("N", "No SEN", hint: "No more is needed than for others of the same age. Open needs end as well."),
]

extension Problems {
    var json: JSON {
        .object(["problems": .list(list.map { .object(["field": .text($0.field), "message": .text($0.message)]) })])
    }
}
