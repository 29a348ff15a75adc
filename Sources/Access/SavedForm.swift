import Basics
import Database
import Pages

/// Somebody else changed what a form is about while it was open: nothing of it is saved.
public struct FormOvertaken: Error {
    /// What the other did, as it stands above one's own words.
    public let problems: Problems

    public init(_ problems: Problems) { self.problems = problems }
    public init(_ words: String) { self.init(Problems("", words)) }
}

extension Visit {
    /// Saves what a form says, and goes on.
    /// - Parameter again: the form with what was typed, what is wrong, and 422; or 409 where somebody else was faster.
    public func save(_ save: @escaping @Sendable (Writer) throws -> Address, again: (Problems, Int) async throws -> Answer) async throws -> Answer {
        do {
            return .goTo(try await write(save))
        } catch let problems as Problems {
            return try await again(problems, 422)
        } catch let overtaken as FormOvertaken {
            return try await again(overtaken.problems, 409)
        }
    }
}
