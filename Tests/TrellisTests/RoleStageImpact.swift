import Basics
import Database
@testable import Impact
import Measures
import People
import Provision
import Stage

extension Stage {
    /// An intervention of a school with a run that has ended.
    func impact(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            var entry = Intervention(name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 3, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta")
            entry.school = school.id
            entry = try writer.save(Change("intervention.added", to: entry))
            var run = ProvisionRun(school: school.id, intervention: entry.id, name: "Reading club", kind: .targeted, starts: today - 60)
            (run.endedOn, run.because) = (today - 5, "It was planned so")
            run = try writer.save(Change("provision.started", to: run))
            try writer.save(Change("provision.joined", to: ProvisionMember(run: run.id, pupil: pupil.id, spell: Spell(starts: today - 60, ends: today - 5))))
            let series = try writer.save(Change("probes.started", to: ProbeSeries(pupil: pupil.id, school: school.id, skill: "reads CVC words aloud", starts: today - 20, aimCorrect: 40, aimIncorrect: 2, aimOn: today + 20)))
            let drops = try writer.drop(at: school)
            return drops.merging(["impact": entry.id.rawValue, "provisions": run.id.rawValue, "practice": series.id.rawValue]) { $1 }
        }
    }
}

extension Writer {
    /// An open data drop of a school, in which the governor asked something, and what is expected there.
    fileprivate func drop(at school: School) throws -> [String: Int] {
        guard let test = try instrument(key: "vernon"), let before = try value("SELECT COUNT(*) FROM data_drop", as: Int.self), let term = HalfTerm(AcademicYear(containing: act.today), before + 1) else { return [:] }
        let expected = try save(Change("expectation.set", to: ExpectedProgress(instrument: test.id, scale: "spelling", school: school.id, starts: act.today - 60, course: .holds, source: "Checked locally")))
        let drop = try save(Change("drop.started", to: DataDrop(school: school.id, halfTerm: term, asOf: act.today - 1, instrument: test.id, scale: "spelling")))
        var governor = DropReviewer(drop: drop.id, school: drop.school, seat: .governor, account: AccountID(900), name: "Grace Obi")
        governor.question = "Is there time for it?"
        governor = try save(Change("drop.reviewerNamed", to: governor))
        return ["drops": drop.id.rawValue, "answer": governor.id.rawValue, "expectations": expected.id.rawValue]
    }
}
