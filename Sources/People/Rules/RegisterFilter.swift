import Basics

/// What of the register is wanted.
public struct RegisterFilter: Sendable, Hashable {
    /// Which statuses: those on the register, one code, those without any, those watched, or everybody.
    public enum Status: Sendable, Hashable {
        case onRegister, code(String), notRecorded, watched, everybody

        public init(_ text: String) {
            self = switch text {
            case "": .onRegister
            case "none": .notRecorded
            case "watch": .watched
            case "all": .everybody
            default: .code(text)
            }
        }
    }

    /// In which order the pupils stand; within it by surname.
    public enum Order: String, Sendable, CaseIterable {
        case name, year, schoolClass = "class", status, since

        public var label: String {
            switch self {
            case .name: "surname"
            case .year: "year"
            case .schoolClass: "class"
            case .status: "status"
            case .since: "how long they have had the status"
            }
        }
    }

    public var school: SchoolID?
    public var day: Day
    public var status: Status = .onRegister
    public var year = ""
    public var schoolClass: ClassID?
    public var need = ""
    /// looked_after, pupil_premium, eal, SENU, RP, dual.
    public var flag = ""
    public var order: Order = .name
    /// Only pupils whose record changed on or after this day.
    public var changedSince: Day?

    public init(school: SchoolID? = nil, day: Day) {
        self.school = school
        self.day = day
    }
}
