import Basics
import Database

/// How far a person's sight goes.
public enum Sight: Sendable, Hashable {
    case trust
    case schools([SchoolID])
    /// The pupils of these classes, in one school.
    case classes([ClassID], at: SchoolID)
}

/// Who looks: every lookup of every area takes one, and finds only what this person may see.
public struct Viewer: Sendable, Hashable {
    public let account: AccountID?
    /// The name under which the trail shows them.
    public let name: String
    public let role: Role
    public let sight: Sight
    /// Where they work: a school, a class, the trust.
    public let place: String

    public init(name: String, account: AccountID? = nil, role: Role, sight: Sight, place: String = "") {
        self.place = place
        self.name = name
        self.account = account
        self.role = role
        self.sight = sight
    }

    /// The person at the command line of the server: the whole trust.
    public static let `operator` = Viewer(name: "Operator", role: .operator, sight: .trust)

    /// `Amira Khan, SENCO, Elm Primary School`.
    public var introduction: String { [name, name == role.label ? "" : role.label, place].filter { !$0.isEmpty }.joined(separator: ", ") }

    public func may(_ permission: Permission) -> Bool { role.permissions.contains(permission) }

    /// The schools this person is bound to; nil for the whole trust.
    public var schools: [SchoolID]? {
        switch sight {
        case .trust: nil
        case .schools(let schools): schools
        case .classes(_, let school): [school]
        }
    }

    public func sees(_ school: SchoolID) -> Bool { schools?.contains(school) ?? true }

    /// The condition under which a row of a school is in sight.
    public func sees(school column: SQL) -> SQL {
        guard let schools else { return "1 = 1" }
        return "\(column) IN \(schools)"
    }
}
