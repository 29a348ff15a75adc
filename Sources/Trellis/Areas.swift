import AreaKit
import Oversight
import People

extension Program {
    /// The areas of the house, in the order in which they were built.
    static let areas: [any Area] = [PeopleArea(beside: upper)] + upper

    /// Those that stand on People. Oversight reads what the others contribute.
    private static let upper: [any Area] = [OversightArea(reading: [PeopleArea()])]
}
