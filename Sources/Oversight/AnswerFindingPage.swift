import Access
import AreaKit
import Basics
import Database
import Pages

/// Answers one finding: its rule, its school, and its pupil or `school`; `?about=` says which, where there may be several.
let answerFindingPath = PagePath<String, SchoolID, String>("/gaps/*/*/*")
let askAgainPath = PagePath<String, SchoolID, String>("/gaps/*/*/*/again")

func answerFindingRoutes(_ net: SafetyNet) -> [Route] {
    [
        .read(answerFindingPath, .seeSafetyNet) { visit, rule, school, pupil in
            let (line, lead) = try await visit.read { try (gapLine(visit, net, rule, school, pupil, $0), visit.safeguardingLead($0, school, visit.today)) }
            return page(visit, line, lead, FormValues(), Problems())
        },
        .send(answerFindingPath, .seeSafetyNet) { visit, rule, school, pupil in
            let (line, lead) = try await visit.read { try (gapLine(visit, net, rule, school, pupil, $0), visit.safeguardingLead($0, school, visit.today)) }
            let form = visit.request.form
            do {
                try await answer(visit, line, form)
                return .goTo(gapsPath().asking(["saved": form["answer"]]))
            } catch let problems as Problems {
                return page(visit, line, lead, form, problems)
            }
        },
        .send(askAgainPath, .seeSafetyNet) { visit, rule, school, pupil in
            let line = try await visit.read { try gapLine(visit, net, rule, school, pupil, $0) }
            guard let standing = line.answer else { throw NotFound() }
            let today = visit.today
            try await visit.write { _ = try $0.save(standing.withdrawn(on: today)) }
            return .goTo(gapsPath().asking(["saved": "again"]))
        },
    ]
}

extension Finding {
    func key(of rule: SafetyRule) -> FindingKey { FindingKey(rule: rule.id, school: school, pupil: pupil, subject: subject) }

    /// Where it is answered, or asked about again.
    func address(_ path: PagePath<String, SchoolID, String>, of rule: SafetyRule) -> Address {
        path(rule.id, school, pupil.map { "\($0)" } ?? "school").asking(["about": subject])
    }
}

/// The finding, if it is there and in sight.
private func gapLine(_ visit: Visit, _ net: SafetyNet, _ rule: String, _ school: SchoolID, _ pupil: String, _ reader: Reader) throws -> GapLine {
    guard let rule = net.rule(rule), visit.viewer.sees(school) else { throw NotFound() }
    let wanted = PupilID(pupil), about = visit.request.query["about"]
    guard wanted != nil || pupil == "school" else { throw NotFound() }
    let found = try rule.find(reader, SafetyQuestion(viewer: visit.viewer, school: school, day: visit.today))
    guard let finding = found.first(where: { $0.pupil == wanted && $0.school == school && $0.subject == about }) else { throw NotFound() }
    visit.viewer.witness.saw([finding.pupil].compactMap(\.self))
    return GapLine(rule, finding, try reader.standingAnswers(for: visit.viewer, school: school)[finding.key(of: rule)])
}

private func answer(_ visit: Visit, _ line: GapLine, _ form: FormValues) async throws {
    let rule = AnswerFinding(answer: form["answer"], until: Day(form["until"].trimmed), reason: form["because"])
    let key = line.finding.key(of: line.rule)
    let who = visit.act.who, today = visit.today
    try await visit.write { writer in
        for change in try rule.applied(to: key, standing: line.answer, by: who, today: today) { try writer.save(change) }
    }
}

private func page(_ visit: Visit, _ line: GapLine, _ lead: String?, _ form: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(form, problems), safety = line.safety(lead), title = "Answer: \(line.rule.title)"
    let body: HTML = """
        \(crumbs(("Safety net", gapsPath())))\(write.summary)\(pageTitle(title, lead: "\(line.words)"))\
        <p>\(line.rule.why) <span class="quiet">\(line.rule.who).</span></p>\
        <p class="actions"><a class="button second" href="\(line.finding.next)">\(line.rule.next)</a></p>\
        \(Pages.form(line.path, button: "Save the answer", back: gapsPath(), aboutChild: safety, """
            \(write.radios("answer", "Or say why not now", [
                Choice("later", "Ask me again on a day", hint: "It is known and will be mended."),
                Choice("right", "It is right as it is", hint: "Nobody is asked again unless something changes."),
            ]))\(write.day("until", "Ask again on", hint: "Only for the first answer. Within a year."))\
            \(because(write, safety))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "gaps", body) : visit.formAgain(title, at: "gaps", body)
}

private func because(_ write: FormWriter, _ safety: ChildNotice?) -> HTML {
    let hint = "A sentence. It is kept with the answer."
    guard let safety else { return write.longText("because", "Because", hint: hint, rows: 3, aboutNobody: ()) }
    return write.longText("because", "Because", hint: hint, rows: 3, aboutChild: safety)
}
