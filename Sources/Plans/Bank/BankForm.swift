import Access
import Basics
import Database
import Pages
import People

/// The form of an entry of the bank: what adding and changing share.
struct BankForm: Sendable {
    let kind: BankEntry.Kind
    let places: [Choice]

    func fields(_ write: FormWriter) -> HTML {
        """
        <input type="hidden" name="kind" value="\(kind.rawValue)">\
        \(kind == .outcome ? outcome(write) : strategy(write))\
        \(write.select("need", "Need", [Choice("", "Choose one")] + needChoices(headings: false)))\(ages(write))\
        \(places.count == 1 ? "<input type=\"hidden\" name=\"place\" value=\"\(places[0].value)\">" : write.radios("place", "For whom?", places))
        """
    }

    private func outcome(_ write: FormWriter) -> HTML {
        """
        \(write.longText("words", "Outcome", hint: "Write [Name] where the pupil’s name goes. No real name: others read this.", rows: 3, aboutNobody: ()))\
        \(write.text("builds_on", "Builds on", hint: "A strength on which it stands. You may leave it empty."))\
        \(write.longText("measure", "Measure", hint: "What is counted, and in how many tries.", rows: 2, aboutNobody: ()))\
        \(write.text("baseline", "Baseline", hint: "With gaps, such as: __ of 10 on [date]"))\(write.text("target", "Target", hint: "Such as: 8 of 10"))\
        \(write.text("weeks", "Time in weeks"))\(write.select("adult_life", "Part of adult life that it serves", lives))
        """
    }

    private func strategy(_ write: FormWriter) -> HTML {
        """
        \(write.text("words", "What to do, in a line", hint: "Begin with a verb, such as: Count silently to ten after a question"))\
        \(write.longText("detail", "How it is done", hint: "What an adult does tomorrow. No real name: others read this.", rows: 3, aboutNobody: ()))
        """
    }

    private func ages(_ write: FormWriter) -> HTML {
        """
        <fieldset class="field" id="ages" tabindex="-1"><legend>Ages</legend>\(write.problem("ages"))\
        \(BankAge.allCases.map { write.checkbox("ages", Choice($0.rawValue, $0.label)) })</fieldset>
        """
    }

    private var lives: [Choice] {
        [Choice("", "None")] + KeepBankEntry.adultLives.map { Choice($0, $0.prefix(1).uppercased() + $0.dropFirst()) }
    }
}

extension KeepBankEntry {
    init(_ form: FormValues, kind: BankEntry.Kind) {
        self.init(
            kind: kind, need: form["need"], ages: form.all("ages"), words: form["words"], detail: form["detail"], buildsOn: form["builds_on"], measure: form["measure"],
            baseline: form["baseline"], target: form["target"], weeks: form["weeks"], adultLife: form["adult_life"])
    }
}

extension FormValues {
    /// What a form shows of an entry at first.
    init(_ entry: BankEntry, place: String) {
        self.init([
            ("words", entry.words), ("detail", entry.detail), ("builds_on", entry.buildsOn), ("measure", entry.measure), ("baseline", entry.baseline), ("target", entry.target),
            ("weeks", entry.weeks.map { "\($0)" } ?? ""), ("adult_life", entry.adultLife), ("need", entry.need.key), ("place", place),
        ] + entry.ages.map { ("ages", $0.rawValue) })
    }
}

extension Reader {
    /// For whom this viewer may add to the bank, as choices; themselves first.
    func bankPlaces(for viewer: Viewer) throws -> [Choice] {
        let own = viewer.account.map(BankPlace.person).flatMap { viewer.mayKeepBank($0) ? Choice($0.key, "For me") : nil }
        let keeps = viewer.may(.changeRegister) ? try schools(for: viewer.doing(.changeRegister)) : []
        let trust = viewer.mayKeepBank(.trust) ? Choice(BankPlace.trust.key, "For the whole trust") : nil
        return [own].compactMap { $0 } + keeps.map { Choice(BankPlace.school($0.id).key, "For \($0.name)") } + [trust].compactMap { $0 }
    }
}

extension Viewer {
    /// The place that a form names, if they may add there.
    func bankPlace(_ key: String) -> BankPlace? {
        let place: BankPlace? = switch key {
        case "trust": .trust
        case "person": account.map(BankPlace.person)
        default: key.hasPrefix("school-") ? SchoolID(key.dropFirst("school-".count)).map(BankPlace.school) : nil
        }
        return place.flatMap { mayKeepBank($0) ? $0 : nil }
    }
}
