import Pages

// What stands around a grid of scores, on every page that has one.

/// The way from one part of a long grid to the others; nothing where it has one part.
public func partLinks(_ label: String, _ part: Int, of parts: Int, at address: (Int) -> Address) -> HTML {
    if parts < 2 { return "" }
    let links: [HTML] = (1...parts).map { place in
        place == part ? "<li><span aria-current=\"page\">Part \(place) of \(parts)</span></li>" : "<li><a href=\"\(address(place))\">Part \(place)</a></li>"
    }
    return "<nav class=\"pager\" aria-label=\"\(label)\"><ul>\(links)</ul></nav>"
}

extension ResultGrid {
    /// A box for rows of a spreadsheet, within the form, so that what was typed into the cells stays. Its button stands
    /// behind the form's own, which the Enter key presses.
    public func pasteBox(_ write: FormWriter, to address: Address) -> HTML {
        let opened: HTML = write.problem("pasted").isEmpty ? "" : " open"
        return """
            <details class="no-print"\(opened)><summary>Paste rows with names or UPNs…</summary>\
            \(write.longText("pasted", "Rows of your spreadsheet", hint: "Each row: the UPN or the name, then \(scales.map(\.name).joined(separator: ", ")). You see the grid filled in before anything is saved.", aboutNobody: ()))\
            <p class="actions"><button class="second" formaction="\(address)">Fill in the grid</button></p></details>
            """
    }
}
