import AreaKit
import Oversight
import People

extension Program {
    /// The areas that stand on People, in the order in which they were built.
    private static let others: [any Area] = []

    /// The areas whose contributions Oversight reads.
    private static let working: [any Area] = [PeopleArea(beside: others)] + others

    /// The areas of the house.
    static let areas: [any Area] = working + [OversightArea(reading: working)]
}
