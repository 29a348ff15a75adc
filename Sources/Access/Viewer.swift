import Basics
import Database

/// One part that a person plays: a role, how far it sees, and what the trust has left it of its permissions.
public struct Part: Sendable, Hashable {
    public let role: Role
    public let sight: Sight
    /// Where they play it: a school, a class, the trust.
    public let place: String
    public let permissions: Set<Permission>
    /// Why this part was opened, where a reason was asked for; it goes into the trail with every sight.
    public let purpose: String
    /// Who they are on the school's list of staff, where the part is tied to it.
    public let staff: StaffID?

    public init(_ role: Role, _ sight: Sight, place: String = "", permissions: Set<Permission>? = nil, purpose: String = "", staff: StaffID? = nil) {
        self.staff = staff
        self.role = role
        self.sight = sight
        self.place = place
        self.permissions = permissions ?? role.permissions
        self.purpose = purpose
    }

    /// The same part with no more than these permissions.
    public func limited(to allowed: Set<Permission>) -> Part {
        Part(role, sight, place: place, permissions: permissions.intersection(allowed), purpose: purpose, staff: staff)
    }
}

/// Who looks: every lookup of every area takes one, and finds only what this person may see.
public struct Viewer: Sendable {
    public let account: AccountID?
    /// The name under which the trail shows them.
    public let name: String
    /// The parts they play today.
    public let parts: [Part]
    /// Pupils whose family this person is: never in sight through a part on the staff.
    public let family: [PupilID]
    /// The device they signed in with, in words, for the trail.
    public let device: String
    /// Whether they said that nobody else uses this browser; never so until a session says it.
    public let isOnOwnDevice: Bool
    /// Notes whom this visit shows, for the trail.
    public let witness: Witness

    public init(name: String, account: AccountID? = nil, parts: [Part], family: [PupilID] = [], device: String = "", isOnOwnDevice: Bool = false, witness: Witness = Witness()) {
        self.name = name
        self.account = account
        self.parts = parts
        self.family = family
        self.device = device
        self.isOnOwnDevice = isOnOwnDevice
        self.witness = witness
    }

    /// Somebody who plays one part.
    public init(name: String, account: AccountID? = nil, role: Role, sight: Sight, place: String = "", family: [PupilID] = []) {
        self.init(name: name, account: account, parts: [Part(role, sight, place: place)], family: family)
    }

    /// The person at the command line of the server: the whole trust.
    public static var `operator`: Viewer { Viewer(name: "Operator", role: .operator, sight: .trust) }

    /// Somebody who has not signed in.
    public static let nobody = Viewer(name: "", parts: [])

    public var isNobody: Bool { parts.isEmpty && account == nil }

    /// Whoever is signed in may visit, even before anybody has said what they do.
    public func may(_ permission: Permission) -> Bool {
        permission == .arrive || (permission == .visit && account != nil) || parts.contains { $0.permissions.contains(permission) }
    }

    /// Who this person is on the lists of staff of their schools.
    public var staff: [StaffID] { parts.compactMap(\.staff).unique }

    public func plays(_ role: Role) -> Bool { parts.contains { $0.role == role } }

    /// The same person in those parts only that allow this: a SENCO of one school who teaches in another decides
    /// nothing there.
    public func doing(_ permission: Permission) -> Viewer {
        if parts.allSatisfy({ $0.permissions.contains(permission) }) { return self }
        return Viewer(name: name, account: account, parts: parts.filter { $0.permissions.contains(permission) }, family: family, device: device, isOnOwnDevice: isOnOwnDevice, witness: witness)
    }

    /// The same person in what they do at work, without what they see as family.
    public var inStaffParts: Viewer {
        Viewer(name: name, account: account, parts: parts.filter(\.role.isStaff), family: family, isOnOwnDevice: isOnOwnDevice, witness: witness)
    }

    /// The same person at a new visit.
    public func visiting() -> Viewer { Viewer(name: name, account: account, parts: parts, family: family, device: device, isOnOwnDevice: isOnOwnDevice) }

    /// The same person at this device.
    /// - Parameter isOwn: whether nobody else uses its browser.
    public func with(device: String, isOwn: Bool = false) -> Viewer { Viewer(name: name, account: account, parts: parts, family: family, device: device, isOnOwnDevice: isOwn) }

    /// The first part: what a person is introduced by.
    private var titles: [String] { parts.map(\.role.label).unique }

    public var title: String { titles.joined(separator: ", ") }

    /// Where they work, in words.
    public var place: String { parts.map(\.place).filter { !$0.isEmpty }.unique.joined(separator: ", ") }

    /// `Amira Khan, SENCO, Elm Primary School`.
    public var introduction: String {
        // An opened record is no work of its own: the pupil's page says that it is open.
        let work = parts.filter { $0.role != .openedRecord }.map(\.role.label).unique.joined(separator: ", ")
        return [name, name == work ? "" : work, place].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// `Amira Khan (SENCO)`: how the trail shows them.
    public var signature: String { title.isEmpty ? name : "\(name) (\(title))" }

    /// Why they look, where the record of one of these pupils was opened with a reason.
    public func purpose(for seen: [PupilID]) -> String {
        let opened = parts.filter { part in
            if case .pupils(let pupils) = part.sight { return !part.purpose.isEmpty && pupils.contains(where: seen.contains) }
            return false
        }
        return opened.map(\.purpose).unique.joined(separator: "; ")
    }
}

extension Viewer {
    /// The schools this person is bound to; nil for the whole trust.
    public var schools: [SchoolID]? {
        var list: [SchoolID] = []
        for part in parts {
            guard let schools = part.sight.schools else { return nil }
            list += schools
        }
        return list.unique
    }

    public func sees(_ school: SchoolID) -> Bool { schools?.contains(school) ?? true }

    /// Whether this person may do it at a school: a SENCO of one school who leads in another decides in the first alone.
    public func may(_ permission: Permission, at school: SchoolID) -> Bool { may(permission) && doing(permission).sees(school) }

    /// The condition under which a row of a school is in sight.
    public func sees(school column: SQL) -> SQL {
        guard let schools else { return "1 = 1" }
        return "\(column) IN \(schools)"
    }

    /// Whether every part is bound to classes or pupils, so that only today's can be asked about.
    public var seesTodayOnly: Bool {
        parts.allSatisfy { part in
            switch part.sight {
            case .trust, .schools: false
            default: true
            }
        }
    }
}

extension Array where Element: Hashable {
    /// Each once, where it first stood.
    public var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
