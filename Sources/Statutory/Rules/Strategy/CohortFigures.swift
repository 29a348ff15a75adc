import Basics

/// Figures of a school's pupils as of a day, fit to be published: none tells of fewer than five.
public struct CohortFigures: Sendable {
    /// A pupil as far as figures need one.
    public struct Pupil: Hashable, Sendable {
        /// `K`, `E` or `N`.
        public var provision: String
        /// The main need in words; empty where none is recorded.
        public var need: String
        public var year: YearGroup
        public var isPremium: Bool
        /// Sessions that were possible and attended since September; nil where no report told.
        public var attendance: Sessions?
        /// Whether suspended or excluded since September.
        public var isSuspended: Bool

        public init(provision: String, need: String = "", year: YearGroup = YearGroup("1"), isPremium: Bool = false, attendance: Sessions? = nil, isSuspended: Bool = false) {
            (self.provision, self.need, self.year, self.isPremium, self.attendance, self.isSuspended) = (provision, need, year, isPremium, attendance, isSuspended)
        }
    }

    /// Half days.
    public struct Sessions: Hashable, Sendable {
        public var possible: Int
        public var attended: Int

        public init(possible: Int, attended: Int) { (self.possible, self.attended) = (possible, attended) }
    }

    public let pupils: [Pupil]
    /// Whether the school keeps these at all: what nobody reads in is not shown as none.
    public let holdsPremium: Bool
    public let holdsSuspensions: Bool

    public init(_ pupils: [Pupil], holdsPremium: Bool? = nil, holdsSuspensions: Bool? = nil) {
        self.pupils = pupils
        self.holdsPremium = holdsPremium ?? pupils.contains(where: \.isPremium)
        self.holdsSuspensions = holdsSuspensions ?? pupils.contains(where: \.isSuspended)
    }

    private static let few = "Fewer than \(FewTogether.least), not shown"

    public var tables: [StrategyText.Figures] {
        [status, needs, years, premium, attendance, suspensions].compactMap(\.self)
    }

    private var withSEN: [Pupil] { pupils.filter { $0.provision != "N" } }

    private var status: StrategyText.Figures? {
        if pupils.count < FewTogether.least { return StrategyText.Figures("Pupils", [("On roll", Self.few)]) }
        let plan = pupils.count { $0.provision == "E" }, support = pupils.count { $0.provision == "K" }, without = pupils.count - plan - support
        // Three numbers that make the roll: where one is of few, it stands with another.
        let known: [(label: String, number: Int)] = [("With an EHC plan", plan), ("With SEN support", support), ("Without either", without)]
        if !known.contains(where: { (1..<FewTogether.least).contains($0.number) }) { return StrategyText.Figures("Pupils", [("On roll", "\(pupils.count)")] + known.map { ($0.label, "\($0.number)") }) }
        let both = FewTogether.isShown(plan + support, of: pupils.count) ? "\(plan + support)" : Self.few
        return StrategyText.Figures("Pupils", [("On roll", "\(pupils.count)"), ("With SEN support or an EHC plan", both)])
    }

    private var needs: StrategyText.Figures? {
        let groups = Dictionary(grouping: withSEN) { $0.need.isEmpty ? "No need recorded" : $0.need }.map { (label: $0.key, number: $0.value.count) }.sorted { ($1.number, $0.label) < ($0.number, $1.label) }
        return figures("Pupils with SEN by their main need", groups, "Other needs, together")
    }

    private var years: StrategyText.Figures? {
        let groups = Dictionary(grouping: withSEN, by: \.year).sorted { ($0.key.number ?? 99, $0.key.rawValue) < ($1.key.number ?? 99, $1.key.rawValue) }
        return figures("Pupils with SEN by year", groups.map { ($0.key.rawValue.isEmpty ? "No year recorded" : $0.key.label, $0.value.count) }, "Other years, together")
    }

    private func figures(_ title: String, _ groups: [(label: String, number: Int)], _ together: String) -> StrategyText.Figures? {
        guard isTold, let lines = FewTogether.lines(groups, together: together), !lines.isEmpty else { return nil }
        return StrategyText.Figures(title, lines.map { ($0.label, "\($0.number)") })
    }

    /// Whether the number of pupils with SEN is told: no other sum may tell it where it is not.
    private var isTold: Bool { FewTogether.isShown(withSEN.count, of: pupils.count) }

    private var premium: StrategyText.Figures? {
        guard holdsPremium, isTold, !withSEN.isEmpty else { return nil }
        let part = withSEN.count(where: \.isPremium)
        return StrategyText.Figures("Pupil premium", [("Pupils with SEN who get it", FewTogether.isShown(part, of: withSEN.count) ? "\(part) of \(withSEN.count)" : Self.few)])
    }

    private var attendance: StrategyText.Figures? {
        let lines = [("Pupils with SEN", withSEN), ("Pupils without SEN", pupils.filter { $0.provision == "N" })].compactMap { label, group in Self.share(group).map { (label, $0) } }
        return lines.isEmpty ? nil : StrategyText.Figures("Attendance since September", lines)
    }

    /// The share of sessions attended, to a tenth of a per cent.
    private static func share(_ group: [Pupil]) -> String? {
        let told = group.compactMap(\.attendance), possible = told.map(\.possible).reduce(0, +), attended = told.map(\.attended).reduce(0, +)
        if told.count < FewTogether.least || possible == 0 { return nil }
        let tenths = attended * 1_000 / possible
        return "\(tenths / 10).\(tenths % 10)%"
    }

    private var suspensions: StrategyText.Figures? {
        guard holdsSuspensions else { return nil }
        let all = pupils.count(where: \.isSuspended), part = withSEN.count(where: \.isSuspended)
        let isShown = isTold && FewTogether.isShown(part, of: withSEN.count) && FewTogether.isShown(all - part, of: pupils.count - withSEN.count)
        let told = isShown ? [("Pupils with SEN", "\(part)"), ("Pupils without SEN", "\(all - part)")] : [("Pupils with SEN", Self.few)]
        return StrategyText.Figures("Suspended or excluded since September", told)
    }
}
