import Basics

/// What is known of a pupil on the day of a data drop, as far as groups are made of it.
public struct PupilTraits: Sendable, Hashable {
    public let pupil: PupilID
    public var year: YearGroup
    /// The census codes: K, E or nothing.
    public var provision: String
    /// Codes of needs, the first the main one.
    public var needs: [String]
    /// Whether somebody is with the pupil one to one for a part of the week.
    public var hasOneToOne: Bool
    public var pupilPremium: Bool, lookedAfter: Bool, eal: Bool

    public init(pupil: PupilID, year: YearGroup, provision: String = "", needs: [String] = [], hasOneToOne: Bool = false, pupilPremium: Bool = false,
                lookedAfter: Bool = false, eal: Bool = false) {
        (self.pupil, self.year, self.provision, self.needs) = (pupil, year, provision, needs)
        (self.hasOneToOne, self.pupilPremium, self.lookedAfter, self.eal) = (hasOneToOne, pupilPremium, lookedAfter, eal)
    }
}

/// One thing that pupils of a group have in common.
public enum DropTrait: Sendable, Hashable {
    case everybody, withSEN, onSupport, withPlan, need(String), withoutOneToOne, pupilPremium, lookedAfter, eal, year(YearGroup)

    public func holds(of pupil: PupilTraits) -> Bool {
        switch self {
        case .everybody: true
        case .withSEN: ["K", "E"].contains(pupil.provision)
        case .onSupport: pupil.provision == "K"
        case .withPlan: pupil.provision == "E"
        case .need(let code): pupil.needs.contains(code)
        case .withoutOneToOne: !pupil.hasOneToOne
        case .pupilPremium: pupil.pupilPremium
        case .lookedAfter: pupil.lookedAfter
        case .eal: pupil.eal
        case .year(let year): pupil.year == year
        }
    }

    public var label: String {
        switch self {
        case .everybody: "All pupils"
        case .withSEN: "SEND"
        case .onSupport: "SEN support"
        case .withPlan: "EHC plan"
        case .need(let code): "Need \(code)"
        case .withoutOneToOne: "Without 1:1 support"
        case .pupilPremium: "Pupil premium"
        case .lookedAfter: "Looked after"
        case .eal: "EAL"
        case .year(let year): year.label
        }
    }
}

extension DropTrait {
    /// The word in an address and in the table: `need:ASD`, `year:4`.
    public var key: String {
        switch self {
        case .everybody: "all"
        case .withSEN: "send"
        case .onSupport: "k"
        case .withPlan: "e"
        case .need(let code): "need:\(code)"
        case .withoutOneToOne: "no-1-1"
        case .pupilPremium: "pp"
        case .lookedAfter: "cla"
        case .eal: "eal"
        case .year(let year): "year:\(year.rawValue)"
        }
    }

    public init?(key: String) {
        let plain: [DropTrait] = [.everybody, .withSEN, .onSupport, .withPlan, .withoutOneToOne, .pupilPremium, .lookedAfter, .eal]
        if let trait = plain.first(where: { $0.key == key }) { self = trait; return }
        let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : "") {
        case ("need", let code) where !code.isEmpty: self = .need(code)
        case ("year", let year) where YearGroup.all.contains(YearGroup(rawValue: year)): self = .year(YearGroup(rawValue: year))
        default: return nil
        }
    }
}

/// A group of a data drop: pupils who have all of some things in common. More than one is an overlap.
public struct DropGroup: Sendable, Hashable {
    public let traits: [DropTrait]

    public init(_ traits: [DropTrait]) { self.traits = traits }

    /// `SEND, pupil premium and EAL` as `SEND + Pupil premium + EAL`.
    public var label: String { traits.isEmpty ? DropTrait.everybody.label : traits.map(\.label).joined(separator: " + ") }
    public func holds(_ pupil: PupilTraits) -> Bool { traits.allSatisfy { $0.holds(of: pupil) } }
    /// `send+pp`, as it stands in an address.
    public var key: String { traits.map(\.key).joined(separator: "+") }

    /// Whether figures of it may be shown to somebody who does not see the pupils: however its things cut them apart, each
    /// part has nobody in it, or five and more. Else one part could be told from the others.
    public func showsFigures(of all: [PupilTraits]) -> Bool {
        !pupils(of: all).isEmpty && cutsNoFew(of: all)
    }

    /// Whether its things cut nobody off in a part of one to four.
    public func cutsNoFew(of all: [PupilTraits]) -> Bool {
        Dictionary(grouping: all) { pupil in traits.map { $0.holds(of: pupil) } }.values.allSatisfy { $0.count >= ImpactFigures.fewestForFigures }
    }

    public func pupils(of all: [PupilTraits]) -> [PupilTraits] { all.filter(holds) }

    /// Both at once; each thing stands once.
    public func overlapping(_ other: DropGroup) -> DropGroup { DropGroup(traits + other.traits.filter { !traits.contains($0) }) }
}
