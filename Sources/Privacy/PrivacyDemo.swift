import Access
import AreaKit
import Basics
import Database
import People

/// The story of the demonstration trust's data protection officer: a request under way, one released, a hold, a
/// correction, a complaint, and a disposal with its certificate.
@Sendable func tellPrivacyChapter(_ store: Store, _ today: Day, _ sources: [SubjectSource]) async throws {
    let pupils = try await store.read { try $0.all(Pupil.self, "WHERE id IN (SELECT pupil_id FROM provision_spell WHERE ends IS NULL AND provision = 'E') AND NOT sealed ORDER BY id LIMIT 4") }
    guard pupils.count == 4 else { return }
    let story = PrivacyStory(store: store, today: today, sources: sources)
    try await story.requestUnderWay(pupils[0])
    try await story.releasedCopy(pupils[1])
    try await story.heldAndQuestioned(pupils[2], pupils[3])
    try await story.disposal()
}

private struct PrivacyStory: Sendable {
    let store: Store
    let today: Day
    let sources: [SubjectSource]

    private static let officer = Viewer(name: "Miriam Stone", role: .protectionOfficer, sight: .trust)

    private func act(_ days: Int, hour: Int = 11, who: String = officer.signature) -> Act {
        Act(who: who, at: Instant(today - days, hour: hour), way: .demonstration)
    }

    func requestUnderWay(_ pupil: Pupil) async throws {
        let day = today - 20
        let request = try await store.write(act(20)) { writer in
            try writer.save(ReceiveRequest(pupil: pupil.id, askedBy: "The pupil’s mother", capacity: "parent", way: "mail", receivedOn: day).applied(today: day))
        }
        _ = try await store.write(act(18)) { try $0.save(request.proved(on: today - 18, by: "Known to the school since the pupil joined", today: today - 18)) }
        let pause = try await store.write(act(15)) { writer in
            try writer.save(request.paused(on: today - 15, asking: "Do you want everything, or what concerns speech therapy?", pauses: [], today: today - 15))
        }
        _ = try await store.write(act(10)) { try $0.save(pause.answered(on: today - 10, today: today - 10)) }
    }

    /// An adult's own copy: small, and with nothing of anybody else in it.
    func releasedCopy(_ pupil: Pupil) async throws {
        let day = today - 45
        let request = try await store.write(act(45)) { writer in
            try writer.save(ReceiveRequest(pupil: nil, email: "grace.obi@example.org", askedBy: "Grace Obi", capacity: "self", way: "letter", receivedOn: day).applied(today: day))
        }
        _ = try await store.write(act(44)) { try $0.save(request.proved(on: today - 44, by: "Came in person", today: today - 44)) }
        let copy = try await store.write(act(30)) { writer in
            for item in try writer.copyItems(of: request, from: sources) where item.waits {
                try writer.save(MarkItem(item: item.key, decision: "give", ground: "", words: "", note: "Read").applied(to: request, before: nil, text: item.text))
            }
            return try writer.release(request.id, ReleaseCopy(childsView: "", checked: true), sources, for: Self.officer)
        }
        _ = try await store.write(act(29)) { writer in
            try writer.save(copy.handedOver(on: today - 29))
            try writer.execute("DELETE FROM copy_text WHERE copy_id = \(copy.id)")
        }
    }

    func heldAndQuestioned(_ held: Pupil, _ questioned: Pupil) async throws {
        _ = try await store.write(act(120)) { writer in
            try writer.save(LegalHold.placed(on: held.id, because: "Appeal to the tribunal; the trust’s lawyers asked", standing: nil, today: today - 120))
        }
        let request = try await store.write(act(60)) { writer in
            try writer.save(CorrectionRequest.received(questioned.id, from: "The pupil’s father", what: "The main need should be language, not learning", on: today - 60, today: today - 60))
        }
        _ = try await store.write(act(50)) { writer in
            try writer.save(request.decided(as: "refused", because: "The specialist’s report names learning first. Both needs are recorded.",
                                            disagreement: "We think that language comes first.", today: today - 50))
        }
        _ = try await store.write(act(9)) { writer in
            try writer.save(DataComplaint.received(nil, from: "A parent", about: "A letter went to an old address", on: today - 9, today: today - 9))
        }
    }

    /// Somebody who left long ago: the record is due, one person approves, another carries it out.
    func disposal() async throws {
        guard let rule = try await store.read({ try $0.retention(of: .send) }) else { return }
        let pupil = try await store.write(act(16)) { try $0.addLongGone("Nora", "Hallam", born: (today - 40).adding(years: -rule.years)) }
        let disposal = try await store.write(act(15)) { writer in
            let due = try writer.dueRecords(rule, for: Self.officer, on: today - 15).filter { $0.pupil == pupil }
            let (change, lines) = try ApproveDisposal(pupils: [pupil], reason: "No claim, no inquiry, nobody has asked").applied(
                rule, due: Dictionary(due.map { ($0.pupil, $0.dueOn) }) { $1 }, by: Self.officer.signature, account: nil, today: today - 15)
            return try writer.approve(change, lines)
        }
        let second = "Operator (command line)"
        let shred = try await store.write(act(14, who: second)) { writer in
            try writer.carryOut(disposal.released(by: second, account: nil, at: Instant(today - 14, hour: 11), understood: true, end: writer.endOfTrail()), sources)
        }
        shred()
    }
}
