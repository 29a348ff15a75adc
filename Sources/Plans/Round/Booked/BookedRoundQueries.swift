import Access
import Basics
import Database
import Pages
import People

/// The slots that schools have booked for rounds.
public let bookedRoundsPath = PagePath< >("/rounds")
let bookRoundPath = PagePath< >("/rounds/add")
let moveRoundPath = PagePath<RowID>("/rounds/*/change")
let endRoundPath = PagePath<RowID>("/rounds/*/end")
let dropRoundPath = PagePath<RowID>("/rounds/*/remove")

extension Reader {
    /// The rounds of the schools in sight, the latest first: those of the last year and all that are to come.
    func bookedRounds(for viewer: Viewer, school: SchoolID? = nil, on day: Day) throws -> [BookedRound] {
        let here: SQL = school.map { "AND school_id = \($0)" } ?? ""
        return try all(BookedRound.self, "WHERE held_on > \(day.adding(years: -1)) AND \(viewer.sees(school: "school_id")) \(here) ORDER BY held_on DESC, begins_at DESC, id DESC")
    }

    /// Those that are not done, up to a day, the first first.
    func openRounds(for viewer: Viewer, until day: Day) throws -> [BookedRound] {
        try all(BookedRound.self, "WHERE done_on IS NULL AND held_on <= \(day) AND held_on > \(day.adding(years: -1)) AND \(viewer.sees(school: "school_id")) ORDER BY held_on, begins_at, id")
    }

    /// One round.
    /// - Throws: `NotFound` where its school is not in sight.
    func bookedRound(_ id: RowID, for viewer: Viewer) throws -> BookedRound {
        guard let round = try one(id, of: BookedRound.self), viewer.sees(round.school) else { throw NotFound() }
        return round
    }
}

extension BookedRound {
    /// Where one goes on when the time has come; what is looked at elsewhere has its own page.
    var place: Address? { kind == .plans ? roundPath().asking(["school": "\(school)"]) : nil }

    /// `Thursday 26 November 2026 at 13:30`
    var slot: String { "\(heldOn.inWords) at \(beginsAt)" }
}
