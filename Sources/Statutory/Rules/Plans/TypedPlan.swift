import Basics

/// One fact of a plan as it is typed: in a form, a cell of the grid or a column of a file.
public enum PlanFact: String, Sendable, CaseIterable {
    case finalOn = "final_on", metOn = "met_on", decidedOn = "decided_on", council = "la", officer, band, topUp = "top_up", placement, setting, budget

    /// The heading of its column, in the grid and in a file.
    public var heading: String {
        switch self {
        case .finalOn: "Final plan"
        case .metOn: "Last meeting"
        case .decidedOn: "Last decision"
        case .council: "LA"
        case .officer: "Officer"
        case .band: "Band"
        case .topUp: "Top-up"
        case .placement: "Placement"
        case .setting: "Named setting"
        case .budget: "Personal budget"
        }
    }

    /// Other headings under which a file may have it.
    var otherHeadings: [String] {
        switch self {
        case .finalOn: ["final date", "date of final plan", "plan date", "ehcp date"]
        case .metOn: ["annual review", "last annual review", "review meeting date", "meeting"]
        case .decidedOn: ["decision", "review decision date", "la decision"]
        case .council: ["council", "local authority", "la code"]
        case .officer: ["case officer", "caseworker", "sen officer"]
        case .band: ["funding band"]
        case .topUp: ["top up", "topup", "element 3", "e3"]
        case .placement: ["type of placement"]
        case .setting: ["setting", "school named", "section i"]
        case .budget: ["pb", "budget"]
        }
    }

    public func isCalled(_ heading: String) -> Bool { [self.heading.folded, rawValue.folded].contains(heading.folded) || otherHeadings.contains(heading.folded) }

    public var isDay: Bool { [.finalOn, .metOn, .decidedOn].contains(self) }
}

extension EHCPlan {
    /// A fact as it would be typed.
    public func typed(_ fact: PlanFact) -> String {
        switch fact {
        case .finalOn: finalOn?.slashed ?? ""
        case .metOn: metOn?.slashed ?? ""
        case .decidedOn: decidedOn?.slashed ?? ""
        case .council: council
        case .officer: officer
        case .band: band
        case .topUp: topUp.map { "\($0.amount.plain) \($0.per.label)" } ?? ""
        case .placement: placement == .unsaid ? "" : placement.label
        case .setting: setting
        case .budget: hasBudget ? budget?.plain ?? "yes" : ""
        }
    }
}

extension Day {
    /// A day as people type it: `2026-11-22`, `22/11/2026`, `22.11.26` is not taken, for nobody knows which century.
    init?(typed text: String) {
        if let day = Day(text.trimmed) { self = day; return }
        let parts = text.trimmed.split(whereSeparator: { "/. -".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3, (1900...2200).contains(parts[2]), let day = Day(parts[2], parts[1], parts[0]) else { return nil }
        self = day
    }
}

extension Pence {
    /// Money as people type it: `13.26`, `£1,200`. A comma stands only before exactly three figures.
    init?(typed text: String) {
        guard let found = text.trimmed.wholeMatch(of: /£? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{0,2}))?/) else { return nil }
        let pounds = found.1.filter(\.isNumber), rest = ((found.2 ?? "") + "00").prefix(2)
        guard pounds.count <= 9, let whole = Int(pounds), let places = Int(rest) else { return nil }
        self.init(whole * 100 + places)
    }

    /// As one types it: `1234.50`, `5200`.
    var plain: String {
        let all = description.filter { $0 != "£" && $0 != "," }
        return rawValue % 100 == 0 ? String(all.dropLast(3)) : all
    }
}
