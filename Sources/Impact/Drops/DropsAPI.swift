import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Data drops for programs: figures, never a pupil, and of few pupils nothing.
let dropsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/drops"), .seeFigures, name: "listDrops", "Data drops of an academic year", query: [
        .ofSchool, .maybe("year", .integer(2000...2100), "The calendar year in which the academic year starts, such as 2026; the present one where it is left out."),
    ], item: summaryFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), schools = try reader.schools(for: asked.viewer), year = asked.query.integer("year") ?? AcademicYear(containing: asked.today).starting
            let place: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
            let drops = try reader.dropSummaries("academic_year = \(year) AND \(place)", for: asked.viewer, among: schools, on: asked.today).sorted { $0.drop.id < $1.drop.id }
            return try asked.part(of: drops, marks: 1) { [$0.drop.id.rawValue] }.json { .object(JSON.KeyedValues(summary($0))) }
        }
    },
    .item(PagePath<DataDropID>("/api/v1/drops/*"), parts: ["drop"], .seeFigures, name: "readDrop", "One data drop, group by group", gives: wholeFields) { reader, visit, id in
        let seen = try reader.drop(id, for: visit.viewer, on: visit.today)
        guard let line = try reader.dropSummaries("id = \(id)", for: visit.viewer, among: [seen.school], on: visit.today).first else { throw NotFound() }
        let groups = [DropGroup([])] + DropFigures.usual.map { DropGroup([$0]) }
        return .object(JSON.KeyedValues(summary(line) + [("next", .text(seen.stepInWords(for: visit.viewer))), ("groups", .list(groups.map(seen.json)))]))
    },
]

private let summaryFields: [APIField] = [
    APIField("drop", .id, "The number of the data drop in Trellis."), APIField("school", .urn, "URN of the school."), APIField("year", .number, "The calendar year in which the academic year starts."),
    APIField("half_term", .integer(1...6), "1 to 6: autumn 1 to summer 2."), APIField("as_of", .day, "The last day of results that count."), APIField("measure", .anyText, "The test, and the scale where it has several."),
    APIField("group", .list(.anyText), "What its pupils have in common, such as send or pp."), APIField("state", .code(DataDrop.State.allCases.map(\.rawValue)), "How far it has come."),
    APIField("signed", .integer(0...3), "How many of the three have signed."), APIField("judged", .orNull(.number), "Pupils with a score and something to hold it against; null while it is open, and of few."),
    APIField("on_track", .orNull(.number), "Of these, as expected or above."),
]

private let groupFields: [APIField] = [
    APIField("group", .anyText, "What its pupils have in common; all for all of the drop."), APIField("pupils", .orNull(.number), "How many; null while it is open, and where they are too few to be shown, as every figure of them."),
    APIField("above", .orNull(.number), "Above what was expected."), APIField("expected", .orNull(.number), "As expected."), APIField("below", .orNull(.number), "Below."),
    APIField("missing", .orNull(.number), "Without a score."), APIField("unjudged", .orNull(.number), "With nothing to hold it against."), APIField("on_track", .orNull(.integer(0...100)), "Percent of those judged who are as expected or above."),
]

private let wholeFields = summaryFields + [APIField("next", .anyText, "What happens next, in words."), APIField("groups", .list(.object(groupFields)), "Groups within it.")]

private func summary(_ line: DropSummary) -> [(String, JSON)] {
    [("drop", .integer(line.drop.id.rawValue)), ("school", .text(line.school.urn)), ("year", .integer(line.drop.halfTerm.year.starting)), ("half_term", .integer(line.drop.halfTerm.number)),
     ("as_of", .text("\(line.drop.asOf)")), ("measure", .text(line.measure)), ("group", .list(line.drop.group.traits.map { .text($0.key) })), ("state", .text(line.drop.state.rawValue)),
     ("signed", .integer(line.signed)), ("judged", line.onTrack.map { .integer($0.of) } ?? .null), ("on_track", line.onTrack.map { .integer($0.0) } ?? .null)]
}

extension SeenDrop {
    /// A group for programs, which see no pupils.
    fileprivate func json(_ group: DropGroup) -> JSON {
        let shows = drop.state != .open && isSafe(group) && self.shows(group), tally = tally(group), number = { (standing: DropLine.Standing) -> JSON in shows ? .integer(tally.counts[standing, default: 0]) : .null }
        return .object(["group": .text(group.traits.isEmpty ? DropTrait.everybody.key : group.key), "pupils": shows ? .integer(tally.pupils) : .null, "above": number(.above), "expected": number(.expected),
                        "below": number(.below), "missing": number(.missing), "unjudged": number(.unjudged), "on_track": shows ? tally.onTrack.map { .integer($0) } ?? .null : .null])
    }
}
