import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Which referrals are asked for.
struct ReferralFilter: Sendable {
    enum State: String, CaseIterable, Sendable {
        case open, drafted, waiting, information, seen, over

        var label: String {
            switch self {
            case .open: "Open"
            case .drafted: "Not sent yet"
            case .waiting: "Waiting to be seen"
            case .information: "More information asked for"
            case .seen: "Seen or reported"
            case .over: "Over"
            }
        }

        var states: [ReferralState] {
            switch self {
            case .open: ReferralState.open
            case .drafted: [.drafted, .consent]
            case .waiting: ReferralState.queued
            case .information: [.moreInformation]
            case .seen: [.seen, .reported]
            case .over: ReferralState.allCases.filter(\.isOver)
            }
        }
    }

    var school: SchoolID?
    var state = State.open
    var page = 1

    static let size = 50
}

/// One line of a list of referrals.
struct ReferralLine: Sendable {
    let referral: Referral
    let agency: String
    let answerDays: Int
    /// The agency's last day, where it is closed.
    let agencyEnds: Day?
    let pupil: String
    let upn: String
    let school: String
    let urn: String
}

extension Reader {
    /// A page of the referrals of pupils whose record is in sight, those that wait longest first.
    func referralLines(_ filter: ReferralFilter, for viewer: Viewer, on day: Day) throws -> [ReferralLine] {
        try lines("\(source(filter, viewer, day)) ORDER BY COALESCE(r.sent_on, r.drafted_on), r.id LIMIT \(ReferralFilter.size) OFFSET \((filter.page - 1) * ReferralFilter.size)", viewer)
    }

    /// The same by number, behind one of them: for files and programs.
    func eachReferral(of school: SchoolID?, for viewer: Viewer, on day: Day, after: Int = 0, limit: Int, noting: Bool = true) throws -> [ReferralLine] {
        try lines("\(source(ReferralFilter(school: school), viewer, day, all: true)) AND r.id > \(after) ORDER BY r.id LIMIT \(limit)", viewer, noting: noting)
    }

    /// How many referrals in sight stand where.
    func referralCounts(at school: SchoolID? = nil, for viewer: Viewer, on day: Day) throws -> [ReferralFilter.State: Int] {
        let counts = Dictionary(try rows("SELECT r.state, COUNT(*) \(source(ReferralFilter(school: school), viewer, day, all: true)) GROUP BY r.state") {
            try ($0.next(ReferralState.self), $0.next(Int.self))
        }) { $1 }
        return Dictionary(uniqueKeysWithValues: ReferralFilter.State.allCases.map { state in (state, state.states.map { counts[$0] ?? 0 }.reduce(0, +)) })
    }

    /// Referrals that were sent, without the answer that was due: the agency's usual time, or the day it named, has passed.
    func unansweredReferrals(for viewer: Viewer, on day: Day) throws -> [ReferralLine] {
        let queued = try lines("\(source(ReferralFilter(state: .waiting), viewer, day)) ORDER BY r.sent_on, r.id LIMIT 2000", viewer, noting: false)
        return queued.filter { $0.referral.unansweredSince($0.answerDays, on: day) != nil }
    }

    /// The newest referrals of pupils who fit a condition, or to some agencies: for the search.
    func referralLines(of pupils: SQL?, or agencies: [AgencyID], for viewer: Viewer, on day: Day) throws -> [ReferralLine] {
        try lines("\(source(ReferralFilter(), viewer, day, all: true)) AND (\(pupils ?? "1 = 0") OR r.agency_id IN \(agencies)) ORDER BY r.id DESC LIMIT \(SearchSource.most)", viewer)
            .sorted { $0.referral.id.rawValue > $1.referral.id.rawValue }
    }

    private func lines(_ rest: SQL, _ viewer: Viewer, noting: Bool = true) throws -> [ReferralLine] {
        let found = try rows("SELECT r.id, g.name, g.usual_days, g.ends, \(called), p.upn, s.name, s.urn \(rest)") {
            try ($0.next(ReferralID.self), $0.next(String.self), $0.next(Int?.self), $0.next(Day?.self), $0.next(String.self), $0.next(String?.self), $0.next(String.self), $0.next(String.self))
        }
        let byID = Dictionary(try all(Referral.self, "WHERE id IN \(found.map(\.0))").map { ($0.id, $0) }) { $1 }
        if noting { viewer.witness.saw(byID.values.map(\.pupil)) }
        return found.compactMap { id, agency, days, ends, pupil, upn, school, urn in
            byID[id].map { ReferralLine(referral: $0, agency: agency, answerDays: days ?? Agency.usualAnswer, agencyEnds: ends, pupil: pupil, upn: upn ?? "", school: school, urn: urn) }
        }
    }

    private var called: SQL {
        """
        \(CalledName.whole)
        """
    }

    /// Referrals `r` with their agency `g`, by the school on whose roll the pupil is now: a referral moves with the pupil.
    private func source(_ filter: ReferralFilter, _ viewer: Viewer, _ day: Day, all: Bool = false) -> SQL {
        let sight = viewer.inStaffParts.doing(.seeRecord), school: SQL = filter.school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let near: SQL = (filter.school.map { [$0] } ?? sight.schools).map { "r.pupil_id IN (SELECT x.pupil_id FROM enrolment x WHERE x.school_id IN \($0))" } ?? "1 = 1"
        let states: SQL = all ? "1 = 1" : "r.state IN \(filter.state.states)"
        return """
            FROM referral r JOIN agency g ON g.id = r.agency_id JOIN pupil p ON p.id = r.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = r.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE \(near) AND \(school) AND \(states) AND \(sight.seesEnrolment(on: day))
            """
    }
}
