import Access
import AreaKit
import Basics
import Database
import Pages

/// One of the three signs on the drop's own page.
let signDropRoutes: [Route] = [
    .send(signDropPath, .seeFigures) { visit, id in
        let typed = visit.request.form
        return try await visit.save { writer in
            guard let account = visit.viewer.account else { throw Problems("", "You are not one of the three who sign this data drop.") }
            try writer.lockDrop(id)
            let seen = try writer.drop(id, for: visit.viewer, on: visit.today)
            // What is signed is what was read: not figures that were taken back and sent anew meanwhile.
            if typed.has("seen"), typed["seen"] != "\(seen.drop.version)" { throw FormOvertaken("The data drop was changed while you had it open. Read it again, then sign. Your words are still here.") }
            let signed = try SignDrop(comment: typed["comment"], question: typed["question"]).applied(to: seen.drop, by: account, among: seen.reviewers, today: visit.today)
            try writer.save(signed.reviewer)
            if let closed = signed.drop { try writer.save(closed) }
            return dropPath(id).asking(["saved": "signed"])
        } again: { problems, status in
            try await visit.dropAgain(id, typed, problems, status)
        }
    },
]

/// Sends it to the three, or takes it back.
let sendDropRoutes: [Route] = [
    .send(sendDropPath, .changeRegister) { visit, id in
        try await visit.save { writer in
            try writer.lockDrop(id)
            try writer.send(try writer.workedDrop(id, visit))
            return dropPath(id).asking(["saved": "sent"])
        } again: { problems, status in
            try await visit.dropAgain(id, FormValues(), problems, status)
        }
    },
    .send(takeDropBackPath, .changeRegister) { visit, id in
        try await visit.save { writer in
            try writer.lockDrop(id)
            let seen = try writer.workedDrop(id, visit)
            try writer.save(try TakeDropBack().applied(to: seen.drop, among: seen.reviewers))
            for line in try writer.all(SignedLine.self, "WHERE drop_id = \(id)") { try writer.withdraw(line, event: "drop.lineFreed", because: nil) }
            return dropPath(id).asking(["saved": "back"])
        } again: { problems, status in
            try await visit.dropAgain(id, FormValues(), problems, status)
        }
    },
]

extension Writer {
    /// Makes whoever else acts on this drop wait until this act is over, so that two last signatures see each other.
    func lockDrop(_ id: DataDropID) throws { try execute("UPDATE data_drop SET version = version WHERE id = \(id)") }

    /// Sends a drop to the three: how its pupils stand is written down, so that it stays.
    func send(_ seen: SeenDrop) throws {
        try save(try SendDrop(unexplained: seen.toExplain.count, judged: seen.whole.judged, expected: seen.expectedInWords).applied(to: seen.drop, among: seen.reviewers))
        try saveTogether(seen.pupils.map { pupil in
            Change("drop.lineHeld", to: SignedLine(drop: seen.drop.id, school: seen.drop.school, pupil: pupil.traits.pupil, traits: pupil.traits.keys, baseline: pupil.baseline, actual: pupil.actual,
                                                   baselineScore: pupil.line.baseline, actualScore: pupil.line.actual,
                                                   expected: pupil.line.expected, standing: pupil.line.standing))
        })
    }
}

extension Visit {
    /// The drop's page with what is wrong.
    fileprivate func dropAgain(_ id: DataDropID, _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
        try await read { reader in
            var page = try DropPage(self, reader.drop(id, for: viewer, on: today), reader)
            (page.typed, page.problems) = (typed, problems)
            return page.answer(status)
        }
    }
}
