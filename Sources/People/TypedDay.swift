import Basics
import Pages

extension FormValues {
    /// The day of a field, as a date picker sends it or as people type it: `2026-11-22`, `22/11/2026`.
    /// - Throws: `Problems` at the field where there is none.
    public func day(_ name: String) throws -> Day {
        guard let day = try dayIfAny(name) else { throw Problems(name, "Give a day, such as 22/11/2026.") }
        return day
    }

    /// The same for a field that may be left empty.
    public func dayIfAny(_ name: String) throws -> Day? {
        guard let text = self[name].nonEmpty else { return nil }
        if let day = Day(text) { return day }
        let parts = text.split(whereSeparator: { "/. -".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3, parts[2] > 1900, let day = Day(parts[2], parts[1], parts[0]) else {
            throw Problems(name, "“\(text)” is not a day we can read. Write it as 22/11/2026.")
        }
        return day
    }
}

/// A box to tick for something unusual that the person has checked; shown once it has been asked for.
public func confirmation(_ name: String, _ label: String, _ typed: FormValues, _ problems: Problems) -> HTML {
    guard let problem = problems.message(for: name) ?? (typed.has(name) ? "" : nil) else { return "" }
    let words: HTML = problem.isEmpty ? "" : "<p class=\"problem\">Check this: \(problem)</p>"
    return "<div class=\"field\" id=\"\(name)\">\(words)\(FormWriter(typed).checkbox(name, Choice("yes", label)))</div>"
}
