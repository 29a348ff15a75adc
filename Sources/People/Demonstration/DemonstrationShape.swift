/// How big a demonstration trust is: its schools, their rolls and their shares of pupils with SEN.
///
/// The rolls and shares follow real trusts of that kind in the DfE school census of January 2019; shares of
/// pupils with a plan are higher, as the country's are today. All names are invented.
public struct DemonstrationShape: Sendable {
    /// What one school looks like before any child is in it.
    public struct School: Sendable {
        public let name: String
        public let kind: DemonstrationSchool.Kind
        public let roll: Int
        /// Share of the roll with an EHC plan, in per cent.
        public let plans: Double
        /// Share of the roll on SEN support, in per cent.
        public let support: Double
        /// Share of the roll who speak English as an additional language, in per cent.
        public let languages: Double
        public let nursery: Bool
        public let base: DemonstrationSchool.Base?

        init(_ name: String, _ kind: DemonstrationSchool.Kind = .primary, roll: Int, plans: Double, support: Double,
             languages: Double, nursery: Bool = false, base: DemonstrationSchool.Base? = nil) {
            (self.name, self.kind, self.roll, self.plans) = (name, kind, roll, plans)
            (self.support, self.languages, self.nursery, self.base) = (support, languages, nursery, base)
        }
    }

    public let trustName: String
    /// The trust's group number in the DfE register of schools; no real trust has it.
    public let trustUID: String
    public let schools: [School]

    /// How many pupils the schools have together.
    public var roll: Int { schools.reduce(0) { $0 + $1.roll } }

    init(_ trustName: String, uid: String, schools: [School]) {
        (self.trustName, trustUID, self.schools) = (trustName, uid, schools)
    }

    /// Reads a shape's name as typed in a command: `standard`, `large` or `small`.
    public init?(named name: String) {
        switch name {
        case "standard": self = .standard
        case "large": self = .large
        case "small": self = .small
        default: return nil
        }
    }
}
