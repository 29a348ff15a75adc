import Basics

/// One choice of a list: what is sent and what people read.
public struct Choice: Sendable, Hashable {
    public let value: String
    public let label: String
    public let hint: String?

    public init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// Writes the fields of one form: each shows what was typed and the problem beside it.
public struct FormWriter: Sendable {
    let values: FormValues
    let problems: Problems

    public init(_ values: FormValues, _ problems: Problems = Problems()) {
        self.values = values
        self.problems = problems
    }

    /// A field of one line.
    /// - Parameters:
    ///   - suggestions: the id of the list on the page from which one may choose.
    ///   - aboutChild: where a sentence about a child may be written into it.
    public func text(_ name: String, _ label: String, hint: String? = nil, type: String = "text", autocomplete: String = "off", suggestions: String? = nil, aboutChild notice: ChildNotice? = nil) -> HTML {
        let list: HTML = suggestions.map { " list=\"\($0)\"" } ?? ""
        return field(name, label, hint, safety: notice) { described in
            "<input type=\"\(type)\" id=\"\(name)\" name=\"\(name)\" value=\"\(values[name])\" autocomplete=\"\(autocomplete)\"\(list)\(described)>"
        } + (notice == nil ? "" : freeText(name))
    }

    public func day(_ name: String, _ label: String, hint: String? = nil) -> HTML {
        text(name, label, hint: hint, type: "date")
    }

    /// A box for sentences about a child: above it stands what does not belong there, and whom to tell.
    public func longText(_ name: String, _ label: String, hint: String? = nil, rows: Int = 4, aboutChild notice: ChildNotice) -> HTML {
        field(name, label, hint, safety: notice) { described in
            "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"\(rows)\"\(described)>\(values[name])</textarea>"
        } + freeText(name)
    }

    /// A box for sentences that are about no child.
    public func longText(_ name: String, _ label: String, hint: String? = nil, rows: Int = 4, aboutNobody: Void) -> HTML {
        field(name, label, hint) { described in
            "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"\(rows)\"\(described)>\(values[name])</textarea>"
        }
    }

    public func select(_ name: String, _ label: String, _ choices: [Choice], hint: String? = nil) -> HTML {
        field(name, label, hint) { described in
            "<select id=\"\(name)\" name=\"\(name)\"\(described)>\(options(name, choices))</select>"
        }
    }

    public func file(_ name: String, _ label: String, hint: String? = nil, accept: String) -> HTML {
        field(name, label, hint) { described in
            "<input type=\"file\" id=\"\(name)\" name=\"\(name)\" accept=\"\(accept)\"\(described)>"
        }
    }

    public func radios(_ name: String, _ label: String, _ choices: [Choice], hint: String? = nil) -> HTML {
        let problem = problems.message(for: name)
        return """
            <fieldset class="field" id="\(name)" tabindex="-1"\(describedBy(name, hint, problem, invalid: false))><legend>\(label)</legend>\(notes(name, hint, problem))\
            \(choices.map { choice("radio", name, $0) })</fieldset>
            """
    }

    /// Boxes of which several may be ticked.
    public func checkboxes(_ name: String, _ label: String, _ choices: [Choice], hint: String? = nil) -> HTML {
        let problem = problems.message(for: name)
        return """
            <fieldset class="field" id="\(name)" tabindex="-1"\(describedBy(name, hint, problem, invalid: false))><legend>\(label)</legend>\(notes(name, hint, problem))\
            \(choices.map { choice("checkbox", name, $0) })</fieldset>
            """
    }

    public func checkbox(_ name: String, _ choice: Choice) -> HTML {
        "<div class=\"field\">\(self.choice("checkbox", name, choice))</div>"
    }

    /// One box that must be ticked before something can't be undone, or is answered for.
    public func confirmation(_ name: String, _ label: String) -> HTML {
        let problem = problems.message(for: name), box = choice("checkbox", name, Choice("yes", label), describedBy(name, nil, problem, invalid: true))
        return "<div class=\"field\" id=\"\(name)\" tabindex=\"-1\">\(notes(name, nil, problem))\(box)</div>"
    }

    /// What is wrong with a group of fields that was put together by hand.
    public func problem(_ name: String) -> HTML { notes(name, nil, problems.message(for: name)) }

    /// A value the person does not see but the form must send again.
    public func hidden(_ name: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(values[name])\">"
    }

    /// Everything that is wrong, at the top, each with a link to its field.
    public var summary: HTML {
        if problems.isEmpty { return "" }
        let items: [HTML] = problems.list.map { problem in
            problem.field.isEmpty ? "<li>\(problem.message)</li>" : "<li><a href=\"#\(problem.field)\">\(problem.message)</a></li>"
        }
        let title = problems.list.count == 1 ? "One thing needs mending" : "\(problems.list.count) things need mending"
        return "<div class=\"problems\" role=\"alert\" id=\"problems\" tabindex=\"-1\"><h2>\(title)</h2><ul>\(items)</ul></div>"
    }

    private func freeText(_ name: String) -> HTML { "<input type=\"hidden\" name=\"\(ChildNotice.field)\" value=\"\(name)\">" }

    private func choice(_ type: String, _ name: String, _ choice: Choice, _ described: HTML = "") -> HTML {
        let checked: HTML = values.all(name).contains(choice.value) ? " checked" : ""
        let hint: HTML = choice.hint.map { "<span class=\"hint\">\($0)</span>" } ?? ""
        return """
            <label class="choice"><input type="\(type)" name="\(name)" value="\(choice.value)"\(checked)\(described)> <span>\(choice.label)\(hint)</span></label>
            """
    }

    private func options(_ name: String, _ choices: [Choice]) -> [HTML] {
        choices.map { choice in
            let selected: HTML = values[name] == choice.value ? " selected" : ""
            return "<option value=\"\(choice.value)\"\(selected)>\(choice.label)</option>"
        }
    }

    private func field(_ name: String, _ label: String, _ hint: String?, safety: ChildNotice? = nil, _ control: (HTML) -> HTML) -> HTML {
        let problem = problems.message(for: name)
        let warning: HTML = safety.flatMap { $0.place == nil ? "<p class=\"hint\" id=\"\(name)-safety\">\($0.words)</p>" : nil } ?? ""
        return """
            <div class="field"><label for="\(name)">\(label)</label>\(warning)\(notes(name, hint, problem))\
            \(control(describedBy(name, hint, problem, invalid: true, safety: safety.map { $0.place ?? "\(name)-safety" })))</div>
            """
    }

    private func notes(_ name: String, _ hint: String?, _ problem: String?) -> HTML {
        let hints: HTML = hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" } ?? ""
        let problems: HTML = problem.map { "<p class=\"problem\" id=\"\(name)-problem\">Mend this: \($0)</p>" } ?? ""
        return hints + problems
    }

    private func describedBy(_ name: String, _ hint: String?, _ problem: String?, invalid: Bool, safety: String? = nil) -> HTML {
        let ids = [safety].compactMap(\.self) + (hint == nil ? [] : ["\(name)-hint"]) + (problem == nil ? [] : ["\(name)-problem"])
        if ids.isEmpty { return "" }
        let wrong: HTML = problem == nil || !invalid ? "" : " aria-invalid=\"true\""
        return " aria-describedby=\"\(ids.joined(separator: " "))\"\(wrong)"
    }
}
