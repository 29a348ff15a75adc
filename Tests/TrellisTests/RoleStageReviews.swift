import Access
import Basics
import Database
import Pages
import People
import Stage
@testable import Statutory

extension Stage {
    /// A review with its meeting, and somebody who is asked.
    func reviews(of pupil: Pupil, at school: School) async throws -> (review: Int, person: Int) {
        let today = today
        return try await act { writer in
            var review = AnnualReview(pupil: pupil.id, school: school.id, council: "999", kind: .plan, dueOn: today + 200)
            review.meetingOn = today + 60
            review = try writer.save(Change("annualReview.started", to: review))
            let person = try writer.save(Change("reviewPerson.asked", to: ReviewPerson(.health, name: "Dr Ahmed", of: review)))
            return (review.id.rawValue, person.id.rawValue)
        }
    }

    /// A link of somebody who is asked, made anew.
    func reviewSecret(_ row: RowID) async throws -> String {
        try await act { writer in
            guard let person = try writer.one(row, of: ReviewPerson.self), let review = try writer.one(person.review, of: AnnualReview.self) else { throw NotFound() }
            return try writer.makeLink(for: person, of: review).secret.text
        }
    }
}
