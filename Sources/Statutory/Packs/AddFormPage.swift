import Access
import AreaKit
import Basics
import Database
import Files
import Pages

/// Takes in a council's form: the file is read first, and used only once somebody has seen what is in it.
let addFormRoutes: [Route] = [
    .read(addFormPath, .keepPacks) { visit, code in try await visit.read { try page(visit, $0.heldPack(code), FormValues([("kind", visit.request.query["kind"])])) } },
    .send(addFormPath, .keepPacks) { visit, code in
        let typed = visit.request.form, add = AddForm(PackForm.Kind(rawValue: typed["kind"]), title: typed["title"])
        do {
            _ = try await visit.read { try $0.heldPack(code) }
            let file = try checkedFile(visit, add.problems), name = visit.request.files.first { $0.field == "file" }?.name ?? ""
            let form = try await visit.write { try $0.save(add, file, named: name, to: code) }
            return .goTo(packFormPath(code, form.id).asking(["saved": "checked"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0.heldPack(code), typed, problems) }
        }
    },
]

/// The file that came, read and tried; all that is wrong with it and with the words of the form together.
private func checkedFile(_ visit: Visit, _ found: Problems) throws -> CheckedForm {
    var problems = found
    guard let file = visit.request.files.first(where: { $0.field == "file" && !$0.name.isEmpty }) else {
        problems.add("file", "Choose the Word file.")
        throw problems
    }
    do {
        let checked = try CheckedForm(path: file.path)
        if !problems.isEmpty { problems.add("file", "Choose the file again: a browser does not keep it.") }
        try problems.check()
        return checked
    } catch let wrong as Problems where problems.isEmpty {
        throw wrong
    } catch let wrong as Problems {
        if problems.message(for: "file") == nil { wrong.list.forEach { problems.add($0.field, $0.message) } }
        throw problems
    }
}

private func page(_ visit: Visit, _ held: HeldPack, _ typed: FormValues, _ problems: Problems = Problems()) throws -> Answer {
    let write = FormWriter(typed, problems), title = "Add a form of \(held.called)"
    let body: HTML = """
        \(crumbs(("Councils’ forms", packsPath()), (held.called, packPath(held.code))))\(write.summary)\
        \(pageTitle(title, lead: "First Trellis reads the file and shows what it found. Then you say from which day it is used."))\
        <p>The form is a Word file in which somebody typed fields such as <code>{{pupil.forename}}</code>. <a href="\(formFieldsPath())">See all fields</a>.</p>\
        \(form(addFormPath(held.code), button: "Read this form", back: packPath(held.code), files: true, """
            \(write.radios("kind", "What is it for?", PackForm.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\(write.text("title", "Title", hint: "As the council calls it."))\
            \(write.file("file", "Which file?", hint: "A Word file (.docx) without macros, up to 5 MB.", accept: ".docx"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "packs", body) : visit.formAgain(title, at: "packs", body)
}
