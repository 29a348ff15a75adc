import Basics
import Database

/// One line of the register: a pupil on the roll of one school, as things stood on the day.
public struct RegisterLine: Sendable, Equatable {
    public let pupil: PupilID
    public let urn: String
    public let upn: String?
    public let surname: String
    public let forename: String
    public let preferredSurname: String
    public let preferredForename: String
    public let birth: Day
    public let sex: String
    public let year: YearGroup
    public let className: String
    public let provision: String?
    public let provisionSince: Day?
    public let need1: String?
    public let need2: String?
    public let unit: Bool
    public let resourced: Bool
    public let homeLA: String
    public let lookedAfter: Bool
    public let pupilPremium: Bool
    public let eal: Bool?
    public let school: String
    /// What to do in an emergency, for lists that people look at or print.
    var emergencies: [EmergencyLine] = []
}

extension RegisterLine {
    init(_ row: inout Row) throws {
        pupil = try row.next()
        urn = try row.next()
        upn = try row.next()
        surname = try row.next()
        forename = try row.next()
        preferredSurname = try row.next()
        preferredForename = try row.next()
        birth = try row.next()
        sex = try row.next()
        year = try row.next(YearGroup?.self) ?? YearGroup(rawValue: "")
        className = try row.next(String?.self) ?? ""
        provision = try row.next()
        provisionSince = try row.next()
        need1 = try row.next()
        need2 = try row.next()
        unit = try row.next()
        resourced = try row.next()
        homeLA = try row.next()
        lookedAfter = try row.next()
        pupilPremium = try row.next()
        eal = try row.next()
        school = try row.next()
    }
}
