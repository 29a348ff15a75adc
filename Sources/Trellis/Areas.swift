import AreaKit
import Oversight
import People

extension Program {
    /// The areas of the house, in the order in which they were built.
    static let areas: [any Area] = [PeopleArea(beside: others)] + others

    /// Those that stand on People.
    private static let others: [any Area] = [OversightArea()]
}
