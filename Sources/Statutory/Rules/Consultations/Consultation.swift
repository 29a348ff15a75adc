import Basics

/// A council asks a school about a child with an EHC plan who is no pupil of it.
public struct Consultation: Hashable, Sendable {
    public enum Mark {}

    public enum Basis: String, Sendable, CaseIterable {
        case family, council, unsaid

        public var label: String {
            switch self {
            case .family: "The family asked for this school (section 38)"
            case .council: "The council proposes it (section 40)"
            case .unsaid: "The letter does not say"
            }
        }

        /// What it means for the answer (Children and Families Act 2014, ss.38 to 40; domain.md 2.9).
        public var meaning: String {
            switch self {
            case .family: "The council must name the school that the family asked for, unless a ground of section 39(4) applies. The council decides that, not the school."
            case .council: "The grounds of section 39(4) test a family’s wish, and do not bind a council in the same way where it proposes a school itself. Say what you know of the child’s needs, of other pupils and of resources: the council must weigh it."
            case .unsaid: "Ask the officer: where the family asked for this school, the council must name it unless a ground of section 39(4) applies."
            }
        }
    }

    public enum Answer: String, Sendable, CaseIterable {
        case can, canIf, grounds, information

        public var label: String {
            switch self {
            case .can: "We can admit"
            case .canIf: "We can admit if something is in place"
            case .grounds: "We put forward grounds against"
            case .information: "We need more information"
            }
        }
    }

    public enum Ending: String, Sendable, CaseIterable {
        case withdrawn, elsewhere, named, admitted, unknown

        public var label: String {
            switch self {
            case .withdrawn: "The council took it back"
            case .elsewhere: "The council named another school"
            case .named: "The council named this school"
            case .admitted: "The child is admitted and on roll"
            case .unknown: "The council never said"
            }
        }
    }

    public var id: ConsultationID = .new
    public var version = 1
    public var school: SchoolID
    public var pupil: PupilID?
    public var forename = ""
    public var surname = ""
    public var birth: Day?
    public var currentSchool = ""
    public var year = ""
    public var council: String
    public var officer = ""
    public var reference = ""
    public var needs = ""
    public var asked = ""
    public var basis: Basis
    public var cameOn: Day
    public var ownDay: Day?
    public var loggedBy: String
    public var answer: Answer?
    public var words = ConsultationWords()
    public var why = ""
    public var agreedBy = ""
    public var sentOn: Day?
    public var sentBy = ""
    public var ending: Ending?
    public var endedOn: Day?
    public var disposedOn: Day?

    public init(at school: SchoolID, council: String, basis: Basis, cameOn: Day, loggedBy: String) {
        (self.school, self.council, self.basis, self.cameOn, self.loggedBy) = (school, council, basis, cameOn, loggedBy)
    }

    public var name: String { disposedOn == nil ? "\(forename) \(surname)" : "Child’s details taken out" }
    public var isOpen: Bool { ending == nil }
    /// To ask for information is no answer: the day to answer stays.
    public var isUnanswered: Bool { isOpen && (sentOn == nil || answer == .information) }
    /// An answer may be written until it is sent; after asking for information the answer proper is still to come.
    public var mayAnswer: Bool { isOpen && (sentOn == nil || answer == .information) }

    public var standing: String {
        if let ending { return ending.label }
        if sentOn != nil { return answer == .information ? "Asked for information" : "Answer sent" }
        return answer == nil ? "To be answered" : "Answer drafted"
    }

    /// What its clock is reckoned from.
    var countsFrom: [String] { [council, cameOn.description, ownDay?.description ?? ""] }

    /// From which day on the child's details may be taken out: twelve months after the round; never of a child admitted.
    public var disposeFrom: Day? { ending == .admitted || disposedOn != nil ? nil : (endedOn ?? sentOn ?? cameOn).adding(years: 1) }
}

public typealias ConsultationID = ID<Consultation.Mark>

/// What the school says.
public struct ConsultationWords: Hashable, Sendable {
    public var conditions = ""
    public var unsuitable = ""
    public var others = ""
    public var resources = ""
    public var steps = ""
    public var evidence = ""
    public var information = ""
    public var informationBy: Day?
    /// The school's own words beside the figures of its record.
    public var added = ""

    public init() {}

    /// The grounds that are put forward, with the facts behind each.
    public var grounds: [(ground: ConsultationGround, facts: String)] {
        [(.unsuitable, unsuitable), (.others, others), (.resources, resources)].filter { !$0.1.isEmpty }
    }

    var all: [(field: String, text: String)] {
        [("conditions", conditions), ("unsuitable", unsuitable), ("others", others), ("resources", resources), ("steps", steps), ("evidence", evidence), ("information", information), ("added", added)]
    }
}

/// That somebody looked at a consultation on a day.
public struct ConsultationLook: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var consultation: ConsultationID
    public var school: SchoolID
    public var lookedOn: Day
    public var who: String

    public init(at consultation: Consultation, on day: Day, by who: String) {
        (self.consultation, school, lookedOn, self.who) = (consultation.id, consultation.school, day, who)
    }
}
