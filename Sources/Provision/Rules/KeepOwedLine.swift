import Basics

/// Writes down what a pupil is owed, in the words of the plan, and by which provisions it is met.
public struct KeepOwedLine: Sendable {
    public let words: String
    /// Nil where it is no number.
    public let minutes: Int?
    public let per: OwedLine.Per?
    public let isSectionF: Bool, isAlone: Bool
    public let from: Day?
    public let to: Day?
    public let runs: [ProvisionID]

    public init(words: String, minutes: Int?, per: OwedLine.Per?, isSectionF: Bool, isAlone: Bool = false, from: Day?, to: Day? = nil, runs: [ProvisionID] = []) {
        (self.words, self.minutes, self.per, self.isSectionF, self.isAlone) = (words.trimmed, minutes, per, isSectionF, isAlone)
        (self.from, self.to, self.runs) = (from, to, runs)
    }

    /// - Parameters:
    ///   - hasPlan: whether the pupil has an EHC plan: section F is a part of one.
    ///   - provisions: those that the pupil takes part in, or took part in.
    ///   - beside: what else the pupil is owed.
    public func applied(to before: OwedLine? = nil, of pupil: PupilID, hasPlan: Bool, provisions: [WholeProvision], beside: [OwedLine] = []) throws -> Change<OwedLine> {
        var problems = Problems()
        problems.require(!words.isEmpty, "words", "Copy the line, in the words of the plan.")
        problems.require(words.count <= 1000, "words", "Make this shorter: at most 1,000 characters.")
        problems.requireWhole(minutes, 1...60_000, "minutes", "minutes")
        problems.require(per != nil, "per", "Choose for how long the minutes are.")
        problems.require(from != nil, "from", "Give the day from which it is owed.")
        if let from, let to { problems.require(to >= from, "to", "The last day comes before the first. Give a later last day.") }
        problems.require(hasPlan || !isSectionF, "section_f", "Section F is a part of an EHC plan, and this pupil has none.")
        problems.require(runs.allSatisfy { id in provisions.contains { $0.run.id == id && $0.members.contains { $0.pupil == pupil } } }, "runs", "This pupil does not take part in one of these provisions.")
        requireProof(provisions, &problems)
        requireOnce(provisions, beside.filter { $0.id != before?.id }, &problems)
        guard let minutes, let per, let from else { throw problems }
        try problems.check()
        var after = OwedLine(pupil: pupil, words: words, minutes: minutes, per: per, isSectionF: isSectionF, spell: Spell(starts: from, ends: to), runs: runs)
        after.isAlone = isAlone
        if let before { (after.id, after.version) = (before.id, before.version) }
        return Change(before == nil ? "line.added" : "line.changed", from: before, to: after)
    }

    /// Minutes are given once, and meet one line: a provision that met two at the same time would meet both in full.
    private func requireOnce(_ provisions: [WholeProvision], _ beside: [OwedLine], _ problems: inout Problems) {
        guard let from, to ?? from >= from else { return }
        let taken = beside.first { line in line.spell.overlaps(Spell(starts: from, ends: to)) && line.runs.contains(where: runs.contains) }
        guard let taken, let run = provisions.first(where: { taken.runs.contains($0.run.id) && runs.contains($0.run.id) })?.run else { return }
        problems.add("runs", "“\(run.name)” meets another line already, “\(taken.words.prefix(60))”. The same minutes can’t count twice: choose another provision, or write both lines as one.")
    }

    /// What meets a line of section F is logged session by session.
    private func requireProof(_ provisions: [WholeProvision], _ problems: inout Problems) {
        let lax = provisions.first { runs.contains($0.run.id) && $0.run.isRunning && $0.patterns.last?.proof != .eachSession }
        problems.require(!isSectionF || lax == nil, "runs", "“\(lax?.run.name ?? "")” is not logged session by session. Change its proof first: this is section F.")
    }
}
