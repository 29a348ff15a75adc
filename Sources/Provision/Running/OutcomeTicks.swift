import Access
import Basics
import Database
import Pages
import People
import Plans

/// Outcomes of live plans, to be ticked: each pupil's in a group of boxes of their own.
struct OutcomeTicks: Sendable {
    let pupils: [(pupil: PupilID, called: String, outcomes: [Outcome])]

    var isEmpty: Bool { pupils.isEmpty }

    /// Those ticked that may be, by pupil.
    func ticked(_ typed: FormValues) -> [PupilID: [OutcomeID]] {
        Dictionary(pupils.map { one in
            let wanted = Set(typed.all(Self.field(one.pupil)).compactMap { OutcomeID($0) })
            return (one.pupil, one.outcomes.map(\.id).filter(wanted.contains))
        }) { $1 }
    }

    static func field(_ pupil: PupilID) -> String { "outcomes-\(pupil)" }

    func fields(_ write: FormWriter) -> HTML {
        let groups: [HTML] = pupils.map { one in
            write.checkboxes(Self.field(one.pupil), one.called, one.outcomes.map { Choice("\($0.id)", $0.words, hint: $0.due.map { "by \($0.inWords)" }) })
        }
        return "\(groups)"
    }
}

extension Reader {
    /// The outcomes of these pupils' live plans, as far as the viewer may read their plans.
    /// - Parameter linked: those that the provision serves already.
    func outcomeTicks(of pupils: [PupilID], without linked: Set<OutcomeID> = [], for viewer: Viewer, on day: Day) throws -> OutcomeTicks {
        if pupils.isEmpty { return OutcomeTicks(pupils: []) }
        let planned = viewer.doing(.seePlans)
        let names = try rows("""
            SELECT p.id, \(CalledName.given) FROM pupil p WHERE p.id IN \(pupils) AND \(planned.seesPupil(on: day)) ORDER BY p.sort_name, p.id
            """) { try ($0.next(PupilID.self), $0.next(String.self)) }
        let outcomes = Dictionary(grouping: try all(Outcome.self, """
            WHERE pupil_id IN \(names.map(\.0)) AND plan_id IN (SELECT id FROM plan WHERE state IN ('live', 'reviewed') AND pupil_id IN \(names.map(\.0))) ORDER BY position, id
            """), by: \.pupil)
        viewer.witness.saw(names.map(\.0))
        return OutcomeTicks(pupils: names.compactMap { pupil, called in
            let free = (outcomes[pupil] ?? []).filter { !linked.contains($0.id) }
            return free.isEmpty ? nil : (pupil, called, free)
        })
    }
}
