import Basics

/// Says why a pupil's cost is over or under.
public struct JustifyVariance: Sendable {
    public let reason: VarianceReason?
    public let words: String

    public init(_ reason: VarianceReason?, words: String) { (self.reason, self.words) = (reason, words.trimmed) }

    public func applied(to pupil: PupilID, at school: SchoolID, _ comparison: CostComparison, year: AcademicYear, by who: String, today: Day) throws -> Change<VarianceJustification> {
        var problems = Problems()
        problems.require(comparison.over != nil, "", "No sum of money belongs to this pupil alone. There is nothing to compare the cost with.")
        problems.require(reason != nil, "reason", "Choose the main reason.")
        if let reason, let over = comparison.over, over != Pence(0) {
            problems.require(reason.isOver == (over > Pence(0)), "reason", over > Pence(0) ? "The cost is over the funding. Choose a reason for more." : "The cost is under the funding. Choose a reason for less.")
        }
        problems.require(!words.isEmpty, "words", "Say it in a sentence or two, so that a governor understands it.")
        problems.require(words.count <= 1000, "words", "Make this shorter: at most 1,000 characters.")
        guard let reason, let over = comparison.over else { throw problems }
        try problems.check()
        return Change("variance.justified", to: VarianceJustification(id: .new, pupil: pupil, school: school, academicYear: year.starting, reason: reason, words: words, over: over, writtenOn: today, writtenBy: who))
    }
}
