import Access
import AreaKit
import Basics
import Database
import People

/// What the year’s provision of some pupils would cost where all is given as it is planned, beside the money for it: with
/// few queries for many pupils, so that only those who stand out are reckoned session by session.
struct VarianceReckoning {
    private let runs: [PupilID: [WholeProvision]]
    private let days: [SchoolID: [Day]]
    private let rates: [StaffRate], set: RateSet?
    private let settings: [CostSetting]
    private let lines: [PupilID: [FundingLine]]
    private let rolls: [PupilID: [(school: SchoolID, spell: Spell)]]
    private let said: [PupilID: [VarianceJustification]]
    private let year: AcademicYear, day: Day

    init(_ found: [FoundPupil], _ year: AcademicYear, _ day: Day, _ reader: Reader) throws {
        (self.year, self.day) = (year, day)
        let pupils = found.map(\.pupil).unique
        let whole = try reader.whole(try reader.all(ProvisionRun.self, """
            WHERE id IN (SELECT v.run_id FROM provision_member v WHERE v.pupil_id IN \(pupils) AND v.starts <= \(year.lastDay) AND (v.ends IS NULL OR v.ends >= \(year.firstDay))) \
            AND kind <> 'universal' AND (ended_on IS NULL OR ended_on >= \(year.firstDay)) ORDER BY id
            """))
        runs = whole.reduce(into: [:]) { runs, one in for pupil in Set(one.members.map(\.pupil)) { runs[pupil, default: []].append(one) } }
        days = try reader.schoolDays(of: found.map(\.school).unique, around: day).mapValues { $0.list(from: year.firstDay, to: year.lastDay) }
        let own = try reader.all(RateSet.self, "WHERE la_code = ''").first
        rates = try own.map { try reader.all(StaffRate.self, "WHERE set_id = \($0.id) ORDER BY starts, id") } ?? []
        (set, settings) = (own, try reader.all(CostSetting.self, "ORDER BY starts"))
        lines = Dictionary(grouping: try reader.all(FundingLine.self, "WHERE pupil_id IN \(pupils)")) { $0.pupil ?? .new }
        said = Dictionary(grouping: try reader.all(VarianceJustification.self, "WHERE pupil_id IN \(pupils) AND academic_year = \(year.starting) ORDER BY written_on, id"), by: \.pupil)
        rolls = Dictionary(grouping: try reader.rows("SELECT pupil_id, school_id, starts, ends FROM enrolment WHERE pupil_id IN \(pupils)") {
            try (pupil: $0.next(PupilID.self), school: $0.next(SchoolID.self), spell: Spell(starts: $0.next(), ends: $0.next()))
        }, by: \.pupil).mapValues { $0.map { ($0.school, $0.spell) } }
    }

    /// Whether a pupil may have to be looked at more closely: by half of the share, since what falls out costs less than
    /// is planned.
    func mayAsk(_ found: FoundPupil, hasPlan: Bool) -> Bool {
        guard let set else { return false }
        let basis = CostBasis(set: set, rates: rates, settings: CostSettings(settings.filter { $0.school == nil || $0.school == found.school }, of: found.school))
        let cost = (runs[found.pupil] ?? []).filter { $0.run.school == found.school }.map { $0.plannedCost(of: found.pupil, on: days[found.school] ?? [], basis) }.reduce(Pence(0), +)
        let here = (rolls[found.pupil] ?? []).filter { $0.school == found.school }.map(\.spell), money = (lines[found.pupil] ?? []).filter { $0.school == found.school }
        let planned = CostComparison(cost: cost, hasPlan: hasPlan, lines: money, rolls: here, year: year)
        return VarianceStanding(planned, said: said[found.pupil]?.last { $0.school == found.school }, share: max(1, basis.settings.share(on: day) / 2)).asks
    }
}

extension WholeProvision {
    /// What it costs for one pupil where all is given as it is planned on these days.
    func plannedCost(of pupil: PupilID, on days: [Day], _ basis: CostBasis) -> Pence {
        let there = days.filter { run.spell.covers($0) && member(pupil, on: $0) != nil }
        return patterns.reduce(Pence(0)) { sum, week in
            week.times.reduce(sum) { $0 + cost(of: $1, in: week, for: pupil, on: there.filter(week.spell.covers), basis) }
        }
    }

    private func cost(of time: WeeklyTime, in week: WeeklyPattern, for pupil: PupilID, on days: [Day], _ basis: CostBasis) -> Pence {
        let roles = time.adults.map(\.role), byRate = Dictionary(grouping: days.filter { $0.weekday == time.weekday }) { basis.table.since(roles, on: $0) }
        return byRate.reduce(Pence(0)) { sum, stretch in
            let pupils = pupils(on: stretch.value[0])
            let one = SessionAlike(minutes: time.minutes, roles: roles, price: week.sessionPrice, day: stretch.key, members: pupils, there: pupils, plannedSize: week.plannedSize).cost(basis.table, basis.settings.base(on: stretch.value[0]))
            guard case .costed(let shared) = one else { return sum }
            return sum + Pence((shared.pupils[pupil] ?? Pence(0)).rawValue * stretch.value.count)
        }
    }
}
