import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes to a colleague who has not answered: the colleague, and the number of what they were asked.
/// - Returns: whether a letter is on its way.
public typealias ColleagueLetter = @Sendable (Writer, StaffID, RowID) throws -> Bool

/// Reminds somebody who has not answered.
let remindPath = PagePath<PupilID, RowID>("/pupils/*/returns/*/remind")
/// What a letter or a colleague's message links to: nothing in it tells whom it is about.
let returnPath = PagePath<RowID>("/returns/*")

func remindRoutes(_ letter: @escaping ColleagueLetter) -> [Route] {
    [
        .send(remindPath, .changeRegister) { visit, pupil, row in
            let (concern, isMailed) = try await visit.write { writer in
                _ = try writer.pupil(pupil, for: visit.viewer, on: visit.today)
                let (question, held) = try writer.colleagueReturn(row, of: pupil, for: visit.viewer, on: visit.today)
                try writer.save(try held.reminded(on: visit.today))
                return (question.concern, try letter(writer, held.staff, row))
            }
            return .goTo(concernPath(pupil, RowID(concern.rawValue)).asking(["saved": isMailed ? "mailed" : "reminded"]).at("colleagues"))
        },
        .read(returnPath, .raiseConcern) { visit, row in
            try await visit.read { reader in
                guard let held = try reader.one(row, of: ColleagueReturn.self) else { throw NotFound() }
                _ = try reader.pupil(held.pupil, for: visit.viewer, on: visit.today)
                _ = try reader.colleagueReturn(row, of: held.pupil, for: visit.viewer, on: visit.today)
                return .goTo(answerReturnPath(held.pupil, row))
            }
        },
    ]
}
