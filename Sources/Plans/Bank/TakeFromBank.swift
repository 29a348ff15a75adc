import Access
import Basics
import Database
import Pages
import People

// From the page on which a plan is written to the bank, and back with an entry.

/// The bank, with the way back to the page on which a plan is written.
func bankPath(for plan: PlanID, _ kind: BankEntry.Kind) -> Address {
    bankPath().asking(["kind": kind.rawValue, "for": writePlanPath(plan).text])
}

/// Saves the page and goes to the bank, in those parts for which it has something.
func bankButton(_ part: PlanPart) -> HTML {
    switch part {
    case .outcomes: "<p class=\"actions\"><button class=\"second\" name=\"look\" value=\"outcome\">Save, and look for outcomes in the bank</button></p>"
    case .strategies: "<p class=\"actions\"><button class=\"second\" name=\"look\" value=\"strategy\">Save, and look for strategies in the bank</button></p>"
    default: ""
    }
}

extension FormValues {
    /// The long page with an entry of the bank put in: an outcome into the fields of a new one, a strategy as one more line.
    func taking(_ entry: BankEntry?, _ seen: SeenPlan, today: Day) -> FormValues {
        guard let entry = entry?.named(seen.pupil.calledName) else { return self }
        var values = self
        values.set("bank", entry.key)
        switch entry.kind {
        case .strategy:
            let field = PlanPart.strategies.field()
            values.set(field, [self[field].trimmed, entry.line].filter { !$0.isEmpty }.joined(separator: "\n"))
        case .outcome:
            for (name, text) in [("words", entry.words), ("measure", entry.measure), ("baseline", entry.baseline), ("target", entry.target)] { values.set(name, text) }
            values.set("due", entry.due(from: today)?.description ?? "")
            values.set("area", entry.need.areas[seen.whole.scheme.key] ?? "")
            values.set("adult_life", entry.adultLife)
        }
        return values
    }
}

extension Writer {
    /// Counts the entry that a saved page was filled with, where something of it was saved.
    func countUse(in typed: FormValues, of plan: Plan, by viewer: Viewer) throws {
        guard let entry = try bankEntry(typed["bank"], for: viewer) else { return }
        let isTaken = entry.kind == .outcome ? typed["words"].nonEmpty != nil : typed[PlanPart.strategies.field()].contains(entry.words)
        if isTaken { try countUse(of: entry.key, at: plan.school) }
    }
}
