import Basics

/// A broad area of need (SEND Code of Practice 2015, 6.28 to 6.35).
///
/// The default for a need type; a pupil's own need row may name another, and a later scheme may replace it.
public struct AreaOfNeed: Hashable, Sendable {
    public let key: String
    public let label: String

    public static let communication = AreaOfNeed(key: "C&I", label: "Communication and interaction")
    public static let cognition = AreaOfNeed(key: "C&L", label: "Cognition and learning")
    public static let mentalHealth = AreaOfNeed(key: "SEMH", label: "Social, emotional and mental health")
    public static let sensory = AreaOfNeed(key: "S&P", label: "Sensory and/or physical needs")
    public static let all = [communication, cognition, mentalHealth, sensory]
}

/// A type of special educational need in the words of the school census (domain sheet 1.2).
public struct NeedType: Hashable, Sendable {
    public let code: String
    /// The official words.
    public let officialLabel: String
    /// The words on our pages: "Autism" for ASD. The code stays as it is in every file.
    public let label: String
    /// Nil where no area is given nationally: DS, OTH, NSA.
    public let area: AreaOfNeed?
    /// First day of use in the census; nil where it has always been there.
    public let starts: Day?
    /// Last day of use in the census; nil while it is in use.
    public let ends: Day?
    public let evidence: CodeEvidence

    private init(_ code: String, _ officialLabel: String, shown label: String? = nil, _ area: AreaOfNeed?,
                 starts: Day? = nil, ends: Day? = nil, _ evidence: CodeEvidence = .primary) {
        self.code = code
        self.officialLabel = officialLabel
        self.label = label ?? officialLabel
        self.area = area
        self.starts = starts
        self.ends = ends
        self.evidence = evidence
    }

    /// True where the school census takes the code on that day.
    public func isInCensus(on day: Day) -> Bool {
        (starts.map { $0 <= day } ?? true) && (ends.map { day <= $0 } ?? true)
    }

    public static func named(_ code: String) -> NeedType? { byCode[code] }

    /// The words for a code; the code itself where we don't know it.
    public static func label(_ code: String) -> String { byCode[code]?.label ?? code }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    public static let all: [NeedType] = [
        NeedType("SPLD", "Specific learning difficulty", .cognition),
        NeedType("MLD", "Moderate learning difficulty", .cognition),
        NeedType("SLD", "Severe learning difficulty", .cognition),
        NeedType("PMLD", "Profound and multiple learning difficulty", .cognition),
        NeedType("SEMH", "Social, emotional and mental health", .mentalHealth, starts: Day(2014, 9, 1)),
        NeedType("SLCN", "Speech, language and communication needs", .communication),
        NeedType("HI", "Hearing impairment", .sensory),
        NeedType("VI", "Vision impairment", .sensory),
        NeedType("MSI", "Multi-sensory impairment", .sensory),
        NeedType("PD", "Physical disability", .sensory),
        NeedType("ASD", "Autistic spectrum disorder", shown: "Autism", .communication),
        NeedType("DS", "Down Syndrome", nil, starts: Day(2025, 1, 1), .secondary),
        NeedType("OTH", "Other difficulty or disability", nil),
        NeedType("NSA", "SEN support but no specialist assessment of type of need", nil, starts: Day(2014, 9, 1), .secondary),
        NeedType("BESD", "Behaviour, emotional and social difficulty", nil, ends: Day(2014, 8, 31), .memory),
    ]
}
