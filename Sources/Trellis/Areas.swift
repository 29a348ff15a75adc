import AreaKit
import Database
import Mail
import Oversight
import People

extension Program {
    /// The areas of the house, in the order in which they were built.
    static let areas: [any Area] = [PeopleArea(beside: upper)] + upper

    /// Every step of the database: those of the rooms below the areas, and the areas' own.
    static let migrations: [Migration] = mailMigrations + areas.flatMap(\.migrations)

    /// Those that stand on People. Oversight reads what the others contribute.
    private static let upper: [any Area] = [OversightArea(reading: [PeopleArea()])]
}
