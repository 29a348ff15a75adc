import Basics
import Measures
import Provision

/// What one intervention did over some runs, such as those that ended in a year: all that its pages and files show.
struct InterventionImpact: Sendable {
    let intervention: Intervention
    /// Nil for every school in sight.
    let school: SchoolID?
    let members: [RunMember]
    /// The scales by which it was judged, that with most pupils first.
    let scales: [ScaleImpact]
    /// Nil where minutes were not asked for, as over many schools.
    var dosage: Dosage?
    var minutes: [RunPupil: MemberDosage] = [:]
    /// The latest first.
    var decisions: [ImpactDecision] = []
    /// Nil for those who see no costs, and where nobody asked.
    var costs: ImpactCosts?
    /// The pupils of it whose scores the viewer may see, with their names.
    var seen: [PupilID: String] = [:]

    /// When the last of these runs was over.
    var lastEnd: Day? { members.compactMap(\.ended).max() }
    /// What was decided about these runs: one that was made before the last of them was over is about those before.
    var decision: ImpactDecision? { lastEnd.flatMap { last in decisions.first { $0.isAbout(lastEnd: last) } } }

    /// A pupil who was in it twice is one.
    var pupils: Int { Set(members.map(\.pupil)).count }
    var runs: Int { Set(members.map(\.run)).count }
    var outcomes: OutcomeTally { members.reduce(into: OutcomeTally()) { $0.add($1.outcomes) } }
    /// Not to be judged before the latest of the days that were said.
    var judgeFrom: Day? { members.compactMap(\.judgeFrom).max() }

    /// Whether the viewer may see every pupil of it by name.
    var seesPupils: Bool { members.allSatisfy { seen[$0.pupil] != nil } }

    /// What may be shown of those who took part, of their outcomes, and of a scale.
    var sight: ImpactSight { sight(of: members) }
    var outcomeSight: ImpactSight { sight(of: members.filter { $0.outcomes.reviewed > 0 }) }
    func sight(of scale: ScaleImpact) -> ImpactSight { sight(of: scale.counted) }

    /// Of what is put together nothing is shown from which a part with few pupils could be worked out: what is left of the
    /// sum once the others are taken away. A part is what stands by itself elsewhere: an entry of the catalogue at a school,
    /// so that a school’s own version of a programme is not the difference between the programme and both.
    private func sight(of counted: [RunMember]) -> ImpactSight {
        let number = Set(counted.map(\.pupil)).count
        if seesPupils { return ImpactSight(n: number, seesPupils: true) }
        let small = Dictionary(grouping: counted) { EntryAtSchool(school: $0.school, intervention: $0.intervention) }.values.map { Set($0.map(\.pupil)).count }.filter { $0 < ImpactFigures.fewestForFigures }
        let hidden = small.reduce(0, +)
        return ImpactSight(n: number, seesPupils: false, hidesPart: !small.isEmpty && (small.count == 1 || hidden < ImpactFigures.fewestForFigures))
    }

    /// The same, school by school.
    var bySchool: [InterventionImpact] {
        Dictionary(grouping: members, by: \.school).sorted { $0.key < $1.key }.map { place, members in
            var part = InterventionImpact(intervention: intervention, school: place, members: members, scales: scales.compactMap { $0.at(place) })
            part.seen = seen
            return part
        }
    }
}

/// An entry of the catalogue at a school.
private struct EntryAtSchool: Hashable {
    let school: SchoolID, intervention: InterventionID
}

/// A pupil in a run.
struct RunPupil: Hashable, Sendable {
    let run: ProvisionID, pupil: PupilID
}

extension RunMember {
    var key: RunPupil { RunPupil(run: run, pupil: pupil) }
}

/// What one intervention changed on one scale.
struct ScaleImpact: Sendable {
    let instrument: Instrument
    let scale: Scale
    let chosenLow: Bool
    let changes: [MemberChange]
    /// Each pupil once, however many runs they were in.
    let pupils: [PupilChange]
    let figures: ImpactFigures
    let error: TestError?

    init(_ instrument: Instrument, _ scale: Scale, chosenLow: Bool, _ changes: [MemberChange], error: TestError?) {
        (self.instrument, self.scale, self.chosenLow, self.changes, self.error) = (instrument, scale, chosenLow, changes, error)
        pupils = Dictionary(grouping: changes, by: \.member.pupil).map { pupil, runs in PupilChange(over: runs.map(\.change), of: pupil) }.sorted { $0.pupil < $1.pupil }
        figures = ImpactFigures(pupils, on: scale, of: instrument, measurementError: error?.measurementError)
    }

    /// Those whom the figures are of, with each run that they were in.
    var counted: [RunMember] {
        let counted = Set(pupils.filter(isCounted).map(\.pupil))
        return changes.map(\.member).filter { counted.contains($0.pupil) }
    }
    /// The same for one school; nil where nobody there was judged by it.
    func at(_ school: SchoolID) -> ScaleImpact? {
        let own = changes.filter { $0.member.school == school }
        return own.isEmpty ? nil : ScaleImpact(instrument, scale, chosenLow: chosenLow, own, error: error)
    }

    var words: ImpactWords { ImpactWords(figures, on: scale, chosenForLowScores: chosenLow, retest: error?.retest) }
    /// `Salford: reading age`.
    var name: String { instrument.scales.count > 1 ? "\(instrument.name): \(scale.name)" : instrument.name }

    private func isCounted(_ change: PupilChange) -> Bool { figures.comparison == .order ? change.way(on: scale) != nil : change.exact != nil }
}

extension OutcomeTally {
    mutating func add(_ other: OutcomeTally) {
        met += other.met
        partly += other.partly
        notMet += other.notMet
        unknown += other.unknown
    }
}
