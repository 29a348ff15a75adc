import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// A version of a form: what Trellis found in it, what it can't fill, and from when it is used.
let packFormRoutes: [Route] = [
    .read(packFormPath, .seeSafetyNet) { visit, code, row in try await visit.read { try page(visit, $0, code, row, nil, Problems(), 200) } },
    .send(usePackFormPath, .keepPacks) { visit, code, row in
        let typed = visit.request.form
        return try await visit.save({ writer in
            let (form, _) = try writer.packForm(row, of: code), faults = try CheckedForm(writer.bytes(of: form)).faults.count
            try writer.save(UseForm(from: typed.dayIfAny("use_from"), hasSeenFaults: typed["seen_faults"] == "yes").applied(to: form, faults: faults, today: writer.act.today))
            return packPath(code).asking(["saved": "used"])
        }, again: { problems, status in try await visit.read { try page(visit, $0, code, row, typed, problems, status) } })
    },
    .send(endPackFormPath, .keepPacks) { visit, code, row in
        try await visit.save({ writer in
            try writer.save(EndForm().applied(to: writer.packForm(row, of: code).form, today: writer.act.today))
            return packPath(code).asking(["saved": "ended"])
        }, again: { problems, status in try await visit.read { try page(visit, $0, code, row, nil, problems, status) } })
    },
    .read(packFormFilePath, .seeSafetyNet) { visit, code, row in
        let (form, bytes) = try await visit.read { reader in
            let form = try reader.packForm(row, of: code).form
            return (form, try reader.bytes(of: form))
        }
        return .download(.bytes(bytes), name: "\(code)-\(form.kind.rawValue)-\(form.id).docx", type: wordFile)
    },
    .read(tryPackFormPath, .seeSafetyNet) { visit, code, row in
        let (form, bytes) = try await visit.read { reader in
            let form = try reader.packForm(row, of: code).form
            return (form, try reader.bytes(of: form))
        }
        return .download(.bytes(try WordForm(bytes).filled(FormField.exampleValues).bytes), name: "\(code)-\(form.kind.rawValue)-\(form.id)-example.docx", type: wordFile)
    },
]

private func page(_ visit: Visit, _ reader: Reader, _ code: String, _ row: RowID, _ typed: FormValues?, _ problems: Problems, _ status: Int) throws -> Answer {
    let (form, held) = try reader.packForm(row, of: code), file = try CheckedForm(reader.bytes(of: form))
    let write = FormWriter(typed ?? FormValues([("use_from", (form.useFrom ?? visit.today).description)]), problems), standing = held.forms.standing(of: form, on: visit.today), keeps = visit.person.may(.keepPacks)
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("The file is whole and holds nothing that could do harm. It is not in use yet: look at what was found, then say from when.")
    let told: [(String, HTML)] = [
        ("For", "\(form.kind.label)"), ("File", "\(form.fileName), \(max(1, form.size / 1024)) kB"), ("Added", "\(form.addedBy), \(form.addedOn.inWords)"), ("In use from", "\(form.useFrom?.inWords ?? "No day yet")"),
        ("Where it stands", "\(standing.label)"),
    ]
    let title = "\(form.title) of \(held.called)"
    return visit.page(status == 200 ? "Form: \(title), \(form.addedOn.inWords)" : "Problem: \(title)", at: "packs", status: status, """
        \(crumbs(("Councils’ forms", packsPath()), (held.called, packPath(code))))\(saved)\(write.summary)\(pageTitle(form.title, lead: "\(held.called) · \(standing.label)"))\
        \(card("The form", facts(told) + "<p class=\"actions no-print\"><a href=\"\(packFormFilePath(code, row))\">Download the form</a> <a href=\"\(tryPackFormPath(code, row))\">Download it filled with invented words</a></p>"))\
        \(faultsCard(file))\(handCard(file, form.kind))\(keeps && form.endedOn == nil ? useCard(write, file, form, code) : "")\(fieldsCard(file))
        """)
}

private func faultsCard(_ file: CheckedForm) -> HTML {
    if file.fields.isEmpty { return card("What should be mended", id: "faults", "<p><span class=\"tag tag-warn\">No fields</span> Nothing in this file is a field, so Trellis would hand it out as it is. Type fields such as <code>{{pupil.forename}}</code> into it.</p>") }
    let items: [HTML] = file.faults.map { "<li>\($0.message)</li>" }
    return card("What should be mended", id: "faults", items.isEmpty ? "<p><span class=\"tag tag-good\">Nothing</span> Trellis knows every field.</p>" : "<p>These places stay as <b>[to fill in]</b>, or as they are, until somebody mends them in Word and adds the form again.</p><ul>\(items)</ul>")
}

/// What the form asks for and a matter of this kind never tells.
private func handCard(_ file: CheckedForm, _ kind: PackForm.Kind) -> HTML {
    let untold = file.known.filter { !FormMatter.tells($0.name, in: kind) }
    let items: [HTML] = untold.map { "<li><code>\($0.name)</code>: \($0.meaning)</li>" }
    return untold.isEmpty ? "" : card("What a person fills in by hand", id: "by-hand", "<p>Trellis has no place for this in \(kind == .other ? "a request or a review" : kind.inSentence), so it stays as <b>[to fill in]</b>.</p><ul>\(items)</ul>")
}

private func fieldsCard(_ file: CheckedForm) -> HTML {
    if file.known.isEmpty { return "" }
    return card("Fields that were found", id: "fields", table("Fields that were found", [head("Field"), head("What it stands for"), head("Such as")], file.known.map { field in
        "<tr><th scope=\"row\"><code>\(field.name)</code></th><td data-label=\"What it stands for\">\(field.meaning)</td><td data-label=\"Such as\">\(field.example)</td></tr>\n"
    }))
}

private func useCard(_ write: FormWriter, _ file: CheckedForm, _ form: PackForm, _ code: String) -> HTML {
    let seen: HTML = file.faults.isEmpty ? "" : write.checkbox("seen_faults", Choice("yes", "I have seen what can’t be filled, and want to use it all the same"))
    let end: HTML = "<form method=\"post\" action=\"\(endPackFormPath(code, form.id))\"><p class=\"actions\"><button class=\"second\">\(form.useFrom == nil ? "Throw this version away" : "Take this version out of use")</button></p></form>"
    return card(form.useFrom == nil ? "Use this form" : "Change the day", id: "use", printed: false, """
        \(Pages.form(usePackFormPath(code, form.id), button: "Use this form from that day", back: packPath(code), "\(write.day("use_from", "From which day?", hint: "Before it the version in use stays. Earlier versions are kept."))\(seen)\(write.problem("seen_faults"))"))\(end)
        """)
}

extension CheckedForm {
    /// The fields that Trellis knows, in the order of the form; between the marks of a list its short names are its fields.
    var known: [FormField] {
        let names = fields.map { $0.lowercased().filter { !$0.isWhitespace } }, lists = names.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        var seen: Set<String> = []
        return names.compactMap { name in FormField.all.first { field in field.name == name || lists.contains { field.name == "\($0).\(name)" } } }.filter { seen.insert($0.name).inserted }
    }
}
