import Basics

/// Adds an entry to the bank, or changes one that was added.
struct KeepBankEntry: Sendable {
    let kind: BankEntry.Kind
    let need: String
    let ages: [String]
    let words, detail, buildsOn, measure, baseline, target: String
    let weeks: String
    let adultLife: String

    static let longest = 600
    static let adultLives = ["independence", "relationships", "health", "employment"]

    /// - Parameter beside: the entries in sight, so that none is added twice.
    func applied(to before: OwnBankEntry? = nil, place: BankPlace?, by name: String, beside: [BankEntry], today: Day) throws -> Change<OwnBankEntry> {
        var problems = Problems()
        let chosen = BankAge.allCases.filter { ages.contains($0.rawValue) }
        problems.require(!words.trimmed.isEmpty, "words", kind == .outcome ? "Say what the pupil will do." : "Say what to do, in a line.")
        problems.require(Bank.need(need) != nil, "need", "Choose the need that comes nearest.")
        problems.require(!chosen.isEmpty, "ages", "Tick the ages for which it is meant.")
        problems.require(kind == .strategy || !measure.trimmed.isEmpty, "measure", "Say how one will know: what is counted, in how many tries.")
        problems.require(weeks.trimmed.isEmpty || weeksIfRight != nil, "weeks", "Give a whole number of weeks from 1 to 60, or leave it empty.")
        problems.require(adultLife.isEmpty || Self.adultLives.contains(adultLife), "adult_life", "Choose one of the list, or none.")
        problems.require(place != nil, "place", "Choose for whom it is.")
        for (field, text) in texts {
            problems.require(text.count <= Self.longest, field, "Make this shorter: at most \(Self.longest) characters. It has \(text.count).")
        }
        if beside.contains(where: { $0.key != before?.key && $0.kind == kind && Wording($0.words).words == Wording(words).words && !$0.words.isEmpty }) {
            problems.add("words", "The bank has this already. Search for it, or say it in another way.")
        }
        try problems.check()
        return change(before, chosen, place ?? .trust, name, today)
    }

    private func change(_ before: OwnBankEntry?, _ ages: [BankAge], _ place: BankPlace, _ name: String, _ today: Day) -> Change<OwnBankEntry> {
        let text = BankText(kind: kind, words: words.trimmed, detail: detail.trimmed, buildsOn: buildsOn.trimmed, measure: measure.trimmed,
                            baseline: baseline.trimmed, target: target.trimmed, weeks: weeksIfRight, adultLife: adultLife)
        var after = before ?? OwnBankEntry(id: .new, need: need, ages: "", text: text, place: place, addedBy: name, addedOn: today)
        (after.need, after.ages, after.text, after.place) = (need, ages.map(\.rawValue).joined(separator: ","), text, place)
        return Change(before == nil ? "bankEntry.added" : "bankEntry.changed", from: before, to: after)
    }

    private var weeksIfRight: Int? { Int(weeks.trimmed).flatMap { (1...60).contains($0) ? $0 : nil } }

    private var texts: [(String, String)] {
        [("words", words), ("detail", detail), ("builds_on", buildsOn), ("measure", measure), ("baseline", baseline), ("target", target)]
    }
}

/// Takes an entry that was added out of the bank.
struct WithdrawBankEntry: Sendable {
    func applied(to entry: OwnBankEntry, today: Day) throws -> Change<OwnBankEntry> {
        guard entry.withdrawnOn == nil else { throw Problems("", "It is no longer in the bank.") }
        var after = entry
        after.withdrawnOn = today
        return Change("bankEntry.withdrawn", from: entry, to: after)
    }
}
