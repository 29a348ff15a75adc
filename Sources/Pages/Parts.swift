import Basics

// Parts of pages that every area uses.

/// A page's title, a line under it, and what can be done from here.
public func pageTitle(_ title: String, lead: HTML = "", actions: [HTML] = []) -> HTML {
    let line: HTML = lead.isEmpty ? "" : "<p class=\"lead\">\(lead)</p>"
    let buttons: HTML = actions.isEmpty ? "" : "<p class=\"actions\">\(actions.joined(" "))</p>"
    return "<div class=\"title\"><div><h1>\(title)</h1>\(line)</div>\(buttons)</div>"
}

/// Where this page lies: the pages above it.
public func crumbs(_ pages: (String, Address)...) -> HTML {
    let items: [HTML] = pages.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }
    return "<nav class=\"crumbs\" aria-label=\"Where you are\"><ol>\(items)</ol></nav>"
}

/// A link that looks like a button; `aside` for what is done less often.
public func linkButton(_ label: String, _ address: Address, aside: Bool = false) -> HTML {
    let kind: HTML = aside ? "button second" : "button"
    return "<a class=\"\(kind)\" href=\"\(address)\">\(label)</a>"
}

/// Prints the page; shown by the script, which printing needs.
public func printButton(_ label: String) -> HTML {
    "<button class=\"second\" type=\"button\" data-print hidden>\(label)</button>"
}

/// A list of facts: each with its name.
public func facts(_ facts: [(String, HTML)]) -> HTML {
    let items: [HTML] = facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
    return "<dl class=\"facts\">\(items)</dl>"
}

/// A card with a heading; one that holds only actions is not printed.
public func card(_ title: String, id: String = "", printed: Bool = true, _ body: HTML) -> HTML {
    let anchor: HTML = id.isEmpty ? "" : " id=\"\(id)\""
    let kind: HTML = printed ? "card" : "card no-print"
    return "<section class=\"\(kind)\"\(anchor)><h2>\(title)</h2>\(body)</section>"
}

/// One number of a row of tiles.
public struct Tile: Sendable {
    let number: Int
    let label: String
    let address: Address?
    let warns: Bool

    public init(_ number: Int, _ label: String, _ address: Address? = nil, warns: Bool = false) {
        self.number = number
        self.label = label
        self.address = address
        self.warns = warns
    }

    var html: HTML {
        let kind: HTML = warns ? "tile tile-warn" : "tile"
        let words: HTML = address.map { "<a href=\"\($0)\">\(label)</a>" } ?? "\(label)"
        return "<li class=\"\(kind)\"><b>\(grouped(number))</b> \(words)</li>"
    }
}

/// Numbers side by side; a sum where the last is what the others make.
public func tiles(_ tiles: [Tile], sum: Bool = false) -> HTML {
    let kind: HTML = sum ? "tiles sum" : "tiles"
    return "<ul class=\"\(kind)\">\(tiles.map(\.html))</ul>"
}

/// `2,682`.
public func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    let head = digits.count % 3 == 0 ? 3 : digits.count % 3
    var text = String(digits.prefix(head))
    for start in stride(from: head, to: digits.count, by: 3) { text += "," + digits.dropFirst(start).prefix(3) }
    return (number < 0 ? "-" : "") + text
}

/// A message after something was done, or for the reader's notice.
public func notice(_ body: HTML, warns: Bool = false) -> HTML {
    let kind: HTML = warns ? "notice notice-warn no-print" : "notice no-print"
    return "<p class=\"\(kind)\" role=\"status\">\(body)</p>"
}

/// The first column names the row; on a phone each row becomes a card.
public func table(_ caption: String, unseen: Bool = true, _ heads: [HTML], _ rows: [HTML]) -> HTML {
    let kind: HTML = unseen ? " class=\"unseen\"" : ""
    return """
        <table class="stack-on-phone"><caption\(kind)>\(caption)</caption><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
        """
}

public func head(_ label: String, number: Bool = false) -> HTML {
    let kind: HTML = number ? " class=\"number\"" : ""
    return "<th scope=\"col\"\(kind)>\(label)</th>"
}

/// The pages of a long list: this one, the one before and the next.
public func pager(_ page: Int, of pages: Int, size: Int, _ address: (Int) -> Address) -> HTML {
    if pages < 2 { return "" }
    let before: HTML = page > 1 ? "<li><a href=\"\(address(page - 1))\" rel=\"prev\">Previous \(size)</a></li>" : ""
    let after: HTML = page < pages ? "<li><a href=\"\(address(page + 1))\" rel=\"next\">Next \(size)</a></li>" : ""
    return """
        <nav class="pager" aria-label="Pages of this list"><ul>\(before)<li><span>Page \(page) of \(pages)</span></li>\(after)</ul></nav>
        """
}

/// A form that sends, with the one thing it does on its button and a way out.
/// - Parameter aboutChild: for a form with boxes about a child: what is typed can go to the safeguarding lead instead.
public func form(_ address: Address, button: String, back: Address, files: Bool = false, aboutChild: ChildNotice? = nil, _ body: HTML) -> HTML {
    let encoding: HTML = files ? " enctype=\"multipart/form-data\"" : ""
    return """
        <form method="post" action="\(address)"\(encoding) data-long novalidate>\(body)\
        <p class="actions"><button>\(button)</button> \(aboutChild?.button ?? "") <a href="\(back)">Go back without saving</a></p></form>
        """
}

/// A whole document around what is to become a PDF.
public func printedDocument(_ title: String, _ body: HTML) -> HTML {
    "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>\(title)</title></head><body>\(body)</body></html>"
}
