import Access
import Basics
import Database
import People

/// A suggestion: look at this pupil, because of this figure.
struct Signal: Sendable {
    let pupil: Pupil
    let rule: SignalRule
    /// The figure and the rule in a sentence.
    let words: String
}

extension Reader {
    /// The rules of the trust, in their order; the usual one where the trust has set none.
    func signalRules() throws -> [SignalRule] {
        let own = try all(SignalRule.self, "ORDER BY id")
        return SignalRule.usual.map { usual in own.first { $0.figure == usual.figure } ?? usual }
    }

    /// Suggestions about pupils in sight who are not on the register, of whom no concern is open and nobody has set it aside.
    func signals(for viewer: Viewer, on day: Day, pupil: PupilID? = nil) throws -> [Signal] {
        let one: SQL = pupil.map { "e.pupil_id = \($0)" } ?? "1 = 1"
        let pupils = try all(Pupil.self, """
            WHERE id IN (SELECT e.pupil_id FROM enrolment e WHERE e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind <> 'G' AND \(one) AND \(viewer.seesEnrolment(on: day))) \
            AND id NOT IN (SELECT s.pupil_id FROM provision_spell s WHERE s.provision <> 'N' AND s.starts <= \(day) AND (s.ends IS NULL OR s.ends >= \(day))) \
            AND id NOT IN (SELECT c.pupil_id FROM concern c LEFT JOIN concern_decision d ON d.id = (SELECT MAX(x.id) FROM concern_decision x WHERE x.concern_id = c.id) \
            WHERE d.id IS NULL OR d.outcome IN \(ConcernOutcome.open)) ORDER BY sort_name, id
            """)
        let rules = try signalRules(), figures = try figures(of: pupils.map(\.id), since: day - (rules.map(\.days).max() ?? 0))
        let answered = Dictionary(grouping: try all(SignalAnswer.self, "WHERE pupil_id IN \(pupils.map(\.id))"), by: \.pupil)
        let signals = pupils.flatMap { pupil in
            rules.compactMap { rule -> Signal? in
                let isAside = answered[pupil.id]?.contains { $0.figure == rule.figure && $0.answeredOn > day - rule.days } ?? false
                if isAside { return nil }
                return rule.suggestion(from: figures[pupil.id] ?? PupilFigures(), today: day).map { Signal(pupil: pupil, rule: rule, words: $0) }
            }
        }
        viewer.witness.saw(signals.map(\.pupil.id))
        return signals
    }

    private func figures(of pupils: [PupilID], since first: Day) throws -> [PupilID: PupilFigures] {
        var figures: [PupilID: PupilFigures] = [:]
        for (pupil, list) in try attendance(of: pupils, since: first) { figures[pupil, default: PupilFigures()].attendance = list }
        for (pupil, list) in try behaviour(of: pupils, since: first) { figures[pupil, default: PupilFigures()].behaviour = list }
        for (pupil, list) in try suspensions(of: pupils, since: first) { figures[pupil, default: PupilFigures()].suspensions = list }
        return figures
    }
}
