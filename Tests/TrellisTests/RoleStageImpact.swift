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
            return ["impact": entry.id.rawValue, "provisions": run.id.rawValue, "practice": series.id.rawValue]
        }
    }
}
