import Access
import Basics
import Pages

/// The API for people who write programs.
public let forProgramsPath = PagePath< >("/api")
/// The same for programs.
public let openAPIPath = PagePath< >("/api/v1/openapi.json")

extension APIDescription {
    var routes: [Route] {
        [
            .read(openAPIPath, .arrive) { visit in
                do { _ = try APIValues(query: visit.request.query, []) } catch let problems as Problems { return .problem(problems) }
                return .api(json)
            },
            .read(forProgramsPath, .visit) { visit in
                let name = visit.request.query["operation"]
                if name.isEmpty { return page(visit) }
                guard let operation = operations.first(where: { $0.name == name }) else { throw NotFound() }
                return page(visit, operation)
            },
        ]
    }

    private func page(_ visit: Visit) -> Answer {
        visit.page("For programs", """
            \(pageTitle("For programs", lead: "How another program of your trust can read from Trellis and write to it."))\
            \(card("Begin", id: "begin", """
                <ol><li>Make a token under “Your sign-in”, “See tokens for programs”. It is shown once.</li>\
                <li>Ask with it. Put it into the place of TOKEN, and the address of your Trellis into the place of ADDRESS:\
                <pre>curl -H "Authorization: Bearer TOKEN" ADDRESS/api/v1/schools</pre></li>\
                <li>A list comes in parts. Ask again with what stands in <code>next</code>, until it is null:\
                <pre>curl -H "Authorization: Bearer TOKEN" "ADDRESS/api/v1/schools?limit=50&amp;cursor=NEXT"</pre></li></ol>\
                <p>A token sees and does no more than whoever made it. All that it sees and does stands in the trail. Take no more than you need, and keep it safe.</p>\
                <p class="actions">\(linkButton("See it as OpenAPI 3.1", openAPIPath()))</p>
                """))\
            \(card("What can be asked and done", id: "operations", "<ul>\(operations.map(operationLine))</ul>"))\(card("When it does not work", id: "problems", problems))
            """)
    }

    private func operationLine(_ operation: APIOperation) -> HTML {
        "<li><a href=\"\(forProgramsPath().asking(["operation": operation.name]))\">\(operation.summary)</a><br><code>\(operation.method.uppercased()) \(operation.path)</code></li>"
    }

    private func page(_ visit: Visit, _ operation: APIOperation) -> Answer {
        let asked = operation.query + operation.body
        return visit.page(operation.summary, """
            \(crumbs(("For programs", forProgramsPath())))\(pageTitle(operation.summary))<p><code>\(operation.method.uppercased()) \(operation.path)</code></p>\(example(operation))\
            \(asked.isEmpty ? "" : fields(operation.isAct ? "What to send" : "What you can ask", asked, marksNeeded: operation.isAct))\
            \(fields("What you get", gives(operation), marksNeeded: false))
            """)
    }

    private func gives(_ operation: APIOperation) -> [APIField] {
        if case .list = operation.kind, case .list(.object(let item))? = operation.gives.first?.shape { return item }
        return operation.gives
    }

    private func example(_ operation: APIOperation) -> HTML {
        guard operation.isAct else { return "" }
        let body = operation.body.filter(\.isNeeded).map { "\"\($0.name)\": …" }.joined(separator: ", ")
        return "<pre>curl -H \"Authorization: Bearer TOKEN\" -H \"Content-Type: application/json\" -H \"Idempotency-Key: KEY\" -d '{\(body)}' ADDRESS\(operation.path)</pre>"
    }

    private func fields(_ caption: String, _ fields: [APIField], marksNeeded: Bool) -> HTML {
        let rows: [HTML] = fields.map { field in
            """
            <tr><th scope="row"><code>\(field.name)</code></th><td>\(field.words)\(marksNeeded && field.isNeeded ? " Needed." : "")</td><td data-label="What it is">\(field.shape.inWords)</td></tr>
            """
        }
        return table(caption, unseen: false, [head("Name"), head("Meaning"), head("What it is")], rows)
    }

    private var problems: HTML {
        let items: [HTML] = APIProblems.all.map { "<li id=\"problem-\($0.status)\"><b>\($0.status) \($0.title).</b> \($0.meaning)</li>" }
        return "<p>Every refusal is <code>application/problem+json</code> (RFC 9457): <code>detail</code> says what is wrong, <code>problems</code> says it field by field.</p><ul>\(items)</ul>"
    }
}
