import Basics
import Database
import Measures
import People
import Statistics

/// What is expected of pupils on the scales by which they are judged.
struct PupilAims: Sendable {
    fileprivate struct Times: Hashable, Sendable {
        let pupil: PupilID, year: AcademicYear
    }

    fileprivate var expectations: [ExpectedProgress] = []
    fileprivate var years: [Times: YearGroup] = [:]

    /// The way to what is expected of a pupil on the day on which they left; nil where nothing is.
    func line(of one: MemberChange, on scale: ScaleImpact) -> AimLine? {
        guard let baseline = one.change.baseline, let left = one.member.left, !expectations.isEmpty else { return nil }
        let year = years[Times(pupil: one.member.pupil, year: AcademicYear(containing: left))] ?? YearGroup(rawValue: "")
        let expected = ExpectedProgress.inForce(expectations, instrument: scale.instrument.id, scale: scale.scale.key, at: one.member.school, year: year, on: left)
        return expected?.aim(from: baseline, on: left, of: scale.scale)
    }
}

extension Reader {
    /// What is expected of those in an intervention at a school.
    func aims(of impact: InterventionImpact, at school: SchoolID) throws -> PupilAims {
        let tests = Set(impact.scales.map(\.instrument.id)).sorted()
        if tests.isEmpty { return PupilAims() }
        var aims = PupilAims()
        aims.expectations = try all(ExpectedProgress.self, "WHERE instrument_id IN \(tests) AND (school_id IS NULL OR school_id = \(school))")
        if aims.expectations.isEmpty { return aims }
        let years = try rows("SELECT pupil_id, academic_year, year FROM pupil_year WHERE school_id = \(school) AND pupil_id IN \(Set(impact.members.map(\.pupil)).sorted())") { row in
            try (PupilAims.Times(pupil: row.next(), year: AcademicYear(starting: row.next())), YearGroup(rawValue: row.next()))
        }
        aims.years = Dictionary(years) { $1 }
        return aims
    }
}
