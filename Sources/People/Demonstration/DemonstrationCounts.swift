import Basics

// What the schools' systems count this term: attendance, suspensions, behaviour.

extension DemonstrationReport {
    static let attendance = DemonstrationReport("attendance", .attendance, DemonstrationCount.whom + [
        Column<DemonstrationCount>("possible", "Possible sessions") { "\($0.possible)" },
        Column<DemonstrationCount>("attended", "Present") { "\($0.attended)" },
        Column<DemonstrationCount>("authorised", "Authorised absence") { "\($0.authorised)" },
        Column<DemonstrationCount>("unauthorised", "Unauthorised absence") { "\($0.possible - $0.attended - $0.authorised)" },
        Column<DemonstrationCount>("late", "Late") { "\($0.late)" },
    ], of: { trust, _, members in DemonstrationCount.ofTerm(trust, members) })

    static let suspensions = DemonstrationReport("suspensions", .suspensions, [
        Column<DemonstrationCount>("upn", "UPN") { $0.upn },
        Column<DemonstrationCount>("from", "Suspension start date") { "\($0.suspended)" },
        Column<DemonstrationCount>("to", "Suspension end date") { "\($0.suspended)" },
        Column<DemonstrationCount>("sessions", "Sessions") { _ in "2" },
        Column<DemonstrationCount>("kind", "Type") { _ in "Suspension" },
        Column<DemonstrationCount>("reason", "Reason") { _ in "DB: persistent disruptive behaviour" },
    ], of: { trust, _, members in DemonstrationCount.ofTerm(trust, members).filter { $0.incidents > 12 } })

    static let behaviour = DemonstrationReport("behaviour", .behaviour, DemonstrationCount.whom + [
        Column<DemonstrationCount>("kind", "Behaviour type") { _ in "Negative points" },
        Column<DemonstrationCount>("number", "Count") { "\($0.incidents)" },
    ], of: { trust, _, members in DemonstrationCount.ofTerm(trust, members).filter { $0.incidents > 0 } })
}

/// What is counted of one child from the first day of term, or of theirs, to the end of last week.
struct DemonstrationCount: Sendable {
    let upn: String
    let first: Day
    let last: Day
    let possible: Int
    let attended: Int
    let authorised: Int
    let late: Int
    let incidents: Int
    /// The day of a suspension, for the few who had one.
    let suspended: Day

    fileprivate static let whom = [
        DemonstrationReport.Column<DemonstrationCount>("upn", "UPN") { $0.upn },
        DemonstrationReport.Column<DemonstrationCount>("from", "Date from") { "\($0.first)" },
        DemonstrationReport.Column<DemonstrationCount>("to", "Date to") { "\($0.last)" },
    ]

    static func ofTerm(_ trust: DemonstrationTrust, _ members: [DemonstrationRolls.Member]) -> [DemonstrationCount] {
        let last = trust.calendar.today - 7
        return members.compactMap { member in
            let first = max(trust.calendar.termStart, member.enrolment.entry), days = trust.calendar.schoolDays(from: first, to: last)
            guard member.enrolment.leaving == nil, let start = days.first, let end = days.last else { return nil }
            return DemonstrationCount(member.pupil, from: start, to: end, days: Array(days))
        }
    }

    /// The same for the same child on every machine, whoever else is in the trust.
    private init(_ pupil: DemonstrationPupil, from first: Day, to last: Day, days: [Day]) {
        var random = SeededRandom(seed: 2026, for: "counts \(pupil.upn)")
        let usual = ["E": 0.888, "K": 0.919][pupil.provision] ?? 0.94
        (upn, self.first, self.last, possible) = (pupil.upn, first, last, days.count * 2)
        attended = min(possible, Int(Double(possible) * min(1, usual + 0.14 * (random.fraction() - 0.5))))
        authorised = Int(Double(possible - attended) * (0.4 + 0.6 * random.fraction()))
        late = random.chance(0.3) ? min(attended, random.below(6)) : 0
        let noted = random.chance(pupil.provision == "N" ? 0.06 : 0.16) ? 1 + random.below(9) : 0
        incidents = noted > 6 && random.chance(0.2) ? noted + 8 : noted
        suspended = random.pick(days)
    }
}
