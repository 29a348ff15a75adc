import Basics

/// How far a person's sight goes in one of their roles.
public enum Sight: Sendable, Hashable {
    case trust
    case schools([SchoolID])
    /// The pupils of some year groups, in one school.
    case years([YearGroup], at: SchoolID)
    /// The pupils of these classes, in one school.
    case classes([ClassID], at: SchoolID)
    /// The pupils of the classes and groups that this member of staff teaches or helps in.
    case taught(StaffID, at: SchoolID)
    /// The pupils of one school who are or were looked after.
    case lookedAfter(at: SchoolID)
    /// The pupils put on this person's list, as a specialist's or a cover teacher's, while the list says so.
    case caseload(AccountID)
    /// These pupils: one's own children, or those of a shared link.
    case pupils([PupilID])

    /// The schools it is bound to; nil where it is bound to none: the whole trust, or pupils one by one.
    public var schools: [SchoolID]? {
        switch self {
        case .trust: nil
        case .schools(let schools): schools
        case .years(_, let school), .classes(_, let school), .taught(_, let school), .lookedAfter(let school): [school]
        case .caseload, .pupils: []
        }
    }
}
