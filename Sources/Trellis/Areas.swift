import AreaKit
import Oversight
import People

extension Program {
    /// The areas of the house, in the order in which they were built.
    static let areas: [any Area] = [PeopleArea(), OversightArea()]
}
