/// The structure that every page must have, so that people who listen or use a keyboard can work with it.
public struct PageCheck {
    public struct Fault: Error, CustomStringConvertible {
        public let description: String
    }

    private let page: String

    public init(_ page: String) { self.page = page }

    /// - Throws: `Fault` naming the page and everything that is wrong with it.
    public func check(_ path: String) throws {
        let faults = self.faults
        if !faults.isEmpty { throw Fault(description: "\(path): \(faults.joined(separator: "; "))") }
    }

    public var faults: [String] {
        var list: [String] = []
        let headings = tags("h1").count
        if headings != 1 { list.append("\(headings) h1") }
        if tags("html").first?["lang"] != "en-GB" { list.append("no language") }
        if tags("main").count != 1 { list.append("not one main") }
        if page.contains(" style=") || page.contains("<style") || page.contains("<script>") || page.contains(" onclick=") { list.append("inline style or script") }
        list += repeatedIDs + unlabelled + danglingReferences
        list += tags("th").filter { $0["scope"] == nil }.map { _ in "a th without scope" }
        list += tags("img").filter { $0["alt"] == nil }.map { _ in "an img without alt" }
        if page.utf8.count > 60_000 { list.append("\(page.utf8.count) bytes, more than 60,000") }
        return list
    }

    private var ids: [String] { page.matches(of: /\sid="([^"]*)"/).map { String($0.1) } }

    private var repeatedIDs: [String] {
        Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted().map { "id \($0) twice" }
    }

    /// Fields without a label: by `for`, or by standing inside one.
    private var unlabelled: [String] {
        let labels = Set(tags("label").compactMap { $0["for"] })
        return ["input", "select", "textarea"].flatMap(tags).filter { field in
            !["hidden", "radio", "checkbox", "submit"].contains(field["type"] ?? "") && !labels.contains(field["id"] ?? "")
        }.map { "\($0["name"] ?? "a field") without a label" }
    }

    private var danglingReferences: [String] {
        let known = Set(ids)
        let named = page.matches(of: /\s(?:for|aria-describedby)="([^"]*)"/).flatMap { $0.1.split(separator: " ").map(String.init) }
        return named.filter { !known.contains($0) }.map { "nothing has the id \($0)" }
    }

    /// The attributes of every tag of one name.
    private func tags(_ name: String) -> [[String: String]] {
        page.split(separator: "<").filter { piece in
            piece.hasPrefix(name) && (piece.dropFirst(name.count).first.map { $0 == ">" || $0 == " " } ?? false)
        }.map { piece in
            let inside = piece.prefix { $0 != ">" }
            return Dictionary(inside.matches(of: /([a-z-]+)="([^"]*)"/).map { (String($0.1), String($0.2)) }) { first, _ in first }
        }
    }
}
