import Access
import AreaKit
import Basics
import Database
import People

/// Requests for an assessment in all states; in two of them somebody is late.
let casesChapter = DemonstrationChapter(planted: casesLeftUndone) { store, today in
    let schools = try await store.read { reader in try reader.schools(for: .operator).filter { try !reader.longHere(with: "K", at: $0.id, today).isEmpty } }
    for (place, school) in schools.enumerated() {
        let mine = CaseStory.all.enumerated().filter { $0.offset % schools.count == place }.map(\.element)
        let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO" }
        let viewer = Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name)
        for (isReassessment, status) in [(false, "K"), (true, "E")] {
            let pupils = try await store.read { try $0.longHere(with: status, at: school.id, today) }
            for (story, pupil) in zip(mine.filter { $0.isReassessment == isReassessment }, pupils) { try await tell(story, pupil, school, viewer, store, today) }
        }
    }
}

private func tell(_ story: CaseStory, _ pupil: PupilID, _ school: School, _ viewer: Viewer, _ store: Store, _ today: Day) async throws {
    func act(_ ago: Int) -> Act { Act(who: viewer.signature, at: Instant(today - ago, hour: 14), way: .demonstration) }
    let begun = try await store.write(act((story.steps.first?.ago ?? 0) + 9)) { writer in
        var words = CaseWords()
        (words.reason, words.childViews, words.viewsHow) = (story.reason, "I want to keep up with my friends.", "With pictures, on a walk with the teaching assistant.")
        (words.familyViews, words.hopes, words.agreement) = ("Evenings are hard: school wears them out.", "To read alone, and to be asked to play.", "The mother agreed when we met.")
        let keep = KeepCase(story.isReassessment ? .reassessment : .request, askedBy: story.askedBy, council: school.laCode, officer: "Jo Hill", words: words)
        return try writer.begin(keep, about: writer.pupilRecord(pupil, for: viewer, on: writer.act.today), for: viewer)
    }
    for step in story.steps {
        try await store.write(act(step.ago)) { writer in
            let held = try writer.heldCase(begun.id, of: pupil, for: viewer, on: writer.act.today)
            try writer.save(TakeCaseStep(step.kind, on: writer.act.today, stated: step.kind == .adviceGiven ? .ours : .council, words: step.words), of: held, about: story.about(step.kind), for: viewer)
        }
        guard step.kind == .appeal, let ago = story.answered else { continue }
        try await store.write(act(ago)) { try $0.meet(["MT-5"], of: begun.matter, on: today - ago, words: "The council’s answer to the tribunal.") }
    }
}

extension Reader {
    /// Pupils with SEN support, or with a plan whose day is known, who have long been here and nowhere else, and about whom the law’s clock says nothing yet.
    fileprivate func longHere(with status: String, at school: SchoolID, _ today: Day) throws -> [PupilID] {
        try column("""
            SELECT p.id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision = \(status) AND ps.ends IS NULL \
            WHERE e.school_id = \(school) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND e.starts < \(today - 380) \
            AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) AND NOT EXISTS (SELECT 1 FROM statutory_event v WHERE v.pupil_id = p.id) \
            AND (\(status) = 'K' OR EXISTS (SELECT 1 FROM ehc_plan k WHERE k.pupil_id = p.id AND k.final_on IS NOT NULL AND k.ended_on IS NULL)) \
            ORDER BY p.id % 43, p.id LIMIT 10
            """)
    }
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
