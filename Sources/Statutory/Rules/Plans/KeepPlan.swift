import Basics

/// Writes down what is known of an EHC plan, or puts it right: facts as they were typed. Facts that are left out stay as they are.
public struct KeepPlan: Sendable {
    public var facts: [PlanFact: String]
    /// The paper that was chosen, which may be none; nil where nobody was asked.
    public var paper: PaperID??

    public init(_ facts: [PlanFact: String], paper: PaperID?? = nil) { (self.facts, self.paper) = (facts.mapValues(\.trimmed), paper) }

    /// Whether nothing at all was typed.
    public var isBlank: Bool { facts.values.allSatisfy(\.isEmpty) }

    /// What may be chosen and what must hold.
    public struct Setting: Sendable {
        public let school: SchoolID
        /// Councils that Trellis knows: three figures and the name.
        public let councils: [(code: String, name: String)]
        public let born: Day
        public let today: Day

        public init(school: SchoolID, councils: [(code: String, name: String)], born: Day, today: Day) {
            (self.school, self.councils, self.born, self.today) = (school, councils, born, today)
        }
    }

    static let longest = 120

    /// - Throws: `Problems`, each by the key of its fact.
    public func applied(to before: EHCPlan?, of pupil: PupilID, in setting: Setting) throws -> Change<EHCPlan> {
        var reading = Reading(facts: facts, setting: setting, plan: before ?? EHCPlan(pupil: pupil, school: setting.school))
        reading.days()
        reading.words()
        reading.council()
        reading.money()
        reading.place()
        try reading.problems.check()
        if let paper { reading.plan.paper = paper }
        // Who has changed school within the trust takes the plan along.
        reading.plan.school = setting.school
        return Change(before == nil ? "ehcPlan.added" : "ehcPlan.changed", from: before, to: reading.plan)
    }
}

/// Reads one fact after the other and remembers what is wrong.
private struct Reading {
    let facts: [PlanFact: String]
    let setting: KeepPlan.Setting
    var plan: EHCPlan
    var problems = Problems()

    mutating func days() {
        if facts[.finalOn] != nil { plan.finalOn = day(.finalOn) }
        if facts[.metOn] != nil { plan.metOn = day(.metOn) }
        if facts[.decidedOn] != nil { plan.decidedOn = day(.decidedOn) }
    }

    private mutating func day(_ fact: PlanFact) -> Day? {
        guard let text = facts[fact], !text.isEmpty else { return nil }
        guard let day = Day(typed: text) else {
            problems.add(fact.rawValue, "“\(text.prefix(20))” is no day we can read. Write it as 22/11/2026.")
            return nil
        }
        problems.require(day <= setting.today, fact.rawValue, "\(day.inWords) is still to come. Give a day that is past.")
        problems.require(day > setting.born, fact.rawValue, "\(day.inWords) is before the pupil was born. Check the year.")
        return day
    }

    mutating func words() {
        for (fact, place) in [(PlanFact.officer, \EHCPlan.officer), (.band, \.band), (.setting, \.setting)] {
            guard let text = facts[fact] else { continue }
            problems.require(text.count <= KeepPlan.longest, fact.rawValue, "Make this shorter: at most \(KeepPlan.longest) letters.")
            plan[keyPath: place] = text
        }
    }

    mutating func council() {
        guard let text = facts[.council] else { return }
        let found = setting.councils.first { $0.code == text || $0.name.folded == text.folded }
        let isCode = text.count == 3 && text.allSatisfy { $0.isASCII && $0.isNumber }
        problems.require(text.isEmpty || found != nil || isCode, PlanFact.council.rawValue, "Trellis knows no council “\(text.prefix(40))”. Give its three figures, such as \(setting.councils.first?.code ?? "999").")
        plan.council = found?.code ?? text
    }

    mutating func money() {
        if let text = facts[.topUp] { plan.topUp = topUp(text) }
        guard let text = facts[.budget] else { return }
        let no = ["", "no", "n", "none", "0"].contains(text.folded), yes = ["yes", "y"].contains(text.folded)
        (plan.hasBudget, plan.budget) = (!no, no || yes ? nil : Pence(typed: text))
        problems.require(no || yes || plan.budget != nil, PlanFact.budget.rawValue, "Write yes, no, or the amount of a year in pounds, such as 2,500.")
    }

    /// An amount with `a week` or `a year`: without it nobody knows which is meant.
    private mutating func topUp(_ text: String) -> EHCPlan.TopUp? {
        if text.isEmpty { return nil }
        guard let found = text.lowercased().wholeMatch(of: /(.*?)[ \/]*(?:(?:per|a|p\.?) ?)?(w(?:ee)?k|weekly|pw|w|y(?:ea)?r|annum|annual|yearly|pa|y|year)\.?/), let amount = Pence(typed: String(found.1)) else {
            problems.add(PlanFact.topUp.rawValue, Pence(typed: text) == nil ? "Write the amount and for how long it is, such as 5,200 a year or 100 a week." : "Is \(text.prefix(20)) for a week or for a year? Write “\(text.prefix(20)) a year” or “\(text.prefix(20)) a week”.")
            return nil
        }
        return EHCPlan.TopUp(amount, found.2.hasPrefix("w") || found.2 == "pw" ? .week : .year)
    }

    mutating func place() {
        guard let text = facts[.placement] else { return }
        if text.isEmpty { return plan.placement = .unsaid }
        guard let placement = EHCPlan.Placement(typed: text) else {
            return problems.add(PlanFact.placement.rawValue, "“\(text.prefix(30))” is none of the placements. Write one of: \(EHCPlan.Placement.allCases.dropFirst().map(\.label).joined(separator: ", ")).")
        }
        plan.placement = placement
    }
}
