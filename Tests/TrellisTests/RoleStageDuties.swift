import Access
import Accounts
import Basics
import Database
import People
import Stage
@testable import Statutory

extension Stage {
    /// A request for an assessment, of which the council owes its decision.
    func duties(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let matter = Matter(.case, row: RowID(pupil.id.rawValue), pupil: pupil.id, school: school.id, council: "999")
            try writer.record(.needsAssessment, on: today - 60, of: matter, stated: .council)
            return ["duties": try writer.duties(of: matter).first?.id.rawValue ?? 0, "councils": 999]
        }
    }
}

extension Stage {
    /// The secret of somebody's calendar, made anew.
    func calendar(of account: Account) async throws -> String {
        try await act { try $0.makeCalendarLink(of: account.id, showsNames: false).text }
    }
}
