import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// - Parameter oneToOne: the areas that know who is supported by an adult of their own.
func notLookedAt(_ oneToOne: [OneToOneSource]) -> SafetyRule {
    SafetyRule(
        "not-looked-at", .gap, "Without 1:1 support, and nobody has looked at it this half-term",
        why: "Pupils without an adult of their own are easily missed, and deserve the same scrutiny. Support is adapted in the light of progress, not left to run (SEND Code of Practice 2015, 6.56).",
        who: "The SENCO acts", next: "Look at what is done"
    ) { reader, question in
        let years = try reader.schoolYears(try reader.schools(for: question.viewer).map(\.id), question.day)
        let terms = years.mapValues { HalfTerm(containing: question.day, terms: $0.terms, closures: $0.closures) }
        // Whoever was looked at since the latest of these days is in no school a gap, so the search is short.
        guard let latest = terms.values.map(\.starts).max() else { return [] }
        let candidates = try reader.notLookedAt(since: latest, question), alone = candidates.isEmpty ? [] : try reader.pupilsWithOneToOne(oneToOne, on: question.day)
        return candidates.compactMap { found, since, lastLook in
            guard let term = terms[found.school], !alone.contains(found.pupil), lastLook.map({ $0 < term.starts }) ?? true else { return nil }
            // A pupil who came or got support this half-term has two weeks from that day.
            let due = max(term.isDueFrom, max(since, found.entered) + 14)
            if due > question.day { return nil }
            let last = lastLook.map { "The last look was on \($0.inWords)." } ?? "No look is written down."
            return found.finding(since: due, "Nobody has reviewed or looked at the support since this half-term began. \(last)",
                                 next: question.step(found, .changeRegister, form: lookAtSupportPath(found.pupil), page: pupilPath(found.pupil)))
        }
    }
}

extension Reader {
    /// Pupils with SEN support or an EHC plan whom nobody reviewed or looked at since a day: from when on they have it,
    /// and when somebody did last.
    fileprivate func notLookedAt(since day: Day, _ question: SafetyQuestion) throws -> [(FoundPupil, since: Day, last: Day?)] {
        let looked: SQL = "(SELECT MAX(k.looked_on) FROM plan_look k WHERE k.pupil_id = ps.pupil_id AND k.looked_on <= \(question.day))"
        let reviewed: SQL = "(SELECT MAX(v.held_on) FROM plan_review v WHERE v.pupil_id = ps.pupil_id AND v.held_on <= \(question.day))"
        let recent: SQL = """
            EXISTS (SELECT 1 FROM plan_look k WHERE k.pupil_id = ps.pupil_id AND k.looked_on BETWEEN \(day) AND \(question.day)) \
            OR EXISTS (SELECT 1 FROM plan_review v WHERE v.pupil_id = ps.pupil_id AND v.held_on BETWEEN \(day) AND \(question.day))
            """
        let sql = question.found("ps.starts, \(looked), \(reviewed)", from: "provision_spell ps", of: "ps.pupil_id", where: "\(question.supported) AND NOT (\(recent))")
        return try rows(sql) { row in
            let found = try FoundPupil(&row, question.viewer), since: Day = try row.next(), look: Day? = try row.next(), review: Day? = try row.next()
            return (found, since, [look, review].compactMap(\.self).max())
        }
    }

    /// Pupils who are supported by an adult of their own.
    func pupilsWithOneToOne(_ sources: [OneToOneSource], on day: Day) throws -> Set<PupilID> {
        sources.isEmpty ? try pupilsWithWordsOfOneToOne() : try sources.reduce(into: []) { $0.formUnion(try $1(self, day)) }
    }

    /// Where no area tells: pupils whose plan in force says that a part of its provision is for them alone.
    private func pupilsWithWordsOfOneToOne() throws -> Set<PupilID> {
        let said = SQL.joined(OneToOne.spellings.map { "LOWER(s.words) LIKE \("%\($0)%")" }, " OR ")
        let found = try rows("SELECT n.pupil_id, s.words FROM plan_section s JOIN plan n ON n.id = s.plan_id WHERE s.part = \(PlanPart.provision.key) AND n.state IN ('live', 'reviewed') AND (\(said))") {
            try ($0.next(PupilID.self), $0.next(String.self))
        }
        return Set(found.filter { OneToOne.isSaid(in: $0.1) }.map(\.0))
    }
}
