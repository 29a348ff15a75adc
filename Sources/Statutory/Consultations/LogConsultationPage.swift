import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One short form on the day it came; the same child at several schools is typed once.
let logConsultationRoutes: [Route] = [
    .read(logConsultationPath, .seeSafetyNet) { visit in try await visit.read { try page(visit, $0, FormValues([("came_on", visit.today.description)]), Problems(), 200) } },
    .send(logConsultationPath, .seeSafetyNet) { visit in
        let typed = visit.request.form
        return try await visit.save { writer in
            let schools = try writer.schoolsToAnswer(visit), chosen = schools.count == 1 ? schools : schools.filter { typed.all("school").contains("\($0.id)") }
            guard let first = chosen.first else { throw Problems("school", "Choose the school that is consulted.") }
            let rule = try typed.logConsultation(), held = try writer.log(rule, at: first.id, by: visit.viewer.signature)
            for school in chosen.dropFirst() { try writer.log(rule, at: school.id, by: visit.viewer.signature) }
            return consultationPath(held.id).asking(["saved": "yes"])
        } again: { problems, status in try await visit.read { try page(visit, $0, typed, problems, status) } }
    },
]

extension Reader {
    /// The schools for which this person answers.
    func schoolsToAnswer(_ visit: Visit) throws -> [School] {
        let found = try schools(for: visit.viewer.answeringConsultations)
        guard !visit.viewer.answeringConsultations.parts.isEmpty, !found.isEmpty else { throw NotFound() }
        return found
    }
}

extension FormValues {
    func logConsultation() throws -> LogConsultation {
        var rule = LogConsultation()
        (rule.forename, rule.surname, rule.currentSchool, rule.year) = (self["forename"].trimmed, self["surname"].trimmed, self["current_school"].trimmed, self["year"].trimmed)
        (rule.council, rule.officer, rule.reference) = (self["la"].trimmed, self["officer"].trimmed, self["reference"].trimmed)
        (rule.needs, rule.asked, rule.basis) = (self["needs"].trimmed, self["asked"].trimmed, Consultation.Basis(rawValue: self["basis"]))
        (rule.birth, rule.cameOn, rule.ownDay) = (try dayIfAny("birth"), try dayIfAny("came_on"), try dayIfAny("own_day"))
        return rule
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
    let schools = try reader.schoolsToAnswer(visit), write = FormWriter(typed, problems), councils = try reader.knownCouncils()
    let notice = ChildNotice(lead: try schools.first.flatMap { try visit.safeguardingLead(reader, $0.id, visit.today) })
    let which: HTML = schools.count < 2 ? "" : write.checkboxes("school", "Which schools are consulted?", schools.map { Choice("\($0.id)", $0.name) })
    let title = "Log a consultation"
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "consultations", status: status, """
        \(crumbs(("Consultations", consultationsPath())))\(write.summary)\(pageTitle(title, lead: "The child is no pupil: held apart, on no list of pupils, and taken out after the round."))\
        \(form(logConsultationPath(), button: "Log it", back: consultationsPath(), which + consultationFields(write, notice, councils)))
        """)
}

/// What is asked, and about whom.
func consultationFields(_ write: FormWriter, _ notice: ChildNotice, _ councils: [(code: String, name: String)]) -> HTML {
    """
    \(write.text("forename", "Child’s first name"))\(write.text("surname", "Child’s last name"))\(write.day("birth", "Day of birth"))\(write.text("current_school", "School now, if any"))\
    \(write.text("year", "Year group to join", hint: "Such as 4 or R."))\(write.text("la", "Which council asks?", hint: "Its three figures. Here: \(councils.map { "\($0.code) is \($0.name)" }.joined(separator: ", "))."))\
    \(write.text("officer", "Officer, if the letter says"))\(write.text("reference", "The council’s reference, if any"))\(write.day("came_on", "On which day did it come?"))\
    \(write.day("own_day", "By which day does the council want an answer?", hint: "Only where the letter names a day. It counts where it is later than fifteen days."))\
    \(write.radios("basis", "Who asks for this school?", Consultation.Basis.allCases.map { Choice($0.rawValue, $0.label) }))\
    \(write.longText("needs", "What does the plan say the child needs?", hint: "In short, from sections B and F.", rows: 4, aboutChild: notice))\
    \(write.longText("asked", "What does the council ask?", rows: 2, aboutChild: notice))
    """
}
