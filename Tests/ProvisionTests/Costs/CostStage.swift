import Access
import Basics
import Database
@testable import People
@testable import Provision
import Stage
import Testing

extension ProvisionStage {
    var year: AcademicYear { AcademicYear(containing: stage.today) }
    /// Ruth leads SEND in the whole trust.
    var ruth: Viewer { Viewer(name: "Ruth Adeyemi", role: .trustLead, sight: .trust) }

    func ownSet() async throws -> RateSetID {
        try await stage.read { try $0.rateSets()[0].id }
    }

    /// What a role costs from a day on, a flat sum.
    func rate(_ pence: Int, of role: String = "ta", from day: Day, in set: RateSetID? = nil) async throws {
        let own = try await ownSet()
        try await stage.act { writer in
            let beside = try writer.all(StaffRate.self, "WHERE set_id = \(set ?? own)")
            try writer.save(KeepRate(role: role, starts: day, contractHourly: Pence(pence)).applied(in: set ?? own, beside: beside))
        }
    }

    func share(_ base: CostBase, from day: Day, at school: SchoolID? = nil, words share: Int = 10) async throws {
        try await stage.act { try $0.save(SetCostSetting(starts: day, base: base, share: share).applied(to: school, beside: [])) }
    }

    func funding(_ stream: String, _ annual: Int, for pupil: PupilID? = nil, from day: Day? = nil) async throws {
        let elm = elm.id, starts = day ?? year.firstDay
        try await stage.act { try $0.save(SetFunding(stream: stream, annual: Pence(annual), from: starts).applied(for: pupil, at: elm, beside: [])) }
    }

    /// Logs every session of a provision before today, by the rule.
    /// - Parameter answer: what happened; nil where nobody says.
    func logPast(_ run: ProvisionRun, _ answer: (PlannedSession) -> LogSession?) async throws {
        let whole = try await whole(run), today = stage.today, elm = elm.id
        let days = SchoolDays(terms: [], closures: []).list(from: run.starts, to: today - 1)
        let logs = try whole.sessions(on: days).compactMap { session in
            try answer(session)?.applied(to: session, standing: [], in: LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess Lowe", today: today))
        }
        try await stage.act { writer in for log in logs { try writer.save(log) } }
    }

    func given(_ session: PlannedSession) -> LogSession { LogSession(.given, sendKey: sendKey(session)) }

    func sendKey(_ session: PlannedSession) -> String { "key-\(session.run)-\(session.time.id)-\(session.day)" }

    func costs(as viewer: Viewer? = nil, in year: AcademicYear? = nil, set: RateSetID? = nil) async throws -> SchoolCosts {
        let elm = elm.id, today = stage.today, viewer = viewer ?? amira, year = year ?? self.year
        return try await stage.read { try $0.schoolCosts(of: elm, in: year, for: viewer, today: today, set: set) }
    }
}

/// Whether parts make their whole, to the penny.
func addsUp(_ sum: CostSum) -> Bool {
    sum.pupils.values.reduce(sum.unfilled, +) == sum.total && sum.streams.values.reduce(Pence(0), +) == sum.total
}
