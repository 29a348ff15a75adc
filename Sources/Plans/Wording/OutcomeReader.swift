import Access
import Basics
import Database
import Pages
import People

/// Reads a pupil's outcomes with the checks of the wording.
struct OutcomeReader: Sendable {
    let pupil: Pupil
    /// The forenames of those who share a class with the pupil.
    let others: [String]
    let today: Day

    /// What is to be said about the lines of a plan's provision. They belong to the whole plan, so they are read once and
    /// not with each outcome.
    func findings(inProvision lines: String) -> [WordingFinding] {
        let read = OutcomeWords(words: "", provision: lines, called: [pupil.calledName, pupil.forename], others: others, today: today)
        return WordingCheck.all.findings(in: read).filter { $0.part == .provision }
    }

    func findings(in outcome: Outcome) -> [WordingFinding] {
        WordingCheck.all.findings(in: OutcomeWords(
            words: outcome.words, measure: outcome.measure, baseline: outcome.baseline, target: outcome.target, due: outcome.due, owner: outcome.owner,
            called: [pupil.calledName, pupil.forename], others: others, today: today))
    }

    /// How many things there are to look at, in a line; empty where there are none.
    func summary(of outcome: Outcome) -> HTML {
        let found = findings(in: outcome)
        if found.isEmpty { return "" }
        let titles = found.map { "\($0.part.label.lowercased()): \($0.check.title.prefix(1).lowercased() + $0.check.title.dropFirst())" }
        return "<p class=\"quiet\">Advice on the wording (\(found.count)): \(titles.joined(separator: "; ")).</p>"
    }
}

extension Reader {
    /// The forenames of everybody who shares a class with a pupil on a day, as they are called and as they are recorded.
    func classmates(of pupil: PupilID, on day: Day) throws -> [String] {
        let names: [(String, String)] = try rows("""
            SELECT DISTINCT p.forename, p.preferred_forename FROM class_member mine \
            JOIN class_member theirs ON theirs.class_id = mine.class_id AND theirs.pupil_id <> mine.pupil_id AND theirs.starts <= \(day) AND (theirs.ends IS NULL OR theirs.ends >= \(day)) \
            JOIN pupil p ON p.id = theirs.pupil_id \
            WHERE mine.pupil_id = \(pupil) AND mine.starts <= \(day) AND (mine.ends IS NULL OR mine.ends >= \(day))
            """) { try ($0.next(), $0.next()) }
        return names.flatMap { [$0.0, $0.1] }.filter { !$0.isEmpty }.unique.sorted()
    }
}
