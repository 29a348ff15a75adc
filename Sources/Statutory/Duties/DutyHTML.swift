import Basics
import Pages

extension OwedDuty {
    /// By when, and how it stands; not by colour alone.
    func when(_ today: Day, isExcused: Bool) -> HTML {
        let least: HTML = limit == .by ? "" : "At least until "
        return "\(least)\(dueOn.inWords) <span class=\"\(countsAsLate(on: today) && !isExcused ? "tag tag-warn" : "tag")\">\(standingWords(on: today, isExcused: isExcused))</span>\(isEstimated ? " <span class=\"tag\">From an estimated day: not counted</span>" : "")\(isExcused ? " <span class=\"tag\">Excuse written down</span>" : "")"
    }

    /// Why that day, in one line, with its source and how surely it is known.
    var why: HTML {
        let check: HTML = mark == .memory ? " <strong>Check locally.</strong>" : ""
        return "\(basis) \(citation) (\(force.label)).\(check) <span class=\"quiet\">Rule \(rule).</span>"
    }
}
