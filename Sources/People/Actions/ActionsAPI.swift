import Access
import AreaKit
import Basics
import Database
import Pages

/// What is to be done, for programs. Pupils are named by their number alone.
let actionsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/actions"), .raiseConcern, name: "listActions", "What is to be done", query: [
        .maybe("list", .code(ActionList.allCases.map(\.rawValue)), "Which: mine where it is left out."),
    ], item: actionItemFields) { asked in
        try await asked.read { reader in
            let list = ActionList(rawValue: asked.query.text("list")) ?? .mine
            let found = try reader.actions(list, behind: try asked.mark(of: 1)?.first ?? 0, for: asked.viewer, on: asked.today, most: asked.limit + 1)
            let part = try asked.part(of: found, marks: 1) { [$0.id.rawValue] }
            asked.viewer.witness.saw(part.items.compactMap(\.pupil))
            return part.json(\.json)
        }
    },
    .act(PagePath<ActionID>("/api/v1/actions/*/end"), parts: ["action"], .raiseConcern, name: "endAction", "Say that something is done, or no longer needed", body: [
        APIField("ending", .code(Action.Ending.allCases.map(\.rawValue)), "How it ended."), .maybe("result", .wordsIfAny(MakeAction.longest), "What came of it, or why it is no longer needed."),
    ], gives: actionItemFields) { writer, asked, id in
        let action = try writer.action(id, for: asked.viewer, on: asked.today).action
        let ending = EndAction(Action.Ending(rawValue: asked.body.text("ending")), result: asked.body.text("result"))
        return try writer.save(try ending.applied(to: action, by: writer.act.who, today: asked.today)).json
    },
]

private let actionItemFields: [APIField] = [
    APIField("action", .id, "Its number."), APIField("pupil", .orNull(.id), "The pupil's number in Trellis; null where it is about none."), APIField("what", .anyText, "What is to be done."),
    APIField("owner", .anyText, "Who does it."), APIField("due", .day, "By which day."), APIField("ending", .orNull(.code(Action.Ending.allCases.map(\.rawValue))), "Null while it is open."),
    APIField("ended_on", .orNull(.day), "The day on which it ended."), APIField("result", .anyText, "What came of it."),
]

extension Action {
    fileprivate var json: JSON {
        .object([
            "action": .integer(id.rawValue), "pupil": pupil.map { .integer($0.rawValue) } ?? .null, "what": .text(what), "owner": .text(owner.name), "due": .text("\(due)"),
            "ending": .optional(ending?.rawValue), "ended_on": .optional(endedOn?.description), "result": .text(result),
        ])
    }
}
