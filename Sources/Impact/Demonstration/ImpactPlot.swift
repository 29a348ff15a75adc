import Basics
import Database
import People
import Provision

/// What a school's impact is told of: those who had support, and what is left undone about whom.
struct ImpactPlot: Sendable {
    let school: School
    let today: Day
    let senco: String
    let members: [ToldMember]
    /// Has no score for what runs, and none from the end of what ended last.
    let untested: PupilID?
    /// Had the same support three times, and it did nothing.
    let unmoved: PupilID?
    let leavesUndecided: Bool
}

/// A pupil's time in a run, as the story of provision tells it.
struct ToldMember: Sendable {
    let run: ProvisionID
    let intervention: InterventionID
    let key: String, areas: String
    let pupil: PupilID
    let joined: Day, left: Day?
}

extension Reader {
    /// The same people make the same plot, before it is told and afterwards.
    func impactPlot(at school: School, _ place: Int, on today: Day) throws -> ImpactPlot {
        let members = try rows("""
            SELECT r.id, i.id, i.key, i.areas, m.pupil_id, m.starts, COALESCE(m.ends, r.ended_on) FROM provision_run r JOIN intervention i ON i.id = r.intervention_id \
            JOIN provision_member m ON m.run_id = r.id WHERE r.school_id = \(school.id) AND r.kind <> 'universal' AND r.name <> \(ImpactStory.unmovedName) ORDER BY m.starts, r.id, m.pupil_id
            """) { row in
            try ToldMember(run: row.next(), intervention: row.next(), key: row.next(), areas: row.next(), pupil: row.next(), joined: row.next(), left: row.next())
        }
        let onRoll = Set(try column("SELECT pupil_id FROM enrolment WHERE school_id = \(school.id) AND kind <> 'G' AND starts <= \(today.adding(years: -2)) AND (ends IS NULL OR ends > \(today))", as: PupilID.self))
        let plants = place % 3 == 0 && school.kind == .mainstream, present = members.filter { onRoll.contains($0.pupil) }
        let running = Set(present.filter { ($0.left ?? today) >= today && $0.joined < today - ImpactGaps.grace }.map(\.pupil))
        let lastEnd = members.compactMap(\.left).filter { $0 < today - ImpactGaps.grace }.max()
        let both = running.intersection(present.filter { $0.left == lastEnd }.map(\.pupil)).sorted()
        return ImpactPlot(school: school, today: today, senco: try staffName(withRole: "SENCO", at: school.id) ?? "The SENCO", members: members,
                          untested: plants ? both.first : nil, unmoved: plants ? running.filter { $0 != both.first }.sorted().first : nil,
                          leavesUndecided: plants && members.contains { $0.left.map { $0 >= today - 365 && $0 <= today - 43 } ?? false })
    }
}
