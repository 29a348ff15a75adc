import Basics
import Database
@testable import Statutory
import People
import Stage

extension Stage {
    /// An EHC plan with two versions and a line of section F, and a request.
    func ehc(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let plan = try writer.save(Change("ehcPlan.added", to: EHCPlan(pupil: pupil.id, school: school.id)))
            try writer.save(Change("ehcVersion.added", to: PlanVersion(of: plan, .draft, on: today - 60)))
            let version = try writer.save(Change("ehcVersion.added", to: PlanVersion(of: plan, .final, on: today - 30)))
            let line = try writer.save(Change("ehcLine.added", to: SectionFLine("Regular speech therapy", at: 1, in: version.id, of: pupil.id)))
            let held = try writer.save(Change("ehcCase.begun", to: AssessmentCase(.request, of: pupil.id, at: school.id, askedBy: .school, council: "999", begunBy: "Stage", on: today)))
            try writer.save(Change("ehcCase.begun", to: CaseStep(.begun, of: held, on: today, stated: .ours, words: "", by: "Stage")))
            return ["ehc-requests": held.id.rawValue, "versions": version.id.rawValue, "lines": line.id.rawValue]
        }
    }
}
