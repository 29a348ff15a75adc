import Basics
import Database
import People
import Stage
@testable import Statutory

extension Stage {
    /// A consultation about a child who is no pupil, with an answer that is not sent.
    func consultation(at school: School) async throws -> Int {
        let today = today
        return try await act { writer in
            var rule = LogConsultation()
            (rule.forename, rule.surname, rule.birth, rule.year, rule.council) = ("Ravi", "Holloway", today.adding(years: -8), "4", "999")
            (rule.basis, rule.cameOn) = (.family, today)
            let held = try writer.log(rule, at: school.id, by: "Amira Khan")
            try writer.save(AnswerConsultation(.can, ConsultationWords()).applied(to: held, today: today))
            return Int(held.id.rawValue)
        }
    }
}
