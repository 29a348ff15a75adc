import Access
import AreaKit
import Basics
import Database
import People

/// Two councils that ask for different things: one takes Trellis's own four forms for its own, the other sent a form of another kind.
let packsChapter = DemonstrationChapter { store, today in
    let councils = try await store.read { try $0.knownCouncils().map(\.code) }
    for story in PackStory.all where councils.contains(story.council) {
        try await store.write(Act(who: "The trust’s data manager", at: Instant(today - 40, hour: 10), way: .demonstration)) { writer in
            try writer.save(KeepPack(story.typed, checkedOn: today - 40), of: writer.heldPack(story.council))
            for form in story.forms {
                let file = try CheckedForm(form.bytes), kept = try writer.save(AddForm(form.kind, title: form.title), file, named: form.file, to: story.council)
                try writer.save(UseForm(from: today - 40, hasSeenFaults: false).applied(to: kept, faults: file.faults.count, today: writer.act.today))
            }
        }
    }
    try await fillOnce(store, today)
}

private struct PackStory {
    let council: String
    let typed: [String: String]
    let forms: [(kind: PackForm.Kind, title: String, file: String, bytes: [UInt8])]

    /// Invented: no council asks for just this.
    static let all = [
        PackStory(council: "999", typed: [
            "office": "SEND assessment team", "email": "send.assessment@example.org", "phone": "01632 960410", "contacts": "Annual reviews: reviews@example.org\nConsultations: admissions@example.org, 01632 960411",
            "portal": "https://send-portal.example.org/schools", "sending": "One file for each part. Name it by the child’s initials and the part.", "file_mb": "10", "all_mb": "25",
            "steps": "The school hands the form in by the portal.\nThe team sends a number within two days.\nA panel looks at it each Thursday.\nThe family hears from the team first.",
            "thresholds": "Two cycles of support with outcomes.\nAdvice of a specialist from the last year.",
        ], forms: OurForm.allCases.map { ours in (kind: PackForm.Kind.allCases.first { $0.ours == ours } ?? .other, title: ours.title, file: "\(ours.rawValue).docx", bytes: ours.bytes) }),
        PackStory(council: "998", typed: [
            "office": "Inclusion and SEND service", "email": "inclusion@example.org", "phone": "01632 960520", "contacts": "Duty line for schools, mornings: 01632 960521", "portal": "",
            "sending": "By secure mail, all in one file. Telephone before you send.", "file_mb": "", "all_mb": "15",
            "steps": "Telephone the duty line before anything is sent.\nSend the request by secure mail.\nAn officer visits the school within a month.",
            "thresholds": "What the school spends on the pupil, with dates.\nThe views of the child, in their own words.\nThree cycles, or one where need is plain.",
        ], forms: [(kind: .request, title: "EHC1: asking us to assess", file: "EHC1.docx", bytes: PackageResources.another_council_request_docx)]),
    ]
}

/// One request for which a SENCO filled the form, so that its page shows what was done.
private func fillOnce(_ store: Store, _ today: Day) async throws {
    guard let held = try await store.read({ try $0.all(AssessmentCase.self, "WHERE is_over = \(false) ORDER BY id LIMIT 1") }).first else { return }
    let day = today - 1
    let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: held.school) ?? "The SENCO" }
    try await store.write(Act(who: senco, at: Instant(day, hour: 15), way: .demonstration)) { writer in
        let viewer = Viewer(name: senco, role: .senco, sight: .schools([held.school])), asker = FormAsker(viewer: viewer, person: viewer, today: day)
        let filled = try writer.filled(writer.matter(ofRequest: held.id, of: held.pupil, asker), with: "", on: day)
        _ = try writer.save(filled, made: .word, of: held.pupil, by: viewer)
    }
}
