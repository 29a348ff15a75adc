import Basics

/// Whom a row of counts is about, by a number, and at which school.
public struct IncomingCounted: Sendable, Equatable {
    public let row: Int
    public var urn: String?
    public var upn: String?
    public var admissionNumber: String?
}

/// Sessions of one pupil from one day to another.
public struct IncomingAttendance: Sendable, Equatable {
    public let pupil: IncomingCounted
    public let starts: Day
    public let ends: Day
    public let possible: Int
    public let attended: Int
    public var authorised: Int?
    public var unauthorised: Int?
    public var late: Int?
}

/// A suspension or a permanent exclusion.
public struct IncomingSuspension: Sendable, Equatable {
    public let pupil: IncomingCounted
    public let kind: Suspension.Kind
    public let starts: Day
    public var ends: Day?
    public var sessions: Int?
    public var reason: String
}

/// How often something was noted of one pupil's behaviour.
public struct IncomingBehaviour: Sendable, Equatable {
    public let pupil: IncomingCounted
    public let kind: String
    public let starts: Day
    public let ends: Day
    public let number: Int
}
