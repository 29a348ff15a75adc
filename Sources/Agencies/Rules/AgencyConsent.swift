import Basics

/// That a family agreed that an agency is told about their child, or what allows it without them.
public struct AgencyConsent: Hashable, Sendable {
    public enum Basis: String, Sendable, CaseIterable {
        case consent
        /// To keep a child safe: Data Protection Act 2018, schedule 1, paragraph 18; Working Together.
        case safeguarding
        /// A duty, such as to give a council the advice that it asks for (SEND Regulations 2014, regulation 6).
        case law

        public var label: String {
            switch self {
            case .consent: "Consent"
            case .safeguarding: "No consent: to keep the child safe"
            case .law: "No consent needed: a law asks for it"
            }
        }
    }

    public enum Way: String, Sendable, CaseIterable {
        case form, written, spoken
        /// Of an exception.
        case none

        public var label: String {
            switch self {
            case .form: "On a signed form"
            case .written: "In writing, such as by mail"
            case .spoken: "Spoken, face to face or by telephone"
            case .none: ""
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var agency: AgencyID
    /// The one referral that an exception serves; nil of consent, which is for all that the agency is told.
    public var referral: ReferralID?
    public var basis: Basis
    public var givenBy: String
    public var way: Way
    public var givenOn: Day
    /// The last day on which it holds.
    public var until: Day
    public var words: String
    public var recordedBy: String
    public var endedOn: Day?
    public var endedBecause = ""

    public init(pupil: PupilID, school: SchoolID, agency: AgencyID, basis: Basis, givenBy: String, way: Way, givenOn: Day, until: Day, words: String, recordedBy: String) {
        (self.pupil, self.school, self.agency, self.basis, self.givenBy, self.way) = (pupil, school, agency, basis, givenBy, way)
        (self.givenOn, self.until, self.words, self.recordedBy) = (givenOn, until, words, recordedBy)
    }

    public func holds(on day: Day) -> Bool { givenOn <= day && day <= until && (endedOn.map { day < $0 } ?? true) }
}

extension [AgencyConsent] {
    /// Those that a referral may rest on: the family's consent for its agency, and exceptions made for this referral alone.
    public func serving(_ referral: Referral) -> [AgencyConsent] {
        filter { $0.agency == referral.agency && ($0.referral == nil || $0.referral == referral.id) }
    }

    /// The one that lets the agency be told on a day; of several, the one that holds longest.
    public func holding(for referral: Referral, on day: Day) -> AgencyConsent? {
        serving(referral).filter { $0.holds(on: day) }.max { $0.until < $1.until }
    }
}

/// Writes down a consent, or why none is needed.
public struct GiveConsent: Sendable {
    public var basis: String
    public var givenBy: String
    public var way = ""
    public var givenOn: Day?
    public var until: Day?
    public var words = ""
    /// The open referral to the agency, which an exception serves.
    public var referral: ReferralID?

    public init(_ basis: String, by givenBy: String) { (self.basis, self.givenBy) = (basis, givenBy.trimmed) }

    /// Nobody agrees for ever: after this many days the family is asked again.
    public static let longest = 731

    public func applied(about pupil: PupilID, at school: SchoolID, agency: AgencyID, by who: String, today: Day) throws -> Change<AgencyConsent> {
        var problems = Problems()
        let basis = AgencyConsent.Basis(rawValue: basis), isConsent = basis == .consent
        let way = isConsent ? AgencyConsent.Way(rawValue: way).flatMap { $0 == .none ? nil : $0 } : AgencyConsent.Way.none
        problems.require(basis != nil, "basis", "Choose what sharing rests on.")
        problems.require(basis == nil || isConsent || referral != nil, "basis", "Sharing without consent is decided for one referral. Draft the referral to this agency first, then write this down there.")
        problems.require(!givenBy.isEmpty && givenBy.count <= 200, "given_by", isConsent ? "Say who agreed, such as: Pat, mother." : "Say who decided, such as: Dana Reid, designated safeguarding lead.")
        problems.require(way != nil, "way", "Choose how they agreed.")
        problems.require(givenOn != nil, "given_on", "Give the day.")
        problems.require(givenOn.map { $0 <= today } ?? true, "given_on", "This day is still to come.")
        problems.require(until != nil, "until", "Give the last day on which it holds.")
        if let until, let givenOn { problems.require(until >= givenOn && until - givenOn <= Self.longest, "until", "Choose a day from the day it was given to two years after it.") }
        problems.require(isConsent || words.trimmed.count >= 10, "words", "Say in a sentence why it is shared without consent. Leave out what the worry is: the safeguarding lead keeps that.")
        problems.require(words.count <= 2000, "words", "Make this shorter: at most 2,000 letters.")
        guard problems.isEmpty, let basis, let way, let givenOn, let until else { throw problems }
        var consent = AgencyConsent(pupil: pupil, school: school, agency: agency, basis: basis, givenBy: givenBy, way: way, givenOn: givenOn, until: until, words: words.trimmed, recordedBy: who)
        if !isConsent { consent.referral = referral }
        return Change(isConsent ? "agencyConsent.given" : "agencyConsent.notNeeded", to: consent)
    }
}

/// Says that a family no longer agrees, or that an exception is over.
public struct EndConsent: Sendable {
    public let day: Day?
    public let reason: String

    public init(on day: Day?, because reason: String) { (self.day, self.reason) = (day, reason.trimmed) }

    public func applied(to before: AgencyConsent, today: Day) throws -> Change<AgencyConsent> {
        var problems = Problems()
        problems.require(before.endedOn == nil, "", "This has ended already.")
        problems.require(day.map { $0 >= before.givenOn && $0 <= today } ?? false, "ended_on", "Give the day, from \(before.givenOn.inWords) to today.")
        problems.require(!reason.isEmpty && reason.count <= 500, "reason", "Say why, in a few words.")
        try problems.check()
        var after = before
        (after.endedOn, after.endedBecause) = (day, reason)
        return Change("agencyConsent.ended", from: before, to: after, because: reason)
    }
}
