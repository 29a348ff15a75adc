import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The inclusion strategy of each mainstream school: written in an hour, published for everybody.
let strategyPart = AreaPart(
    migrations: [Migration(609, "strategy", PackageResources._609_strategy_sql)],
    routes: strategyListRoutes + strategyPageRoutes + strategySectionRoutes + activityRoutes + publishStrategyRoutes + openStrategyRoutes,
    apiRoutes: strategyAPI,
    words: ["/strategies": "Which school stands where with its inclusion strategy", "/schools/*/strategy": "The inclusion strategy of a school", "/strategies/editions/*": "A published inclusion strategy", "/strategy/*": "A published inclusion strategy", "/strategy/*/word": "A published inclusion strategy", "/strategy/*/pdf": "A published inclusion strategy", "/api/v1/strategies": "Published inclusion strategies, for a program"].merging(formWords([
        "/schools/*/strategy/sections/*": "A section of the inclusion strategy", "/schools/*/strategy/activities/add": "Add an activity to the strategy", "/schools/*/strategy/activities/*/change": "Change an activity of the strategy",
        "/schools/*/strategy/activities/*/remove": "Take an activity out of the strategy", "/schools/*/strategy/publish": "Check and publish the strategy",
    ])) { $1 },
    today: [strategyToday], safetyRules: [strategyNotPublished], chapters: [strategyChapter],
    menu: { viewer in viewer.inStaffParts.may(.seeFigures) ? [MenuEntry("Inclusion strategies", strategiesPath(), place: "strategies", order: 33)] : [] })

/// From September on until it is published, for those who write it.
private let strategyToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.keepCosts)
    guard viewer.may(.keepCosts), day.month >= 9 else { return [] }
    let open = try reader.heldStrategies(of: reader.schools(for: viewer).filter(\.owesStrategy), on: day).filter { $0.published == nil }
    guard let first = open.first else { return [] }
    let due = InclusionStrategy.lastDay(of: first.dueYear).inWords
    if open.count > 1 { return [TodayLine(open.count, "\(open.count) schools have not published their inclusion strategy, due by \(due).", action: "See where they stand", strategiesPath())] }
    return [TodayLine(1, "The inclusion strategy is to be published by \(due): \(first.done) of \(StrategySection.allCases.count) sections done.", action: first.strategy == nil ? "Begin it" : "Go on with it", strategyPath(first.school.id))]
}

/// In the last six weeks before the day. From then on the late duty SD-16 says it, so that one thing is found once.
private let strategyNotPublished = SafetyRule(
    "strategy-not-published", .gap, "The inclusion strategy is not published, and the day is near",
    why: "Each mainstream school publishes its inclusion strategy by 31 December (Inclusive Mainstream Fund, conditions of grant 2026-27).", who: "The head acts", next: "Finish it and publish it"
) { reader, question in
    let schools = try reader.schools(for: question.viewer).filter { $0.owesStrategy && (question.school == nil || $0.id == question.school) }
    let last = InclusionStrategy.lastDay(of: max(question.day.year, InclusionStrategy.firstYear))
    guard question.day >= last - 42, question.day <= last else { return [] }
    let met = Set(try reader.column("SELECT school_id FROM statutory_duty WHERE rule = 'SD-16' AND due_on = \(last) AND done_on IS NOT NULL", as: SchoolID.self))
    return try reader.heldStrategies(of: schools, on: question.day).filter { held in !met.contains(held.school.id) && !held.editions.contains { $0.dueYear == last.year } }.map { held in
        let next = question.viewer.may(.keepCosts, at: held.school.id) ? strategyPath(held.school.id) : strategiesPath()
        return Finding(school: held.school.id, urn: held.school.urn, pupil: nil, subject: "strategy-\(last.year)", upn: "", name: "", since: last - 42,
                       message: "To be published by \(last.inWords): \(held.strategy == nil ? "not begun." : "\(held.done) of \(StrategySection.allCases.count) sections are done.")", next: next)
    }
}

/// What is published, for programs.
private let strategyAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/strategies"), .seeFigures, name: "listStrategies", "The inclusion strategies that the schools in sight have published, with the newest edition of each", item: [
        APIField("edition", .id, "Its number in Trellis."), APIField("urn", .urn, "URN of the school."), APIField("due", .day, "The day by which it was to be published."), APIField("published", .day, "The day on which it was published."),
        APIField("span", .anyText, "The academic years that it is for."), APIField("pence", .number, "The budgeted cost of all activities, in pence."), APIField("address", .anyText, "The page that everybody reads."),
    ]) { asked in
        try await asked.read { reader in
            let held = try reader.heldStrategies(of: reader.schools(for: asked.viewer).filter(\.owesStrategy), on: asked.today)
            let newest = held.compactMap { $0.editions.first }.sorted { $0.id < $1.id }
            return try asked.part(of: newest, marks: 1) { [$0.id.rawValue] }.json { edition in
                .object(["edition": .integer(edition.id.rawValue), "urn": .text(edition.content.urn), "due": .text(InclusionStrategy.lastDay(of: edition.dueYear).description), "published": .text(edition.publishedOn.description),
                         "span": .text(edition.content.span), "pence": .integer(edition.content.total.rawValue), "address": .text(openStrategyPath(edition.content.urn).text)])
            }
        }
    },
]
