import Basics

/// Lets a council officer see some pupils by a link that works once, with a number told by telephone.
struct ShareWithCouncil: Sendable {
    let name: String
    let council: String
    let email: String
    let reason: String
    let until: Day?
    /// The numbers of further pupils, one on each line.
    let others: [String]

    /// Nobody from outside keeps a way in for longer than this (domain 8.3: time-boxed links).
    static let longest = 30
    /// Wrong numbers after which a link is dead.
    static let mostTries = 5

    /// - Returns: the last day.
    /// - Throws: `Problems` with all that is wrong.
    func check(today: Day) throws -> Day {
        var problems = Problems()
        problems.require(name.nonEmpty != nil, "name", "Type the officer’s name.")
        problems.require(council.nonEmpty != nil && council.count <= 100, "council", "Type the name of the council.")
        problems.require(AddAccount.isAddress(email), "email", "Type their mail address at the council.")
        problems.require(reason.nonEmpty != nil, "reason", "Say what the council needs it for.")
        problems.require(until != nil, "until", "Give the last day.")
        if let until { problems.require(until >= today && until - today <= Self.longest, "until", "Choose a last day from today to \((today + Self.longest).inWords).") }
        problems.require(others.count <= 50, "others", "Share at most 50 pupils at once.")
        try problems.check()
        return until ?? today
    }

    /// Six figures, told by telephone.
    static func freshNumber() -> String {
        let figures = String(Int.random(in: 0...999_999))
        return String(repeating: "0", count: 6 - figures.count) + figures
    }
}
