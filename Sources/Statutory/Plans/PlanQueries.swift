import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A pupil's plan with its versions, the latest first.
struct HeldPlan: Sendable {
    let plan: EHCPlan
    let versions: [PlanVersion]

    /// What is owed stands in this one.
    var inForce: PlanVersion? { versions.first(where: \.kind.isInForce) }
}

extension Reader {
    /// The plan in force of a pupil whose whole record is in sight; nil where none is written down.
    /// - Throws: `NotFound` where the record is not in sight.
    func ehcPlan(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> HeldPlan? {
        try requireRecord(of: pupil, for: viewer, on: day)
        return try once(PlanOf(pupil: pupil)) { try all(EHCPlan.self, "WHERE pupil_id = \(pupil) AND ended_on IS NULL").first.map { try held($0) } }
    }

    /// The plans that ended, the latest first.
    func endedPlans(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [EHCPlan] {
        try requireRecord(of: pupil, for: viewer, on: day)
        return try all(EHCPlan.self, "WHERE pupil_id = \(pupil) AND ended_on IS NOT NULL ORDER BY ended_on DESC, id DESC")
    }

    /// - Throws: `NotFound` where the viewer may not read the whole record.
    func requireRecord(of pupil: PupilID, for viewer: Viewer, on day: Day) throws {
        _ = try self.pupil(pupil, for: viewer, on: day)
        guard try powers(of: viewer, over: pupil, on: day).contains(.seeRecord) else { throw NotFound() }
    }

    private func held(_ plan: EHCPlan) throws -> HeldPlan {
        HeldPlan(plan: plan, versions: try all(PlanVersion.self, "WHERE plan_id = \(plan.id) ORDER BY dated_on DESC, id DESC"))
    }

    /// The plan that a version belongs to, be it in force or ended, and the version with its words.
    /// - Throws: `NotFound` where it is another pupil's or not in sight.
    func planVersion(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> (held: HeldPlan, whole: WholeVersion) {
        try requireRecord(of: pupil, for: viewer, on: day)
        guard let version = try all(PlanVersion.self, "WHERE id = \(row) AND pupil_id = \(pupil)").first, let plan = try one(version.plan, of: EHCPlan.self) else { throw NotFound() }
        guard let whole = try whole([version]).first else { throw NotFound() }
        return (try held(plan), whole)
    }

    /// Versions with their words. Whoever asks has them in sight.
    func whole(_ versions: [PlanVersion]) throws -> [WholeVersion] {
        if versions.isEmpty { return [] }
        let ids = versions.map(\.id)
        let sections = Dictionary(grouping: try all(SectionText.self, "WHERE version_id IN \(ids)"), by: \.versionOf)
        let outcomes = Dictionary(grouping: try all(PlanOutcome.self, "WHERE version_id IN \(ids) ORDER BY position, id"), by: \.versionOf)
        let lines = Dictionary(grouping: try all(SectionFLine.self, "WHERE version_id IN \(ids) ORDER BY position, id"), by: \.versionOf)
        return versions.map { version in
            WholeVersion(version, sections: Dictionary((sections[version.id] ?? []).map { ($0.section, $0.words) }) { $1 }, outcomes: outcomes[version.id] ?? [], lines: lines[version.id] ?? [])
        }
    }

    /// One line of section F with its version.
    func sectionFLine(_ ask: PupilQuestion) throws -> (line: SectionFLine, held: HeldPlan, whole: WholeVersion) {
        guard let row = ask.row, let line = try all(SectionFLine.self, "WHERE id = \(row) AND pupil_id = \(ask.pupil)").first else { throw NotFound() }
        let found = try planVersion(line.versionOf, of: ask.pupil, for: ask.viewer, on: ask.today)
        return (line, found.held, found.whole)
    }

    func planVersion(_ ask: PupilQuestion) throws -> (held: HeldPlan, whole: WholeVersion) {
        guard let row = ask.row else { throw NotFound() }
        return try planVersion(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// The councils of the trust's schools: three figures and the name.
    func knownCouncils() throws -> [(code: String, name: String)] {
        try rows("SELECT la_code, MIN(la_name) FROM school WHERE la_code <> '' GROUP BY la_code ORDER BY la_code") { try ($0.next(), $0.next()) }
    }
}

private struct PlanOf: Hashable { let pupil: PupilID }

extension PupilRecord {
    /// Whether the register says E on a day.
    func isOnRegisterWithPlan(on day: Day) -> Bool { register.provision(on: day)?.provision == "E" }
}

extension [(code: String, name: String)] {
    /// `Larkshire (999)`, or the figures alone.
    func words(_ code: String) -> String { first { $0.code == code }.map { "\($0.name) (\(code))" } ?? code }
}
