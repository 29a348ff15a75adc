import Basics

/// That a summary went to somebody at a council.
public struct CouncilSummary: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var council: String
    public var officer: String
    public var school: SchoolID
    public var sentOn: Day
    public var sentBy: String
    public var number: Int
}

/// Writes down that a summary was sent: one to an officer in a week.
public struct SendSummary: Sendable {
    public let officer: String
    public let day: Day?

    public init(to officer: String, on day: Day?) { (self.officer, self.day) = (officer.trimmed, day) }

    /// - Parameters:
    ///   - numbers: how many things it tells of, by school. Schools that write together keep a line each.
    ///   - before: what went to this council from the whole trust around that day.
    ///   - inSight: the schools whose letters whoever writes may know of.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to council: String, _ numbers: [SchoolID: Int], before: [CouncilSummary], inSight: Set<SchoolID>, by who: String, today: Day) throws -> [Change<CouncilSummary>] {
        var problems = Problems()
        problems.require(!officer.isEmpty, "officer", "Say to whom it went.")
        problems.require(officer.count <= 200, "officer", "Make this shorter: at most 200 letters.")
        problems.require(day != nil, "sent_on", "Give the day on which you sent it.")
        problems.require(day ?? today <= today, "sent_on", "This day is still to come.")
        problems.require(!numbers.isEmpty, "", "The council owes nothing, so there is nothing to send.")
        if let day, let last = before.filter({ $0.officer.folded == officer.folded && abs($0.sentOn - day) < 7 }).max(by: { $0.sentOn < $1.sentOn }) {
            let sent = inSight.contains(last.school) ? "\(last.sentBy) sent one to \(last.officer) on \(last.sentOn.inWords)." : "Another school of the trust wrote to this officer on \(last.sentOn.inWords)."
            problems.add("sent_on", "\(sent) One a week keeps good relations: send the next from \((last.sentOn + 7).inWords) on.")
        }
        try problems.check()
        return numbers.sorted { $0.key < $1.key }.map { school, number in
            Change("councilSummary.sent", to: CouncilSummary(council: council, officer: officer, school: school, sentOn: day ?? today, sentBy: who, number: number))
        }
    }
}

/// One thing that a council owes, as the summary tells it.
public struct SummaryLine: Hashable, Sendable {
    /// `S. W.`: whoever works on the case knows who is meant.
    public let initials: String
    public let upn: String
    /// Where schools write together; empty where one does.
    public let school: String
    public let at: SchoolID
    public let owed: OwedDuty
    public let event: StatutoryEvent
    public let happenedOn: Day
    public let stated: DateSource

    public init(initials: String, upn: String, school: String = "", at: SchoolID, owed: OwedDuty, event: StatutoryEvent, happenedOn: Day, stated: DateSource) {
        (self.initials, self.upn, self.school, self.at) = (initials, upn, school, at)
        (self.owed, self.event, self.happenedOn, self.stated) = (owed, event, happenedOn, stated)
    }

    func text(_ today: Day) -> String {
        let whose = [initials, upn.isEmpty ? "" : "UPN \(upn)", school].filter { !$0.isEmpty }.joined(separator: ", ")
        let late = owed.isEstimated ? "We have only estimated this day and do not call it late. Please tell us the right one."
            : owed.isConditional ? "We do not call it late, as we don’t know whether it comes to that." : "\(owed.standing(today: today).words)."
        return "- \(whose.isEmpty ? "" : "\(whose): ")\(owed.what), by \(owed.dueOn.inWords). \(late)\n  It runs from \(happenedOn.inWords) (\(event.title.lowercasedStart); \(source)). \(owed.citation)\(owed.mark == .memory ? ", which we have not read ourselves: please correct us" : "")."
    }

    private var source: String {
        switch stated {
        case .council: "as you told us"
        case .ours: "as we saw"
        case .family: "as the family told us"
        case .estimated: "estimated by us"
        }
    }
}

extension [SummaryLine] {
    /// A courteous text for a person to send.
    public func letter(officer: String, from who: String, of school: String, today: Day) -> String {
        """
        Dear \(officer.isEmpty ? "colleague" : officer),

        this is our summary of the week: what we are waiting for from you, with the day from which we count. Please tell us where we are wrong, or what we can do to help it along.

        \(map { $0.text(today) }.joined(separator: "\n"))

        With thanks for your work,
        \(who), \(school)
        """
    }
}

extension String {
    fileprivate var lowercasedStart: String { hasPrefix("The LA") || hasPrefix("An LA") ? self : prefix(1).lowercased() + dropFirst() }
}
