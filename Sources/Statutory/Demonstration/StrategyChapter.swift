import Access
import AreaKit
import Basics
import Database
import People

/// Inclusion strategies in all states: published, half-way, not begun, by the order of the mainstream schools.
let strategyChapter = DemonstrationChapter(planted: notPublished) { store, today in
    let schools = try await store.read { try $0.schools(for: .operator).filter(\.owesStrategy) }
    for (place, school) in schools.enumerated() where place % 3 != 2 {
        let done = place % 3 == 0 ? StrategySection.allCases : [.cover, .barriers, .activities]
        try await store.write(Act(who: "The head of \(school.name)", at: Instant(today - 12, hour: 15), way: .demonstration)) { try write(done, of: school, on: today - 12, $0) }
    }
}

private func write(_ sections: [StrategySection], of school: School, on day: Day, _ writer: Writer) throws {
    for section in sections where section != .activities {
        try writer.save(SaveSection(section, typed: words(section, day)), in: writer.heldStrategy(of: school, on: day), seen: "")
    }
    for (name, barrier, cost, strand) in activities where sections.contains(.activities) {
        try writer.save(KeepActivity(name: name, barrier: barrier, cost: cost, strands: [strand]), in: writer.heldStrategy(of: school, on: day))
    }
    guard sections.count == StrategySection.allCases.count else { return }
    let held = try writer.heldStrategy(of: school, on: day), text = held.text(try writer.strategyFigures(of: held))
    try writer.publish(held, checks: StrategyChecks(text, typed: held.typed), text: text, by: Role.head.label, isLooked: true)
}

private let activities = [
    ("Training for all teachers in clear language and short steps", "Instructions are hard to follow", "3,200", "metacognition-and-self-regulation"),
    ("Language groups three times a week", "Words are missing to join in", "6,450", "oral-language-interventions"),
    ("A calm room with an adult at the start of the day", "Mornings are hard for some pupils", "2,900", "social-and-emotional-learning"),
]

private func words(_ section: StrategySection, _ day: Day) -> [String: String] {
    switch section {
    case .cover: ["years": "1", "grant": "14,000", "who": "The headteacher with the SENCO", "contact": "The school office, 01632 960100", "about": "We want every pupil to learn and to belong. This page says what we do for that, and what it costs."]
    case .barriers: ["figures_on": "\(day)", "words": "Many pupils find long instructions hard to follow. They miss the start of a task, and then they stop trying.\nSome pupils find the start of the day hard.", "listened": "Pupils asked for pictures and for more time. Families asked to be told early."]
    case .activities: [:]
    case .evidence: ["words": "We chose small groups for language. Our own groups moved on well last year, and the toolkit reports good gains."]
    case .outcomes: ["what1": "Pupils of the language groups follow three steps without help", "how1": "A short check by the teacher at the start and the end of each term", "when1": "July \("\(day.year + 1)")"]
    case .review: ["on": "\(day + 300)", "who": "The head, the SENCO and the governor for SEND", "how": "We look at the outcomes together each term.", "last": "This is our first strategy."]
    }
}

/// Who is found in the last weeks before the day: whoever did not publish.
@Sendable private func notPublished(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    let last = InclusionStrategy.lastDay(of: max(today.year, InclusionStrategy.firstYear))
    guard today >= last - 42, today <= last else { return [] }
    let schools = try reader.schools(for: .operator).filter(\.owesStrategy)
    return schools.enumerated().filter { $0.offset % 3 != 0 }.map { PlantedGap(rule: "strategy-not-published", urn: $0.element.urn, upn: "") }
}
