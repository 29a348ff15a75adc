import Basics

/// Writes down that a family agrees to early help.
public struct AgreeToEarlyHelp: Sendable {
    public var givenBy = "", way = "", words = ""
    public var givenOn: Day?
    public var until: Day?

    public init() {}

    func problems(_ today: Day) -> Problems {
        var problems = Problems()
        problems.require(!givenBy.trimmed.isEmpty && givenBy.count <= 200, "given_by", "Say who agreed, such as: Pat, mother. Early help is voluntary: without a yes there is none.")
        problems.require(chosenWay != nil, "way", "Choose how they agreed.")
        problems.require(givenOn != nil, "given_on", "Give the day on which they agreed.")
        problems.require(givenOn.map { $0 <= today } ?? true, "given_on", "This day is still to come.")
        problems.require(until != nil, "until", "Give the last day on which it holds.")
        if let until, let givenOn { problems.require(until >= givenOn && until - givenOn <= GiveConsent.longest, "until", "Choose a day from the day it was given to two years after it.") }
        problems.require(words.count <= 2000, "consent_words", "Make this shorter: at most 2,000 letters.")
        return problems
    }

    private var chosenWay: AgencyConsent.Way? { AgencyConsent.Way(rawValue: way).flatMap { $0 == .none ? nil : $0 } }

    public func applied(to episode: EarlyHelpEpisode, by who: String, today: Day) throws -> Change<EarlyHelpConsent> {
        var problems = problems(today)
        problems.require(episode.isOpen, "", "This is closed. Begin again, if the family wishes it.")
        guard problems.isEmpty, let chosenWay, let givenOn, let until else { throw problems }
        return Change("earlyHelpConsent.given", to: EarlyHelpConsent(of: episode.owner, givenBy: givenBy.trimmed, way: chosenWay, givenOn: givenOn, until: until, words: words.trimmed, recordedBy: who))
    }
}

extension EndConsent {
    /// Says that a family takes back their consent to early help.
    public func applied(to before: EarlyHelpConsent, today: Day) throws -> Change<EarlyHelpConsent> {
        var problems = Problems()
        problems.require(before.endedOn == nil, "", "This has ended already.")
        problems.require(day.map { $0 >= before.givenOn && $0 <= today } ?? false, "ended_on", "Give the day, from \(before.givenOn.inWords) to today.")
        problems.require(!reason.isEmpty && reason.count <= 500, "reason", "Say why, in a few words. “They told us so” is enough.")
        try problems.check()
        var after = before
        (after.endedOn, after.endedBecause) = (day, reason)
        return Change("earlyHelpConsent.ended", from: before, to: after, because: reason)
    }
}

/// Names the lead practitioner, who takes over from the one before.
public struct NameLead: Sendable {
    public var name = "", organisation = "", contact = ""
    public var from: Day?

    public init() {}

    /// Nobody is named, and nothing about them.
    var isEmpty: Bool { [name, organisation, contact].allSatisfy(\.trimmed.isEmpty) }

    var problems: Problems {
        var problems = Problems()
        problems.require(!name.trimmed.isEmpty && name.count <= 120, "lead_name", "Give the name of the lead practitioner, in at most 120 letters.")
        problems.require(organisation.count <= 200 && contact.count <= 200, "lead_organisation", "Make this shorter: at most 200 letters each.")
        return problems
    }

    /// - Parameter leads: those of the episode.
    /// - Returns: the end of the one before, where there is one, and the new one.
    public func applied(to episode: EarlyHelpEpisode, after leads: [EarlyHelpLead], today: Day) throws -> (ended: Change<EarlyHelpLead>?, named: Change<EarlyHelpLead>) {
        let before = leads.first { $0.ends == nil }, earliest = before?.starts ?? episode.startedOn
        var problems = problems
        problems.require(episode.isOpen, "", "This is closed, so nobody leads it.")
        problems.require(from.map { $0 >= earliest && $0 <= today } ?? false, "from", "Give the day, from \(earliest.inWords) to today.")
        guard problems.isEmpty, let from else { throw problems }
        let named = Change("earlyHelpLead.named", to: EarlyHelpLead(of: episode.owner, name: name.trimmed, organisation: organisation.trimmed, contact: contact.trimmed, starts: from))
        guard let before else { return (nil, named) }
        var ended = before
        ended.ends = from
        return (Change("earlyHelpLead.ended", from: before, to: ended), named)
    }
}
