import Access
import Basics
import Database
import Pages
import People

extension Writer {
    /// Begins the strategy of a school's year; with what stood in last year's, so that it need not be typed again.
    @discardableResult
    func beginStrategy(_ held: HeldStrategy) throws -> InclusionStrategy {
        if let strategy = held.strategy { return strategy }
        let strategy = try save(Change("inclusionStrategy.begun", to: InclusionStrategy(of: held.school.id, dueYear: held.dueYear, begunBy: act.who, on: act.today)))
        guard let before = try all(InclusionStrategy.self, "WHERE school_id = \(held.school.id) AND due_year < \(held.dueYear) ORDER BY due_year DESC LIMIT 1").first else { return strategy }
        for old in try all(StrategyAnswers.self, "WHERE strategy_id = \(before.id) ORDER BY id") {
            // Days, figures and what came of it belong to the year in which they were written.
            let words = old.words.filter { !["figures_on", "on", "last", "grant"].contains($0.key) }
            try save(Change("strategySection.taken", to: StrategyAnswers(old.section, of: strategy, words: words, by: act.who, on: act.today)))
        }
        for old in try all(StrategyActivity.self, "WHERE strategy_id = \(before.id) AND removed_on IS NULL ORDER BY id") {
            var activity = old
            (activity.id, activity.version, activity.strategy) = (.new, 1, strategy.id)
            try save(Change("strategyActivity.taken", to: activity))
        }
        return strategy
    }

    /// Saves what is typed in a section.
    /// - Parameter seen: the version that stood when the form was opened; empty where nothing did.
    /// - Throws: `FormOvertaken` where somebody else saved it meanwhile.
    func save(_ section: SaveSection, in held: HeldStrategy, seen: String) throws {
        let words = try section.words(today: act.today), before = held.answers[section.section]
        if let before, seen != "\(before.version)", before.words != words {
            throw FormOvertaken("\(before.savedBy) saved this section while you had it open. Nothing of yours is saved yet. What stands now is below; save again to put yours in its place.")
        }
        let strategy = try beginStrategy(held)
        // Taking last year's words may just have made a row.
        let stands = try before ?? all(StrategyAnswers.self, "WHERE strategy_id = \(strategy.id) AND section = \(section.section)").first
        guard var after = stands else {
            try save(Change("strategySection.saved", to: StrategyAnswers(section.section, of: strategy, words: words, by: act.who, on: act.today)))
            return
        }
        if after.words == words { return }
        (after.words, after.savedBy, after.savedOn) = (words, act.who, act.today)
        try save(Change("strategySection.saved", from: stands, to: after))
    }

    /// Adds an activity, or puts one right.
    func save(_ keep: KeepActivity, _ before: StrategyActivity? = nil, in held: HeldStrategy) throws {
        try save(keep.applied(to: before, of: beginStrategy(held), beside: held.activities))
    }

    func remove(_ activity: StrategyActivity) throws {
        var after = activity
        after.removedOn = act.today
        try save(Change("strategyActivity.removed", from: activity, to: after))
    }

    /// Publishes what is typed: from now on everybody reads these words. The first of a year meets SD-16.
    /// - Parameters:
    ///   - role: of whoever publishes; no name is published.
    ///   - isLooked: whether the warnings were looked at.
    @discardableResult
    func publish(_ held: HeldStrategy, checks: StrategyChecks, text: StrategyText, by role: String, isLooked: Bool) throws -> StrategyEdition {
        var problems = Problems()
        for missing in checks.missing { problems.add("missing-\(missing.section.rawValue)", missing.words) }
        problems.require(checks.warnings.isEmpty || isLooked, "looked", "Look at what may be wrong. Then mend it, or say that it is right as it is.")
        problems.require(held.published == nil || held.isChanged, "", "Nothing has changed since it was published on \(held.published?.publishedOn.inWords ?? "").")
        try problems.check()
        guard let strategy = held.strategy else { throw NotFound() }
        let number = (held.published?.number ?? 0) + 1
        let edition = try save(Change("inclusionStrategy.published", to: StrategyEdition(text, of: strategy, number: number, on: act.today, by: role)))
        if number == 1 { try recordStrategyPublished(school: held.school.id, on: act.today, words: "Published at \(openStrategyPath(held.school.urn).text)") }
        return edition
    }
}
