import Access
import AreaKit
import Database
import Pages
import Papers

/// What the law asks for by which day, of whom, and why; the legal cases that a school keeps, and their papers.
public struct StatutoryArea: Area {
    public let parts: [AreaPart]

    /// - Parameters:
    ///   - papers: where papers lie; nil where nobody looks at pages.
    ///   - others: the areas whose record is evidence for a request.
    ///   - viewers: what somebody may see when their calendar is read, by the area that knows accounts.
    public init(papers: PaperStore? = nil, beside others: [any Area] = [], viewers: @escaping AccountViewers = { _, _, _, _ in nil }) {
        parts = [
            datesPart, dutiesPart, calendarPart(viewers),
            // Reviews are told after plans and requests: their chapter passes over pupils whom these have given a matter.
            plansPart, casesPart(others.flatMap(\.evidence)), reviewsPart, strategyPart, consultationsPart, packsPart(papers),
        ]
    }

    public let name = "Statutory"
}

/// The law's dates for everybody, without a record.
let datesPart = AreaPart(routes: DatesPages().routes, openPages: [MenuEntry("Dates of the law", datesPath(), place: "dates", order: 10)])
