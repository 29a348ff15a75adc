import Access
import AreaKit
import Basics
import Database
import People

/// Requests for an assessment in all states; in two of them somebody is late.
let casesChapter = DemonstrationChapter(planted: casesLeftUndone) { store, today in
    let schools = try await store.read { reader in try reader.schools(for: .operator).filter { try !reader.withoutPlan(at: $0.id, today).isEmpty } }
    for (place, school) in schools.enumerated() {
        let mine = CaseStory.all.enumerated().filter { $0.offset % schools.count == place }.map(\.element)
        let (senco, pupils) = try await store.read { try ($0.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO", $0.withoutPlan(at: school.id, today)) }
        let viewer = Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name)
        for (story, pupil) in zip(mine, pupils) { try await tell(story, pupil, school, viewer, store, today) }
    }
}

private func tell(_ story: CaseStory, _ pupil: PupilID, _ school: School, _ viewer: Viewer, _ store: Store, _ today: Day) async throws {
    func act(_ ago: Int) -> Act { Act(who: viewer.signature, at: Instant(today - ago, hour: 14), way: .demonstration) }
    let begun = try await store.write(act((story.steps.first?.ago ?? 0) + 9)) { writer in
        var words = CaseWords()
        (words.reason, words.childViews, words.viewsHow) = (story.reason, "I want to keep up with my friends.", "With pictures, on a walk with the teaching assistant.")
        (words.familyViews, words.hopes, words.agreement) = ("Evenings are hard: school wears them out.", "To read alone, and to be asked to play.", "The mother agreed when we met.")
        let keep = KeepCase(.request, askedBy: story.askedBy, council: school.laCode, officer: "Jo Hill", words: words)
        return try writer.begin(keep, about: writer.pupilRecord(pupil, for: viewer, on: writer.act.today), for: viewer)
    }
    for step in story.steps {
        try await store.write(act(step.ago)) { writer in
            let held = try writer.heldCase(begun.id, of: pupil, for: viewer, on: writer.act.today)
            try writer.save(TakeCaseStep(step.kind, on: writer.act.today, stated: step.kind == .adviceGiven ? .ours : .council, words: step.words), of: held, about: step.kind == .mediation ? "wants-mediation" : "", for: viewer)
        }
    }
}

extension Reader {
    /// Pupils with SEN support who have long been here and nowhere else, and about whom the law’s clock says nothing yet.
    fileprivate func withoutPlan(at school: SchoolID, _ today: Day) throws -> [PupilID] {
        try column("""
            SELECT p.id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision = 'K' AND ps.ends IS NULL \
            WHERE e.school_id = \(school) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND e.starts < \(today - 380) \
            AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) AND NOT EXISTS (SELECT 1 FROM statutory_event v WHERE v.pupil_id = p.id) \
            ORDER BY p.id % 43, p.id LIMIT 10
            """)
    }
}

/// One request: who asked, why, and how many days ago each step was.
private struct CaseStory: Sendable {
    let askedBy: AssessmentCase.Asker
    let reason: String
    var late: String?
    let steps: [(kind: CaseStepKind, ago: Int, words: String)]

    static let all: [CaseStory] = [
        CaseStory(askedBy: .school, reason: "Two cycles brought words, but not into class. The gap grows.", late: "duty-late-la", steps: [(.asked, 60, "")]),
        CaseStory(askedBy: .school, reason: "Writing by hand hurts and stays at a few words.", late: "duty-late-school", steps: [(.asked, 95, ""), (.assessing, 60, ""), (.adviceAsked, 60, "")]),
        CaseStory(askedBy: .school, reason: "Three cycles, and the reading age still stands still.", steps: []),
        CaseStory(askedBy: .family, reason: "The family asks for help that lasts beyond this school.", steps: [(.asked, 20, "")]),
        CaseStory(askedBy: .school, reason: "Sounds are clear with an adult alone, and lost in the room.", steps: [(.asked, 50, ""), (.assessing, 10, ""), (.adviceAsked, 10, "")]),
        CaseStory(askedBy: .school, reason: "Anxiety keeps the pupil out of half of the lessons.", steps: [(.asked, 100, ""), (.assessing, 60, ""), (.adviceAsked, 60, ""), (.adviceGiven, 25, ""), (.draft, 12, "")]),
        CaseStory(askedBy: .family, reason: "The family asks, since friends and lessons are hard at once.", steps: [
            (.asked, 110, ""), (.refused, 70, "The council holds that the school can meet the needs from its own means."), (.mediation, 20, "The family wishes to try mediation."),
        ]),
        CaseStory(askedBy: .other, reason: "The school learned of it from the council.", steps: [(.asked, 130, ""), (.assessing, 92, ""), (.notIssued, 25, "The council assessed, and says that a plan is not needed.")]),
        CaseStory(askedBy: .school, reason: "A new plan of support works; the request rests.", steps: [(.asked, 80, ""), (.withdrawn, 60, "With the family: the new support helps.")]),
    ]
}

/// Those of the story in which somebody is late, found by their own words.
@Sendable private func casesLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try CaseStory.all.flatMap { story -> [PlantedGap] in
        guard let rule = story.late else { return [] }
        return try reader.rows("SELECT s.urn, p.upn FROM ehc_case c JOIN pupil p ON p.id = c.pupil_id JOIN school s ON s.id = c.school_id WHERE c.reason = \(story.reason)") {
            try PlantedGap(rule: rule, urn: $0.next(), upn: $0.next(String?.self) ?? "")
        }
    }
}
