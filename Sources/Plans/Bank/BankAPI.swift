import Access
import AreaKit
import Basics
import Database
import Pages

/// The bank for programs.
let bankAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/bank"), .visit, name: "listBank", "The bank of outcomes and strategies, as this token sees it", query: [
        .maybe("words", .text(least: 1, most: 200), "Words that an entry or its need holds, or their beginnings."),
        .maybe("kind", kindShape, "Only outcomes, or only strategies."), .maybe("need", needShape, "Only for this need."), .maybe("age", ageShape, "Only for this age."),
    ], item: bankFields) { asked in
        let search = BankSearch(words: asked.query.text("words"), kind: .init(rawValue: asked.query.text("kind")), need: asked.query.text("need"), age: .init(rawValue: asked.query.text("age")))
        let entries = try await asked.read { try $0.bank(for: asked.viewer) }
        let marks = Dictionary(entries.map { ($0.key, $0.mark) }) { first, _ in first }
        let found = search.found(in: entries).sorted { (marks[$0.key] ?? []).lexicographicallyPrecedes(marks[$1.key] ?? []) }
        return try asked.part(of: found, marks: 2) { marks[$0.key] ?? [] }.json(\.json)
    },
    .act(PagePath< >("/api/v1/bank"), .visit, name: "addToBank", "Add an outcome or a strategy to the bank", body: [
        APIField("kind", kindShape, "Which of the two."), APIField("need", needShape, "The need that comes nearest."), APIField("age", ageShape, "The age for which it is meant."),
        APIField("words", .words(600), "The outcome, with [Name] for the pupil; or what to do, in a line."), .maybe("detail", .wordsIfAny(600), "How a strategy is done."),
        .maybe("builds_on", .wordsIfAny(600), "The strength on which an outcome builds."), .maybe("measure", .wordsIfAny(600), "How one knows; an outcome needs it."),
        .maybe("baseline", .wordsIfAny(600), "With gaps: __ and [date]."), .maybe("target", .wordsIfAny(600), "What counts as reached."),
        .maybe("weeks", .integer(1...60), "How long it takes."), APIField("place", .text(least: 5, most: 40), "person, trust, or school- and the school’s number."),
    ], gives: [APIField("key", .anyText, "The key of the new entry.")], adds: true) { writer, asked in
        var form = asked.body.form
        form.set("ages", form["age"])
        if try writer.bankPlaces(for: asked.viewer).isEmpty { throw NotFound() }
        let keep = KeepBankEntry(form, kind: BankEntry.Kind(rawValue: form["kind"]) ?? .outcome)
        return .object(["key": .text(try writer.addToBank(keep, place: form["place"], for: asked.viewer, today: asked.today).key)])
    },
]

private let kindShape = APIShape.code(BankEntry.Kind.allCases.map(\.rawValue))
private let needShape = APIShape.code(Bank.needs.map(\.key))
private let ageShape = APIShape.code(BankAge.allCases.map(\.rawValue))

private let bankFields: [APIField] = [
    APIField("key", .anyText, "Stable."), APIField("kind", kindShape, "Outcome or strategy."), APIField("need", needShape, "The need by which it is sorted."),
    APIField("ages", .list(ageShape), "For which ages."), APIField("words", .anyText, "The outcome, with [Name] for the pupil; or what to do, in a line."),
    APIField("detail", .anyText, "How a strategy is done."), APIField("builds_on", .anyText, "The strength on which an outcome builds."),
    APIField("measure", .anyText, "How one knows."), APIField("baseline", .anyText, "With gaps to be filled in."), APIField("target", .anyText, "What counts as reached."),
    APIField("weeks", .orNull(.number), "How long it takes."), APIField("adult_life", .anyText, "The part of adult life that it serves; empty for none."),
    APIField("source", .code(["trellis", "trust", "school", "person"]), "Whose it is."), APIField("uses", .number, "How often it was taken into a plan."),
]

extension BankEntry {
    /// Its place in a list that new entries do not disturb: those that come with Trellis, then those added, oldest first.
    fileprivate var mark: [Int] {
        source == .trellis ? [0, Bank.shipped.firstIndex { $0.key == key } ?? 0] : [1, Int(key.dropFirst("own-".count)) ?? 0]
    }

    fileprivate var json: JSON {
        .object([
            "key": .text(key), "kind": .text(text.kind.rawValue), "need": .text(need.key), "ages": .list(ages.map { .text($0.rawValue) }), "words": .text(text.words), "detail": .text(text.detail),
            "builds_on": .text(text.buildsOn), "measure": .text(text.measure), "baseline": .text(text.baseline), "target": .text(text.target), "weeks": text.weeks.map(JSON.integer) ?? .null,
            "adult_life": .text(text.adultLife), "source": .text(sourceKey), "uses": .integer(uses),
        ])
    }

    private var sourceKey: String {
        switch source {
        case .trellis: "trellis"
        case .trust: "trust"
        case .school: "school"
        case .person: "person"
        }
    }
}
