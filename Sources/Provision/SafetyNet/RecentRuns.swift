import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The provisions that run at the schools in question, or that ended in the last weeks, with the school days around:
/// looked up once for all rules that reckon with sessions.
struct RecentRuns: Sendable {
    /// A school with its days, from twelve weeks ago to four weeks ahead.
    struct Place: Sendable {
        let urn: String
        let days: [Day]
    }

    let runs: [WholeProvision]
    let places: [SchoolID: Place]
    /// What each is called in the catalogue.
    let names: [InterventionID: String]

    func name(of run: ProvisionRun) -> String { names[run.intervention] ?? run.name }

    /// - Parameter subject: by which an answer knows it again: the provision, where nothing else is said.
    func finding(_ run: ProvisionRun, _ subject: String? = nil, since: Day?, _ message: String, next: Address) -> Finding {
        Finding(school: run.school, urn: places[run.school]?.urn ?? "", pupil: nil, subject: subject ?? "run-\(run.id)", upn: "", name: "", since: since, message: message, next: next)
    }
}

extension SafetyQuestion {
    /// Monday of the week twelve weeks ago: what lies before is not asked about any more.
    var earliest: Day { monday - 84 }
    var monday: Day { day - (day.weekday - 1) }
}

extension Reader {
    func recentRuns(_ question: SafetyQuestion) throws -> RecentRuns {
        try once(RecentRunsQuestion(school: question.school, day: question.day, account: question.viewer.account, name: question.viewer.name)) {
            let runs = try all(ProvisionRun.self, "r WHERE (r.ended_on IS NULL OR r.ended_on >= \(question.monday - 56)) AND r.kind <> 'universal' AND r.starts <= \(question.day) AND \(question.ofProvision) ORDER BY r.id")
            let schools = runs.map(\.school).unique
            return RecentRuns(runs: try whole(runs), places: try places(schools, question), names: try interventionNames())
        }
    }

    private func interventionNames() throws -> [InterventionID: String] {
        Dictionary(try rows("SELECT id, name FROM intervention") { try ($0.next(InterventionID.self), $0.next(String.self)) }) { $1 }
    }

    /// The days of schools with few queries for many of them.
    func places(_ schools: [SchoolID], _ question: SafetyQuestion) throws -> [SchoolID: RecentRuns.Place] {
        if schools.isEmpty { return [:] }
        let days = try schoolDays(of: schools, around: question.day)
        let urns = try rows("SELECT id, urn FROM school WHERE id IN \(schools)") { try ($0.next(SchoolID.self), $0.next(String.self)) }
        return Dictionary(urns.map { id, urn in (id, RecentRuns.Place(urn: urn, days: days[id]?.list(from: question.earliest, to: question.day + 28) ?? [])) }) { $1 }
    }

    /// The days on which schools have pupils in, around a day.
    func schoolDays(of schools: [SchoolID], around day: Day) throws -> [SchoolID: SchoolDays] {
        let year = AcademicYear(containing: day).previous
        let terms = Dictionary(grouping: try all(Term.self, "WHERE school_id IN \(schools) AND academic_year >= \(year.starting) ORDER BY starts"), by: \.school)
        let closures = Dictionary(grouping: try all(Closure.self, "WHERE school_id IN \(schools) AND ends >= \(year.firstDay) ORDER BY starts, id"), by: \.school)
        return Dictionary(schools.map { ($0, SchoolDays(terms: terms[$0] ?? [], closures: closures[$0] ?? [])) }) { $1 }
    }
}

private struct RecentRunsQuestion: Hashable {
    let school: SchoolID?, day: Day, account: AccountID?, name: String
}
