import AreaKit
import Oversight
import People

extension Program {
    /// The areas whose contributions Oversight reads, in the order in which they were built.
    private static let working: [any Area] = [PeopleArea()]

    /// The areas of the house.
    static let areas: [any Area] = working + [OversightArea(reading: working)]
}
