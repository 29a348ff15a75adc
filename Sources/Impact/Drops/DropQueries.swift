import Access
import Basics
import Database
import Measures
import Pages
import People

// Where a data drop comes from: a fixed number of queries for any number of pupils.

extension Reader {
    /// A data drop of a school in sight.
    /// - Throws: `NotFound` where it is not.
    func drop(_ id: DataDropID, for viewer: Viewer, on day: Day) throws -> SeenDrop {
        guard let drop = try one(id, of: DataDrop.self), let school = try school(drop.school, for: viewer) else { throw NotFound() }
        return try seen(drop, at: school, for: viewer, on: day)
    }

    func seen(_ drop: DataDrop, at school: School, for viewer: Viewer, on day: Day) throws -> SeenDrop {
        guard let instrument = try one(drop.instrument, of: Instrument.self), let scale = instrument.scale(drop.scale) else { throw NotFound() }
        let expected = try expectations(on: drop)
        let pupils = drop.state == .open ? try openPupils(of: drop, scale, expected) : try sentPupils(of: drop)
        let answers = Dictionary(try all(DropAnswer.self, "WHERE drop_id = \(drop.id)").map { ($0.pupil, $0) }) { $1 }
        let reviewers = try reviewers(of: drop.id), reading = viewer.readingDrop(reviewers)
        let names = try calledNames(of: pupils.map(\.traits.pupil), for: reading, on: day)
        return SeenDrop(drop: drop, school: school, instrument: instrument, scale: scale, pupils: pupils, expected: expected, answers: answers, reviewers: reviewers, names: names,
                        readsPupils: !reading.parts.isEmpty, tellsFew: try dropsThatTellFew(all(DataDrop.self, "WHERE school_id = \(drop.school) AND academic_year = \(drop.halfTerm.year.starting) AND half_term = \(drop.halfTerm.number)")).contains(drop.id))
    }

    /// Those that differ by one to four pupils from an earlier one of another group in the same half-term: beside each other, both
    /// would tell of these few.
    func dropsThatTellFew(_ drops: [DataDrop]) throws -> Set<DataDropID> {
        let pairs = drops.flatMap { later in
            drops.filter { $0.id < later.id && $0.school == later.school && $0.halfTerm == later.halfTerm && $0.group.key != later.group.key }.map { (later: later.id, earlier: $0.id) }
        }
        if pairs.isEmpty { return [] }
        let ids = Set(pairs.flatMap { [$0.later, $0.earlier] }).sorted()
        let lines = try rows("SELECT drop_id, pupil_id FROM signed_line WHERE drop_id IN \(ids)") { try ($0.next(DataDropID.self), $0.next(PupilID.self)) }
        let pupils = Dictionary(grouping: lines, by: \.0).mapValues { Set($0.map(\.1)) }
        return Set(pairs.filter { pair in
            guard let later = pupils[pair.later], let earlier = pupils[pair.earlier] else { return false }
            return ImpactFigures.isFew(later.subtracting(earlier).count) || ImpactFigures.isFew(earlier.subtracting(later).count)
        }.map(\.later))
    }

    /// The three who sign, in the order of their seats.
    func reviewers(of drop: DataDropID) throws -> [DropReviewer] {
        let found = try all(DropReviewer.self, "WHERE drop_id = \(drop) ORDER BY id")
        return DropReviewer.Seat.allCases.compactMap { seat in found.first { $0.seat == seat } }
    }

    /// What is expected on the scale of a drop, at its school on its day.
    private func expectations(on drop: DataDrop) throws -> [ExpectedProgress] {
        try all(ExpectedProgress.self, """
            WHERE instrument_id = \(drop.instrument) AND scale = \(drop.scale) AND (school_id IS NULL OR school_id = \(drop.school)) AND starts <= \(drop.asOf) \
            AND (ends IS NULL OR ends >= \(drop.asOf)) ORDER BY id
            """)
    }

    /// As results stand now.
    private func openPupils(of drop: DataDrop, _ scale: Scale, _ expected: [ExpectedProgress]) throws -> [DropPupil] {
        let traits = drop.group.pupils(of: try pupilTraits(at: drop.school, on: drop.asOf, in: drop.group)), find = FindDropScores(drop)
        let results = try results(with: drop.instrument, among: traits.map(\.pupil), from: find.from, to: drop.asOf).filter { $0.scale == drop.scale }
        let own = Dictionary(grouping: results, by: \.pupil)
        return traits.map { pupil in
            let found = find.found(of: pupil.pupil, in: own[pupil.pupil] ?? [])
            let holds = ExpectedProgress.inForce(expected, instrument: drop.instrument, scale: drop.scale, at: drop.school, year: pupil.year, on: drop.asOf)
            return DropPupil(traits: pupil, line: find.line(of: pupil.pupil, own[pupil.pupil] ?? [], holds, on: scale), baseline: found.baseline?.id, actual: found.actual?.id)
        }
    }

    /// As they stood when it was sent to the three.
    private func sentPupils(of drop: DataDrop) throws -> [DropPupil] {
        let lines = try all(SignedLine.self, "WHERE drop_id = \(drop.id) ORDER BY id"), ids = lines.flatMap { [$0.baseline, $0.actual] }.compactMap(\.self)
        let results = Dictionary(try all(TestResult.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        let corrected = { (id: RowID?, held: Score?) in id.flatMap { results[$0] }.flatMap { $0.withdrawnOn != nil || $0.score != held ? $0 : nil } }
        return lines.map { line in
            let held = DropLine(pupil: line.pupil, baseline: line.baselineScore, actual: line.actualScore, expected: line.expected, standing: line.standing)
            return DropPupil(traits: PupilTraits(line.pupil, keys: line.traits), line: held, baseline: line.baseline, actual: line.actual,
                             baselineSince: corrected(line.baseline, line.baselineScore), actualSince: corrected(line.actual, line.actualScore))
        }
    }

    /// What pupils in sight are called.
    func calledNames(of pupils: [PupilID], for viewer: Viewer, on day: Day) throws -> [PupilID: String] {
        if pupils.isEmpty || viewer.parts.isEmpty { return [:] }
        let found = try rows("""
            SELECT p.id, \(CalledName.given), \(CalledName.family) \
            FROM pupil p WHERE p.id IN \(pupils) AND \(viewer.seesPupil(on: day))
            """) { row in try (row.next(PupilID.self), "\(row.next(String.self)) \(row.next(String.self))".trimmed) }
        return Dictionary(found) { $1 }
    }
}

extension PupilTraits {
    /// The keys of all groups that the pupil is in.
    var keys: [String] {
        let plain: [DropTrait] = [.onSupport, .withPlan, .withoutOneToOne, .pupilPremium, .lookedAfter, .eal]
        return (plain.filter { $0.holds(of: self) } + needs.map(DropTrait.need) + [.year(year)]).map(\.key)
    }

    /// The same, read back.
    init(_ pupil: PupilID, keys: [String]) {
        let traits = keys.compactMap { DropTrait(key: $0) }, has = { (trait: DropTrait) in traits.contains(trait) }
        var year = YearGroup(rawValue: ""), needs: [String] = []
        for trait in traits {
            if case .year(let own) = trait { year = own }
            if case .need(let code) = trait { needs.append(code) }
        }
        self.init(pupil: pupil, year: year, provision: has(.withPlan) ? "E" : has(.onSupport) ? "K" : "", needs: needs, hasOneToOne: !has(.withoutOneToOne),
                  pupilPremium: has(.pupilPremium), lookedAfter: has(.lookedAfter), eal: has(.eal))
    }
}
