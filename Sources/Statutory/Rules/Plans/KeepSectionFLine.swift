import Basics

/// Writes down a line of section F, or puts it right, by what was typed.
public struct KeepSectionFLine: Sendable {
    public var words: String
    public var who = "", overseer = "", times = "", per = "", minutes = "", groupSize = "", until = ""
    public var helpsAdulthood = false

    public init(_ words: String) { self.words = words.trimmed }

    /// - Throws: `Problems` by the names of its fields.
    public func applied(to before: SectionFLine?, in version: PlanVersion, beside others: [SectionFLine]) throws -> Change<SectionFLine> {
        var problems = Problems()
        problems.require(!words.isEmpty, "words", "Copy the line, in the words of the plan.")
        problems.require(words.count <= 3000, "words", "Make this shorter: at most 3,000 letters. A long paragraph is often several lines.")
        problems.require([who, overseer].allSatisfy { $0.trimmed.count <= 120 }, "who", "Make this shorter: at most 120 letters.")
        let numbers = [("times", times, 60), ("minutes", minutes, 2000), ("group_size", groupSize, 40)]
        for (field, text, most) in numbers where !text.trimmed.isEmpty {
            problems.require(Int(text.trimmed).map { (1...most).contains($0) } ?? false, field, "Give a whole number from 1 to \(most), or leave it empty where the plan does not say.")
        }
        let per = SectionFLine.Per(rawValue: per)
        problems.require(per != nil, "per", "Choose one of the list.")
        problems.require(until.trimmed.isEmpty || Day(typed: until) != nil, "until_on", "This is no day we can read. Write it as 22/11/2026.")
        guard problems.isEmpty, let per else { throw problems }
        var after = before ?? SectionFLine(words, at: (others.map(\.position).max() ?? 0) + 1, in: version.id, of: version.pupil)
        (after.words, after.who, after.overseer) = (words, who.trimmed, overseer.trimmed)
        (after.times, after.per, after.minutes, after.groupSize) = (Int(times.trimmed), per, Int(minutes.trimmed), Int(groupSize.trimmed))
        (after.until, after.helpsAdulthood) = (Day(typed: until), helpsAdulthood)
        return Change(before == nil ? "ehcLine.added" : "ehcLine.changed", from: before, to: after)
    }
}
