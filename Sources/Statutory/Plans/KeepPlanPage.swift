import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Writes down the plan of one pupil, or puts right what is written.
let keepPlan = PupilAct(
    about: ["ehc_plan"], needs: .changeRegister,
    start: { reader, _, ask in
        let plan = try reader.ehcPlan(of: ask.pupil, for: ask.viewer, on: ask.today)?.plan
        return try PlanFact.allCases.map { fact in (fact.rawValue, try plan.map { fact.isDay ? reader.day($0, fact) : $0.typed(fact) } ?? reader.usual(fact, ask)) } + [("paper", plan?.paper.map { "\($0)" } ?? "")]
    },
    form: { reader, record, ask, write in
        let held = try reader.ehcPlan(of: ask.pupil, for: ask.viewer, on: ask.today)
        let unregistered: HTML = record.isOnRegisterWithPlan(on: ask.today) ? "" : notice("The register does not say E for \(record.pupil.calledName) today. Both can be right while a plan is a draft; otherwise change the SEN status, too.", warns: true)
        return PupilForm(title: held == nil ? "Add the EHC plan of \(record.pupil.calledName)" : "Change the EHC plan of \(record.pupil.calledName)", button: "Save the plan",
                         fields: unregistered + (try planFields(reader, ask, write)))
    },
    goingTo: { writer, record, ask, typed in
        try writer.save(KeepPlan(typed.planFacts, paper: typed.has("paper") ? .some(try writer.chosenPaper(typed, ask)) : nil), of: record, for: ask.viewer)
        return ehcPlanPath(ask.pupil).asking(["saved": "plan"])
    })

private func planFields(_ reader: Reader, _ ask: PupilQuestion, _ write: FormWriter) throws -> HTML {
    let held = try reader.ehcPlan(of: ask.pupil, for: ask.viewer, on: ask.today)?.plan.paper, councils = try reader.knownCouncils()
    // The plan's own paper is always among them: saving the form again must not lose it.
    let all = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today), papers = all.filter { $0.id == held } + all.filter { !$0.isWithdrawn && $0.id != held }.prefix(60)
    return """
        \(write.day("final_on", "Day of the final plan", hint: "Of the plan as it is in force. Leave it empty while there is a draft alone."))\(write.day("met_on", "Day of the last review meeting"))\
        \(write.day("decided_on", "Day of the council’s last decision after a review"))\
        \(write.text("la", "Which council keeps the plan?", hint: "Its three figures. Here: \(councils.map { "\($0.code) is \($0.name)" }.joined(separator: ", "))."))\
        \(write.text("officer", "Who is the officer?"))\(write.text("band", "Funding band", hint: "As your council calls it."))\
        \(write.text("top_up", "Top-up", hint: "The amount, and whether it is for a week or a year: 5,200 a year, or 100 a week."))\
        \(write.select("placement", "Where is the pupil taught?", EHCPlan.Placement.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.text("setting", "Which school does section I name?", hint: "Its name, or the type of school."))\
        \(write.text("budget", "Personal budget", hint: "Yes, no, or the amount of a year."))\
        \(write.select("paper", "Which paper is the plan?", [Choice("", "It is not in the record")] + papers.map { Choice("\($0.id)", $0.title) }))\
        <p class="quiet">Not there yet? <a href="\(addPaperPath(ask.pupil))">Add it to the record</a> first.</p>
        """
}

extension Reader {
    fileprivate func day(_ plan: EHCPlan, _ fact: PlanFact) -> String { Day(typed: plan.typed(fact)).map { "\($0)" } ?? "" }

    /// With what a new plan's form opens: the council of the school.
    fileprivate func usual(_ fact: PlanFact, _ ask: PupilQuestion) throws -> String {
        guard fact == .council, let school = try planSchool(of: ask.pupil, on: ask.today) else { return "" }
        return try one(school, of: School.self)?.laCode ?? ""
    }

    /// The school at which the pupil is on roll.
    func planSchool(of pupil: PupilID, on day: Day) throws -> SchoolID? {
        try value("""
            SELECT school_id FROM enrolment WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) AND kind <> 'G' \
            ORDER BY CASE kind WHEN 'S' THEN 1 ELSE 0 END, id LIMIT 1
            """)
    }

    /// The paper that a form names, one of the pupil's that stands.
    func chosenPaper(_ typed: FormValues, _ ask: PupilQuestion) throws -> PaperID? {
        guard let id = PaperID(typed["paper"]) else { return nil }
        do { return try paper(id, of: ask.pupil, for: ask.viewer, on: ask.today).id } catch is NotFound { throw Problems("paper", "This paper is no longer there. Choose again.") }
    }
}

extension FormValues {
    /// The facts that a form sent.
    var planFacts: [PlanFact: String] { Dictionary(uniqueKeysWithValues: PlanFact.allCases.filter { has($0.rawValue) }.map { ($0, self[$0.rawValue]) }) }
}

extension Writer {
    /// Saves what is known of a pupil's plan, for a page as for the grid, a file and the demonstration.
    @discardableResult
    func save(_ keep: KeepPlan, of record: PupilRecord, for viewer: Viewer) throws -> EHCPlan {
        let school = try schoolOfRoll(record, for: viewer, on: act.today), before = try all(EHCPlan.self, "WHERE pupil_id = \(record.pupil.id) AND ended_on IS NULL").first
        let setting = KeepPlan.Setting(school: school.id, councils: try knownCouncils(), born: record.pupil.birth, today: act.today)
        return try save(keep, to: before, of: record.pupil.id, in: setting)
    }

    /// The same where what it needs is looked up already, for many at once.
    @discardableResult
    func save(_ keep: KeepPlan, to before: EHCPlan?, of pupil: PupilID, in setting: KeepPlan.Setting) throws -> EHCPlan {
        try save(keep.applied(to: before, of: pupil, in: setting))
    }
}
