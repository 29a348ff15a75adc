import Access
import AreaKit
import Basics
import Database

extension AccountsArea {
    public var setupChecks: [SetupCheck] { [.secondFactorsAreSetUp] }
}

extension SetupCheck {
    /// Whoever may see pupils' records, or let others see them, has more than a password. Only the number is told.
    static let secondFactorsAreSetUp = SetupCheck { place in
        let number = try await place.store.read { try $0.accountsWithoutSecondFactor(on: place.now.dayInEngland) }
        if number == 0 { return [.fine("Whoever may see pupils’ records and has a password has a second factor, too.")] }
        let words = count(number, "person has a password and no second factor, but a role", "people have a password and no second factor, but roles")
        return [.weak("\(words) for which Trellis asks for one.",
                      mend: "Ask those who stand as “Password only” under “Who signs in” to sign in and set up their code app. End access that nobody uses.")]
    }
}

extension Reader {
    /// How many open accounts have a password and no code app, and play a role that needs one.
    func accountsWithoutSecondFactor(on day: Day) throws -> Int {
        let roles = Role.allCases.filter(\.needsSecondFactor).map(\.rawValue)
        return try value("""
            SELECT COUNT(*) FROM account WHERE password_since IS NOT NULL AND second_factor_since IS NULL AND (ends IS NULL OR ends >= \(day)) \
            AND id IN (SELECT account_id FROM appointment WHERE starts <= \(day) AND (ends IS NULL OR ends >= \(day)) AND role IN \(roles))
            """, as: Int.self) ?? 0
    }
}
