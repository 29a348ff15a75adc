import Access
import Basics
import Database
import Pages

/// On what somebody signs in, as far as it matters to what they may do.
struct SignInDevice: Sendable {
    var tablet: SchoolTablet?
    /// A phone that is not the school's.
    var isOwnPhone = false

    /// In the demonstration nobody brings a device of their own.
    init(_ request: PageRequest, _ reader: Reader, way: String, at now: Instant) throws {
        tablet = try reader.tablet(request, at: now)
        isOwnPhone = tablet == nil && request.isPhone && way != "demonstration"
    }

    var words: String? { tablet.map { "tablet \($0.name)" } }
}

extension Reader {
    /// The person as they may be in this sign-in: less by a short PIN, by a link, and on their own phone.
    func limited(_ viewer: Viewer, by signIn: SignIn) throws -> Viewer {
        if signIn.way == "link" { return viewer.keeping(viewer.parts.filter { $0.role == .councilOfficer }) }
        let device = try first("SELECT d.own_phone, t.school_id FROM sign_in_device d LEFT JOIN school_tablet t ON t.id = d.tablet_id WHERE d.sign_in_id = \(signIn.id)") {
            try (isOwnPhone: $0.next(Bool.self), school: $0.next(SchoolID?.self))
        }
        if signIn.way == "pin" { return viewer.keeping(device?.school.map(viewer.partsByPIN) ?? []) }
        return device?.isOwnPhone == true ? viewer.keeping(viewer.partsOnOwnPhone(try schoolsWithOwnPhones())) : viewer
    }

    /// Whether this person may sign in on this device at all.
    func admits(_ account: AccountID, on device: SignInDevice, at now: Instant) throws -> Bool {
        guard device.isOwnPhone, let viewer = try viewer(of: account, on: now.dayInEngland, at: now), !viewer.parts.isEmpty else { return true }
        return try !viewer.partsOnOwnPhone(schoolsWithOwnPhones()).isEmpty
    }
}

extension Writer {
    func note(_ device: SignInDevice, of signIn: SignIn) throws {
        if device.tablet == nil, !device.isOwnPhone { return }
        let tablet: SQL = device.tablet.map { "\($0.id)" } ?? "NULL"
        try execute("INSERT INTO sign_in_device (sign_in_id, tablet_id, own_phone) VALUES (\(signIn.id), \(tablet), \(device.isOwnPhone))")
    }
}

extension Viewer {
    fileprivate func keeping(_ parts: [Part]) -> Viewer {
        parts == self.parts ? self : Viewer(name: name, account: account, parts: parts, family: family, device: device, isOnOwnDevice: isOnOwnDevice, witness: witness)
    }

    /// By a short PIN one works in the school of the tablet, and changes nothing about who may see what.
    func partsByPIN(at school: SchoolID) -> [Part] {
        parts.filter { $0.role == .openedRecord || $0.sight.schools?.contains(school) == true }
            .map { $0.limited(to: $0.permissions.subtracting(Part.neverByPIN)) }
    }

    /// The parts that may be played on one's own phone: those in schools that allow it, and those that no school rules.
    func partsOnOwnPhone(_ allowed: Set<SchoolID>) -> [Part] {
        let kept = parts.filter { part in !part.isRuledBySchool || part.sight.schools?.allSatisfy(allowed.contains) == true }
        return kept.contains { $0.role != .openedRecord } ? kept : []
    }
}

extension Part {
    /// What four figures never open.
    static let neverByPIN: Set<Permission> = [.keepAccounts, .protectData, .exportRegister, .importFiles, .keepSchool, .shareRecord, .seeCosts, .keepCosts]

    /// Whether the school says on which device it is played. Governors serve from home.
    fileprivate var isRuledBySchool: Bool { role.isStaff && role.needsSchool && role != .governor }
}
