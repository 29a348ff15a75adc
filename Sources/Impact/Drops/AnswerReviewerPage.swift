import Access
import AreaKit
import Basics
import Database
import Pages
import People

let answerReviewerRoutes: [Route] = [
    .read(answerReviewerPath, .changeRegister) { visit, id, row in
        try await visit.read { reader in
            let (seen, asked) = try reader.asked(id, row, visit)
            return page(visit, seen, asked, FormValues([("answer", asked.answer), ("seen", "\(asked.version)")]), Problems())
        }
    },
    .send(answerReviewerPath, .changeRegister) { visit, id, row in
        let typed = visit.request.form
        return try await visit.save { writer in
            try writer.lockDrop(id)
            let (seen, asked) = try writer.asked(id, row, visit)
            if typed.has("seen"), typed["seen"] != "\(asked.version)" { throw FormOvertaken("Somebody else answered while you had this open: “\(asked.answer)” Nothing of yours is saved yet.") }
            let answered = try AnswerReviewer(typed["answer"]).applied(to: asked, of: seen.drop, among: seen.reviewers)
            try writer.save(answered.reviewer)
            if let closed = answered.drop { try writer.save(closed) }
            return dropPath(id).asking(["saved": "answered"])
        } again: { problems, status in
            try await visit.read { reader in
                let (seen, asked) = try reader.asked(id, row, visit)
                var again = typed
                if status == 409 { again.set("seen", "\(asked.version)") }
                return page(visit, seen, asked, again, problems, status: status)
            }
        }
    },
]

extension Reader {
    /// One of the three who asked something, for those who answer.
    fileprivate func asked(_ id: DataDropID, _ row: RowID, _ visit: Visit) throws -> (SeenDrop, DropReviewer) {
        let seen = try workedDrop(id, visit)
        guard let reviewer = seen.reviewers.first(where: { $0.id == row }), !reviewer.question.isEmpty else { throw NotFound() }
        return (seen, reviewer)
    }
}

private func page(_ visit: Visit, _ seen: SeenDrop, _ asked: DropReviewer, _ typed: FormValues, _ problems: Problems, status: Int = 422) -> Answer {
    let write = FormWriter(typed, problems), title = "Answer a question"
    let body: HTML = """
        \(crumbs(("Data drops", dropsPath().asking(["school": "\(seen.school.id)"])), (seen.title, dropPath(seen.drop.id))))\(write.summary)\
        \(pageTitle(title, lead: "\(asked.name) (\(asked.seat.word)) asked: “\(asked.question)”"))\
        \(form(answerReviewerPath(seen.drop.id, asked.id), button: "Save the answer", back: dropPath(seen.drop.id), """
            \(write.hidden("seen"))\(write.longText("answer", "Your answer", hint: "All three read it. Name no child.", rows: 4, aboutNobody: ()))
            """))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}
