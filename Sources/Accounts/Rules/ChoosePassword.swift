import Basics

/// Somebody chooses a password: it must not be easy to guess, and it must have been typed twice alike.
struct ChoosePassword: Sendable {
    let password: String
    let again: String

    /// - Throws: `Problems` with all that is wrong.
    func check(_ rule: PasswordRule) throws {
        var problems = Problems()
        if let advice = rule.problem(with: password) { problems.add("password", advice) }
        problems.require(password == again, "password_again", "These two are not the same. Type your new password once more.")
        try problems.check()
    }
}
