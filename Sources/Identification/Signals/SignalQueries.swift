import Access
import Basics
import Database
import Measures
import People

/// A suggestion: look at this pupil, because of this figure.
struct Signal: Sendable {
    let pupil: Pupil
    /// The key of the rule that speaks.
    let rule: String
    /// The figure and the rule in a sentence.
    let words: String
}

/// The rules of a trust, as one looks at a pupil.
struct SignalRules: Sendable {
    let figures: [SignalRule]
    let scores: [ScoreRule]

    var keys: [String] { figures.map(\.figure.rawValue) + scores.map(\.key) }
    /// How far back the longest of them looks.
    var days: Int { (figures.map(\.days) + scores.map(\.days)).max() ?? 0 }

    /// What speaks of one pupil: by the rule's key, for as many days as it looks back.
    func found(in held: PupilFigures, today: Day) -> [(key: String, days: Int, words: String)] {
        figures.compactMap { rule in rule.suggestion(from: held, today: today).map { (rule.figure.rawValue, rule.days, $0) } }
            + scores.compactMap { rule in rule.suggestion(from: held.results, today: today).map { (rule.key, rule.days, $0) } }
    }
}

extension Reader {
    /// The rules of the trust, in their order; the usual ones where the trust has set none.
    func signalRules() throws -> SignalRules {
        let own = try all(SignalRule.self, "ORDER BY id"), scores = try all(ScoreRule.self, "ORDER BY id")
        return SignalRules(figures: SignalRule.usual.map { usual in own.first { $0.figure == usual.figure } ?? usual }, scores: scores.isEmpty ? ScoreRule.usual : scores)
    }

    /// Suggestions about pupils in sight who are not on the register, of whom no concern is open and nobody has set it aside.
    func signals(for viewer: Viewer, on day: Day, pupil: PupilID? = nil) throws -> [Signal] {
        let rules = try signalRules(), pupils = try unlabelled(for: viewer, on: day, pupil: pupil)
        let figures = try figures(of: pupils, since: day - rules.days, with: rules.scores.filter(\.isOn))
        let found = figures.map { (pupil: $0.key, signals: rules.found(in: $0.value, today: day)) }.filter { !$0.signals.isEmpty }
        let answers = Dictionary(grouping: try all(SignalAnswer.self, "WHERE pupil_id IN \(found.map(\.pupil))"), by: \.pupil)
        let byPupil = Dictionary(uniqueKeysWithValues: found.map { ($0.pupil, $0.signals) })
        let signals = try all(Pupil.self, "WHERE id IN \(found.map(\.pupil)) ORDER BY sort_name, id").flatMap { pupil in
            (byPupil[pupil.id] ?? []).compactMap { signal -> Signal? in
                let isAside = answers[pupil.id]?.contains { $0.rule == signal.key && $0.answeredOn > day - signal.days } ?? false
                return isAside ? nil : Signal(pupil: pupil, rule: signal.key, words: signal.words)
            }
        }
        viewer.witness.saw(signals.map(\.pupil.id))
        return signals
    }

    /// Pupils in sight whom rules look at.
    private func unlabelled(for viewer: Viewer, on day: Day, pupil: PupilID?) throws -> [PupilID] {
        let one: SQL = pupil.map { "e.pupil_id = \($0)" } ?? "1 = 1"
        return try column("""
            SELECT DISTINCT e.pupil_id FROM enrolment e WHERE e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind <> 'G' AND \(one) AND \(viewer.seesEnrolment(on: day)) \
            AND NOT EXISTS (SELECT 1 FROM provision_spell s WHERE s.pupil_id = e.pupil_id AND s.provision <> 'N' AND s.starts <= \(day) AND (s.ends IS NULL OR s.ends >= \(day))) \
            AND NOT EXISTS (SELECT 1 FROM concern c LEFT JOIN concern_decision d ON d.id = (SELECT MAX(x.id) FROM concern_decision x WHERE x.concern_id = c.id) \
            WHERE c.pupil_id = e.pupil_id AND (d.id IS NULL OR d.outcome IN \(ConcernOutcome.open)))
            """)
    }

    private func figures(of pupils: [PupilID], since first: Day, with scores: [ScoreRule]) throws -> [PupilID: PupilFigures] {
        var figures: [PupilID: PupilFigures] = [:]
        for (pupil, list) in try attendance(of: pupils, since: first) { figures[pupil, default: PupilFigures()].attendance = list }
        for (pupil, list) in try behaviour(of: pupils, since: first) { figures[pupil, default: PupilFigures()].behaviour = list }
        for (pupil, list) in try suspensions(of: pupils, since: first) { figures[pupil, default: PupilFigures()].suspensions = list }
        if scores.isEmpty { return figures }
        let instruments = scores.contains { $0.instrument == nil } ? nil : scores.compactMap(\.instrument)
        for (pupil, list) in try readResults(of: pupils, since: first, with: instruments) { figures[pupil, default: PupilFigures()].results = list }
        return figures
    }
}
