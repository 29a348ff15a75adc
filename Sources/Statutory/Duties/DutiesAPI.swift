import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What is due, for programs: no names.
let dutiesAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/duties"), .seeSafetyNet, name: "listDuties", "What is late and due next by law, the Code or a grant, and who owes it", query: [
        .ofSchool, .maybe("owner", .code(DutyOwner.allCases.map(\.rawValue)), "Only what they owe."), .maybe("days", .integer(0...3_660), "How many days ahead; 30 where it is left out."),
    ], item: dutyFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), today = asked.today
            let filter = DutyFilter.next(asked.query.integer("days") ?? 30, from: today, school: school, owner: DutyOwner(rawValue: asked.query.text("owner")))
            let lines = try reader.unseenDuties(filter, for: asked.viewer, on: today).sorted { $0.mark.lexicographicallyPrecedes($1.mark) }
            let part = try asked.part(of: lines, marks: 2, \.mark)
            asked.viewer.witness.saw(part.items.compactMap(\.owed.matter.pupil))
            return part.json { $0.json(on: today) }
        }
    },
]

extension DutyLine {
    fileprivate var mark: [Int] { [owed.dueOn - .distantPast, owed.id.rawValue] }

    /// As `trellis due --json` and the API promise it to programs.
    public func json(on today: Day) -> JSON {
        let late = if owed.countsAsLate(on: today), !isExcused, case .late(let days) = owed.standing(today: today) { days } else { 0 }
        return .object([
            "id": .text(owed.rule), "duty": .integer(owed.id.rawValue), "urn": .text(urn), "upn": .text(upn), "council": .text(owed.matter.council), "matter": .text(owed.matter.kind.rawValue),
            "what": .text(owed.what), "owner": .text(owed.owner.rawValue), "from": .optional(owed.opensOn?.description), "due": .text(owed.dueOn.description), "late_days": .integer(late),
            "estimated": .bool(owed.isEstimated), "conditional": .bool(owed.isConditional), "excused": .bool(isExcused), "basis": .text(owed.basis), "force": .text(owed.force.rawValue), "citation": .text(owed.citation),
            "mark": .text(owed.mark.rawValue), "note": .text(owed.note), "edition": .text(owed.edition),
        ])
    }
}

private let dutyFields: [APIField] = [
    APIField("id", .anyText, "The rule, such as NA-3."), APIField("duty", .id, "Its number."), APIField("urn", .urn, "URN of the school."), APIField("upn", .anyText, "The unique pupil number; empty where it is about no pupil."),
    APIField("council", .anyText, "Three figures of the council; empty where there is none."), APIField("matter", .code(MatterKind.allCases.map(\.rawValue)), "To what kind of work it belongs."),
    APIField("what", .anyText, "What must be done."), APIField("owner", .code(DutyOwner.allCases.map(\.rawValue)), "Who owes it."), APIField("from", .orNull(.day), "The first safe day."),
    APIField("due", .day, "The last compliant day; where time must be left, the last day of that time."), APIField("late_days", .integer(0...100_000), "How many days late it is; nought where it is not, and where it is estimated, conditional or excused."),
    APIField("estimated", .flag, "Whether it is reckoned from an estimated day, or from one on which nobody saw anything happen, and so never counted as late."), APIField("conditional", .flag, "Whether it is owed only if something comes about, and so not counted as late before that is known."), APIField("excused", .flag, "Whether an excuse is written down."),
    APIField("basis", .anyText, "How the day was reckoned."), APIField("force", .code(Force.allCases.map(\.rawValue)), "How strongly it binds."), APIField("citation", .anyText, "Where it stands."),
    APIField("mark", .code(EvidenceMark.allCases.map(\.rawValue)), "How surely it is known."), APIField("note", .anyText, "What else to know."), APIField("edition", .anyText, "The state of the law it arose under."),
]
