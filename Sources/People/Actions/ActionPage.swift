import Access
import AreaKit
import Basics
import Database
import Pages

/// One thing to do: changes it, ends it, opens it again.
public let actionPath = PagePath<ActionID>("/actions/*")
let endActionPath = PagePath<ActionID>("/actions/*/end")
let reopenActionPath = PagePath<ActionID>("/actions/*/reopen")

let actionRoutes: [Route] = [
    .read(actionPath, .raiseConcern) { visit, id in try await page(visit, id, nil, Problems()) },
    .send(actionPath, .raiseConcern) { visit, id in
        let typed = visit.request.form
        do {
            let overtaken = try await visit.write { writer in
                let action = try writer.action(id, for: visit.viewer, on: visit.today).action
                guard typed["version"].isEmpty || typed["version"] == "\(action.version)" else { return true }
                let making = try writer.making(typed, at: action.school, for: visit.viewer)
                // Whoever it was stays who it was, also where the form calls them “Me”.
                let owner = typed["owner"] == "me" && visit.viewer.owns(action) ? action.owner : making.owner
                try writer.save(try ChangeAction(what: making.what, owner: owner, due: making.due).applied(to: action, today: visit.today))
                return false
            }
            return overtaken ? try await page(visit, id, typed, Problems(), overtaken: true) : .goTo(actionPath(id).asking(["saved": "changed"]))
        } catch let problems as Problems {
            return try await page(visit, id, typed, problems)
        }
    },
    .send(endActionPath, .raiseConcern) { visit, id in
        let form = visit.request.form
        do {
            _ = try await visit.write { writer in
                let action = try writer.action(id, for: visit.viewer, on: visit.today).action
                return try writer.save(try EndAction(Action.Ending(rawValue: form["ending"]), result: form["result"]).applied(to: action, by: writer.act.who, today: visit.today))
            }
            let back = Address.ours(form["back"].split(separator: "#").first.map(String.init) ?? "") ?? actionPath(id)
            return .goTo(back.asking(["saved": back.text.hasPrefix("/pupils/") ? "action" : form["ending"]]))
        } catch let problems as Problems {
            return try await page(visit, id, form, problems)
        }
    },
    .send(reopenActionPath, .raiseConcern) { visit, id in
        _ = try await visit.write { writer in
            try writer.save(try ReopenAction().applied(to: try writer.action(id, for: visit.viewer, on: visit.today).action))
        }
        return .goTo(actionPath(id).asking(["saved": "reopened"]))
    },
]

private func page(_ visit: Visit, _ id: ActionID, _ typed: FormValues?, _ problems: Problems, overtaken: Bool = false) async throws -> Answer {
    try await visit.read { reader in
        let line = try reader.action(id, for: visit.viewer, on: visit.today), action = line.action
        let saved: HTML = savedWords(visit.request.query["saved"]).map { notice("Saved. \($0)") } ?? ""
        let other: HTML = overtaken ? overtakenNotice("\(action.what), \(action.inWords)") : ""
        let crumb: HTML = action.pupil.map { crumbs(("To do", actionsPath()), (line.pupilName, pupilPath($0))) } ?? crumbs(("To do", actionsPath()))
        let body = action.isOpen ? try openForms(visit, reader, action, typed, problems) : ended(action)
        return visit.page(problems.isEmpty ? "One thing to do" : "Problem: One thing to do", at: "actions", status: overtaken ? 409 : problems.isEmpty ? 200 : 422, """
            \(crumb)\(saved)\(other)\(FormWriter(typed ?? FormValues(), problems).summary)\(pageTitle(action.what, lead: lead(line)))\(body)
            """)
    }
}

private func lead(_ line: ActionLine) -> HTML {
    let from = line.action.source.flatMap { $0.table == Note.table.name ? "From a note" : nil }
    return "\([line.pupilName, line.action.inWords, "Written down by \(line.action.madeBy), \(line.action.madeOn.inWords)", from].compactMap { $0?.nonEmpty }.joined(separator: " · "))"
}

private func openForms(_ visit: Visit, _ reader: Reader, _ action: Action, _ typed: FormValues?, _ problems: Problems) throws -> HTML {
    let isEnding = typed?.has("ending") ?? false, start = FormValues(action.typed(for: visit.viewer))
    var values = isEnding ? start : typed ?? start
    values.set("version", "\(action.version)")
    let ending = isEnding ? typed ?? FormValues() : FormValues([("ending", "done")])
    let write = FormWriter(values, isEnding ? Problems() : problems), end = FormWriter(ending, isEnding ? problems : Problems())
    let safety = try action.pupil.map { try visit.childNotice(reader, $0, form: actionPath(action.id)) }
    return """
        \(card("End it", form(endActionPath(action.id), button: "Save", back: actionsPath(), aboutChild: safety, """
            \(end.radios("ending", "How did it end?", [Choice("done", "It is done"), Choice("dropped", "It is no longer needed")]))\
            \(end.text("result", "What came of it?", hint: "If you like. If it is no longer needed, say why.", aboutChild: safety))
            """)))\
        \(card("Change it", form(actionPath(action.id), button: "Save the change", back: actionsPath(), aboutChild: safety,
                                 "\(write.hidden("version"))\(actionFields(write, try reader.ownerChoices(at: action.school, for: visit.viewer), aboutChild: safety))")))
        """
}

private func ended(_ action: Action) -> HTML {
    let result: HTML = action.result.isEmpty ? "" : "<p>“\(action.result)”</p>"
    return "\(result)<form method=\"post\" action=\"\(reopenActionPath(action.id))\"><p class=\"actions\"><button class=\"second\">Open it again</button> <a href=\"\(actionsPath())\">Go back to the list</a></p></form>"
}
