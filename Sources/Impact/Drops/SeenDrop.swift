import Access
import Basics
import Database
import Measures
import Pages
import People

/// A pupil of a data drop: the groups they are in, and how they stand.
struct DropPupil: Sendable {
    var traits: PupilTraits
    var line: DropLine
    /// The results that were compared.
    var baseline: RowID?, actual: RowID?
    /// These two as they stand now, where they were corrected or withdrawn since the drop was sent.
    var baselineSince: TestResult?, actualSince: TestResult?
}

/// A data drop as one person may see it: figures for all, pupils for those who may see them.
struct SeenDrop: Sendable {
    let drop: DataDrop
    let school: School
    let instrument: Instrument
    let scale: Scale
    /// All pupils of the drop, whoever looks.
    let pupils: [DropPupil]
    /// What is expected on its scale, and by which years.
    let expected: [ExpectedProgress]
    let answers: [PupilID: DropAnswer]
    let reviewers: [DropReviewer]
    /// Those in this person's sight, by what they are called.
    var names: [PupilID: String]
    /// Whether this person reads about pupils here at all.
    let readsPupils: Bool
    /// Whether its figures, held against those of another drop, would tell of few.
    let tellsFew: Bool

    /// Whether every pupil of it is in sight, so that small groups tell nothing new.
    var seesAll: Bool { readsPupils && pupils.allSatisfy { names[$0.traits.pupil] != nil } }

    var lines: [DropLine] { pupils.map(\.line) }
    var traits: [PupilTraits] { pupils.map(\.traits) }
    var whole: DropTally { tally(DropGroup([])) }
    func tally(_ group: DropGroup) -> DropTally { DropTally(group, lines, of: traits) }

    /// Whether figures of a group may be shown to this person.
    ///
    /// Whoever sees some of the pupils could take these away from the figures, so what is left is of five and more, too.
    func shows(_ group: DropGroup) -> Bool {
        let hidden = traits.filter { names[$0.pupil] == nil }, judged = judged
        return seesAll || !waits && isSafe(group) && group.cutsNoFew(of: hidden) && group.cutsNoFew(of: hidden.filter { judged.contains($0.pupil) })
    }

    private var judged: Set<PupilID> { Set(lines.filter { ![.missing, .unjudged].contains($0.standing) }.map(\.pupil)) }

    /// Whether figures of a group tell nothing of one to four pupils, however they are laid beside each other.
    func isSafe(_ group: DropGroup) -> Bool {
        let judged = judged
        return !tellsFew && group.showsFigures(of: traits) && group.showsFigures(of: traits.filter { judged.contains($0.pupil) })
    }

    /// Whether figures come later for this person: until it is sent they change with each result, and the change would tell of one.
    var waits: Bool { drop.state == .open && !seesAll }

    /// What is expected: as it was when it was sent, since then.
    var expectedInWords: String {
        if drop.state != .open { return drop.expected }
        return expected.map { "\($0.years.isEmpty ? "Every year" : $0.years.map(\.label).joined(separator: ", ")): \($0.inWords(on: scale))" }.joined(separator: "; ")
    }

    /// Below what was expected, and nothing is said of them.
    var unexplained: [DropPupil] { pupils.filter { $0.line.standing == .below && answers[$0.traits.pupil] == nil } }
    var signed: Int { reviewers.count { $0.signedOn != nil } }
    /// Of these, the ones whom this person could explain. The drop does not wait for others, whom perhaps nobody at the school may
    /// explain: a child of the SENCO's own family. Whoever sees no pupil is told of all as one.
    var toExplain: [DropPupil] { readsPupils ? unexplained.filter { names[$0.traits.pupil] != nil } : unexplained }
    var step: DropStep { DropStep(drop, reviewers, unexplained: toExplain.count, judged: whole.judged) }

    /// `Spelling (Vernon), Autumn 1, 2026/27`.
    var title: String { "\(drop.halfTerm.label): \(measureName)" }
    var measureName: String { instrument.scales.count > 1 ? "\(instrument.name), \(scale.name)" : instrument.name }

    /// Whether somebody reads what the three wrote: those who see pupils, and the three themselves.
    func readsWords(_ viewer: Viewer) -> Bool { readsNames(viewer) || seat(of: viewer) != nil }

    /// Whether somebody is told who the three are. Figures carry no names: of staff neither, who may be called as a pupil is.
    func readsNames(_ viewer: Viewer) -> Bool { viewer.may(.seePupils) }

    /// What happens next, without names and numbers for those who are not told them.
    func stepInWords(for viewer: Viewer) -> String {
        if case .explain = step, !shows(DropGroup([])) { return "The SENCO says why pupils are below, and what is done." }
        let called = reviewers.map { reviewer in
            var reviewer = reviewer
            if !readsNames(viewer) { reviewer.name = reviewer.seat.word }
            return reviewer
        }
        return DropStep(drop, called, unexplained: toExplain.count, judged: whole.judged).inWords.firstUpper
    }

    func seat(of viewer: Viewer) -> DropReviewer? { viewer.account.flatMap { account in reviewers.first { $0.account == account } } }
}

extension Viewer {
    /// The parts in which they read about the pupils of a drop: with the record; and one of the three who is to see names, with
    /// the pupils.
    func readingDrop(_ reviewers: [DropReviewer]) -> Viewer {
        isNamed(among: reviewers) ? doing(.seePupils) : doing(.seeRecord)
    }
}

extension Viewer {
    /// Whether they are one of the three, and one who is to see names.
    func isNamed(among reviewers: [DropReviewer]) -> Bool { account.map { account in reviewers.contains { $0.account == account && $0.seat.seesPupils } } ?? false }
}

extension String {
    /// A sentence may begin with “the head”.
    fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
