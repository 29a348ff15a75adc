import AreaKit
import Oversight
import Papers
import People

extension Program {
    /// The areas of the house, in the order in which they were built.
    static let areas: [any Area] = areas(papers: nil)

    /// - Parameter papers: where papers lie; nil where nobody looks at pages.
    static func areas(papers: PaperStore?) -> [any Area] { [PeopleArea(beside: upper, papers: papers)] + upper }

    /// Those that stand on People. Oversight reads what the others contribute.
    private static let upper: [any Area] = [OversightArea(reading: [PeopleArea()])]
}
