import Basics
import People

/// The provisions of a school, or of several, with everybody's minutes in a period.
struct MapSheet: Sendable {
    let runs: [MapRun]
    /// The days that each school counts.
    let spells: [SchoolID: Spell]

    var places: [MapPlace] { runs.flatMap(\.places) }
}

/// One provision of the map.
struct MapRun: Sendable {
    let whole: WholeProvision
    let intervention: Intervention
    let places: [MapPlace]
    /// Those in it whom the viewer sees, by name.
    let named: [SeenPupil]
    /// Everyone of the class or school that it is for, where no pupils are named.
    let everyone: Set<PupilID>

    var run: ProvisionRun { whole.run }

    /// The places of those who take part without a name.
    var unnamed: [MapPlace] {
        let names = Set(named.map(\.id))
        return places.filter { !names.contains($0.pupil) }
    }

    func places(of pupil: PupilID) -> [MapPlace] { places.filter { $0.pupil == pupil } }
}

extension [MapRun] {
    var places: [MapPlace] { flatMap(\.places) }

    /// Each pupil once, in however many groups: those who are named, and everyone for whom there is something.
    var pupils: Int {
        let everyone = Dictionary(compactMap { run in run.whole.audience.map { ($0, run.everyone) } }) { $1 }
        return everyone.values.reduce(into: Set(places.map(\.pupil))) { $0.formUnion($1) }.count
    }

    /// Those of each kind, from what is for everyone to what is for few.
    var byKind: [(kind: InterventionKind, runs: [MapRun])] {
        let kinds = Dictionary(grouping: self, by: \.run.kind)
        return InterventionKind.allCases.compactMap { kind in kinds[kind].map { (kind, $0) } }
    }

    /// Those of each intervention, by name.
    var byIntervention: [(intervention: Intervention, runs: [MapRun])] {
        Dictionary(grouping: self, by: \.intervention.id).values.compactMap { runs in runs.first.map { ($0.intervention, runs) } }
            .sorted { ($0.intervention.name.folded, $0.intervention.id) < ($1.intervention.name.folded, $1.intervention.id) }
    }
}
