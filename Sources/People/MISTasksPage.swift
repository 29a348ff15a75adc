import Access
import AreaKit
import Basics
import Database
import Pages

/// What was decided here and must still be entered in the school's own system (MIS): a list to tick off.
public let misTasksPath = PagePath< >("/mis-tasks")

let misTasksRoutes: [Route] = [
    .read(misTasksPath, .importFiles) { visit in try await visit.read { try page(visit, $0) } },
    .send(misTasksPath, .importFiles) { visit in
        let chosen = visit.request.form.all("task").compactMap { RowID($0) }, entered = visit.request.form["entered"] != "no"
        try await visit.write { writer in
            for task in try writer.misTasks(for: visit.viewer, on: visit.today) where chosen.contains(task.task.id) {
                try writer.save(try TickTask(entered: entered).applied(to: task.task, today: visit.today))
            }
        }
        return .goTo(misTasksPath().asking(["saved": "\(chosen.count)"]))
    },
]

private func page(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let tasks = try reader.misTasks(for: visit.viewer, on: visit.today)
    let done: HTML = visit.request.query.has("saved") ? notice("Saved.") : ""
    let open = tasks.filter { $0.task.tickedOn == nil }, ticked = tasks.filter { $0.task.tickedOn != nil }
    return visit.page("Enter in the MIS", at: "pupils", """
        \(crumbs(("SEND register", registerPath())))\(done)\(pageTitle("Enter in the MIS", lead: "Decided here, and still to be entered in your school’s own system.", actions: [printButton("Print this list")]))\
        <p>Tick what you have entered. The next file that you read in from the MIS confirms it, and it leaves this list.</p>\
        \(open.isEmpty ? notice("Nothing waits to be entered.") : lists(open, entered: true, button: "I have entered these"))\
        \(ticked.isEmpty ? "" : "<h2>Entered, not yet confirmed by a file</h2>\(lists(ticked, entered: false, button: "These are not entered after all"))")
        """)
}

private func lists(_ tasks: [OpenTask], entered: Bool, button: String) -> HTML {
    let schools = Dictionary(grouping: tasks) { $0.school }.sorted { $0.key.folded < $1.key.folded }
    let tables: [HTML] = schools.map { school, tasks in
        table("\(school): \(count(tasks.count, "entry", "entries"))", unseen: false, [head("Done"), head("Pupil"), head("What"), head("Value"), head("Decided")], tasks.map(row))
    }
    let kind: HTML = entered ? "" : " class=\"second\""
    return """
        <form method="post" action="\(misTasksPath())"><input type="hidden" name="entered" value="\(entered ? "yes" : "no")">\(tables)\
        <p class="actions"><button\(kind)>\(button)</button></p></form>
        """
}

private func row(_ open: OpenTask) -> HTML {
    let task = open.task
    return """
        <tr><td><label class="choice"><input type="checkbox" name="task" value="\(task.id.rawValue)"><span class="unseen">\(open.name): \(task.field), \(task.valueInWords)</span></label></td>\
        <th scope="row"><a class="name" href="\(pupilPath(task.pupil))">\(open.name)</a></th><td>\(task.field)</td><td>\(task.valueInWords)</td>\
        <td class="date" data-label="Decided">\(task.decidedOn.short)</td></tr>

        """
}
