import Basics

/// What an outcome or a strategy of the bank says, whether it comes with Trellis or somebody added it.
struct BankText: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case outcome, strategy

        var label: String { self == .outcome ? "Outcome" : "Strategy" }
    }

    let kind: Kind
    /// The outcome in a sentence, with `[Name]` for the pupil; or what to do, in a line.
    var words: String
    /// How a strategy is done.
    var detail = ""
    /// What the pupil does already, on which it builds.
    var buildsOn = ""
    var measure = ""
    /// With gaps to be filled in: `__` and `[date]`.
    var baseline = ""
    var target = ""
    /// How long it usually takes.
    var weeks: Int?
    /// The part of adult life that it serves, by its key; empty for none.
    var adultLife = ""

    /// The day by which it is reached, where it is begun on a day.
    func due(from day: Day) -> Day? { weeks.map { day + $0 * 7 } }

    /// The same with the pupil's name in it.
    func named(_ name: String) -> BankText {
        var text = self
        for part in [\BankText.words, \.detail, \.measure] { text[keyPath: part].replace("[Name]", with: name) }
        return text
    }

    /// As one line of a plan's strategies.
    var line: String { detail.isEmpty ? words : "\(words): \(detail)" }
}
