import Basics

/// A kind of plan: what it is for, which parts it has, and how often it is looked at. A kind is a row of this list, or
/// one that a trust made of it or added, and nothing else: pages, rules and exports follow from it.
public struct PlanKind: Hashable, Sendable {
    /// A part of the kind, and whether the plan can be live without it.
    public struct Part: Hashable, Sendable {
        public let part: PlanPart
        public let isNeeded: Bool
    }

    /// How often plans of the kind are looked at from a day on, and where that stands.
    public struct RhythmRule: Hashable, Sendable {
        public let from: Day
        public let rhythm: String
        public let source: String
    }

    public let key: String
    public let name: String
    public let about: String
    public let parts: [Part]
    /// In the order of their days.
    public let rhythms: [RhythmRule]
    /// Whether it is what a pupil with SEN support must have.
    public let isSupportPlan: Bool
    /// Whether it is only proposed, so that none may be begun yet.
    public let isProposal: Bool
    /// Which of the trust's changes it is; nil for a kind as it comes with Trellis.
    public let version: RowID?
    /// Whether no more plans of it may be begun.
    public let isRetired: Bool

    init(_ key: String, _ name: String, _ about: String, needs: [PlanPart], may: [PlanPart] = [], rhythms: [RhythmRule], isSupportPlan: Bool = false, isProposal: Bool = false,
         version: RowID? = nil, isRetired: Bool = false) {
        (self.key, self.name, self.about, self.rhythms, self.isSupportPlan, self.isProposal) = (key, name, about, rhythms, isSupportPlan, isProposal)
        (self.version, self.isRetired) = (version, isRetired)
        parts = PlanPart.all.filter { needs.contains($0) || may.contains($0) }.map { Part(part: $0, isNeeded: needs.contains($0)) }
    }

    /// Whether it came with Trellis, and was at most changed here.
    public var isShipped: Bool { PlanKind.named(key) != nil }

    public func part(_ key: String) -> Part? { parts.first { $0.part.key == key } }

    /// The rhythm on a day.
    public func rhythm(on day: Day) -> ReviewRhythm {
        ReviewRhythm.named(rhythms.last { $0.from <= day }?.rhythm ?? rhythms.first?.rhythm ?? "") ?? .yearly
    }

    /// The same with parts in which something is written although the kind does not ask for them: what came from
    /// another house is never hidden.
    func holding(_ written: Set<String>) -> PlanKind {
        if written.allSatisfy({ part($0) != nil || PlanPart.named($0) == nil }) { return self }
        return PlanKind(key, name, about, needs: parts.filter(\.isNeeded).map(\.part), may: parts.map(\.part) + written.compactMap(PlanPart.named), rhythms: rhythms,
                        isSupportPlan: isSupportPlan, isProposal: isProposal, version: version, isRetired: isRetired)
    }

    public static func named(_ key: String) -> PlanKind? { all.named(key) }

    private static let always = Day.distantPast
    private static let code = Day(2014, 9, 1) ?? always

    /// Those that come with Trellis. What a trust makes of them lies in `plan_kind`.
    public static let all = [
        PlanKind("support", "SEN support plan", "Outcomes, and what is done to reach them. Many schools call it an IEP.",
                 needs: [.strengths, .pupilView, .familyView, .barriers, .outcomes, .strategies], may: [.provision, .people],
                 rhythms: [RhythmRule(from: code, rhythm: "three", source: "SEND Code of Practice 2015, 6.65")], isSupportPlan: true),
        PlanKind("profile", "Pupil passport", "One page that tells every adult how to help.",
                 needs: [.important, .strengths, .help], may: [.hard, .avoid, .communication, .calming, .exams],
                 rhythms: [RhythmRule(from: always, rhythm: "year", source: "The school’s own practice")]),
        PlanKind("individual", "Individual Support Plan", "Proposed for every child with targeted or specialist support. Not law yet, so none can be begun.",
                 needs: [.strengths, .pupilView, .familyView, .barriers, .outcomes, .strategies, .provision, .people], may: [.important, .help, .avoid, .communication, .calming],
                 rhythms: [RhythmRule(from: always, rhythm: "year", source: "Consultation of 23 February 2026: at least once a year")], isSupportPlan: true, isProposal: true),
        PlanKind("healthcare", "Healthcare plan", "What the school does about a medical condition.",
                 needs: [.condition, .dailyCare, .emergency, .familyView], may: [.pupilView, .medicine, .absence, .training, .people],
                 rhythms: [RhythmRule(from: always, rhythm: "year", source: "Supporting pupils with medical conditions, 2015: at least once a year")]),
        PlanKind("adjustments", "Reasonable adjustments", "A short record for a disabled pupil, with or without SEN.",
                 needs: [.disadvantage, .adjustments], may: [.pupilView, .familyView, .people, .exams],
                 rhythms: [RhythmRule(from: always, rhythm: "year", source: "Equality Act 2010, section 20: a duty that goes on")]),
    ]
}

extension [PlanKind] {
    public func named(_ key: String) -> PlanKind? { first { $0.key == key } }

    /// Those of which a plan may be begun.
    public var open: [PlanKind] { filter { !$0.isProposal && !$0.isRetired } }
}
