import Basics
import Pages

extension Timetable {
    /// One row for each duty: its day, what and who, and why.
    var table: HTML {
        Pages.table("\(event.title): \(day.inWords)", unseen: false, [head("Last day"), head("What"), head("Who"), head("Why")], duties.map(\.row))
    }

    var standingCard: HTML {
        if standing.isEmpty { return "" }
        let rows: [HTML] = standing.map { duty in
            "<li>\(duty.when): \(duty.what) <span class=\"quiet\">\(duty.owner.label), \(duty.source.citation)\(duty.mark == .memory ? ". Check locally" : "")</span></li>"
        }
        return card("Owed without a day", "<ul>\(rows)</ul>")
    }
}

extension Duty {
    fileprivate var row: HTML {
        let least: HTML = limit == .atLeastUntil ? "At least until " : "", since: HTML = from.map { "<br><span class=\"quiet\">from \($0.inWords)</span>" } ?? ""
        let more: HTML = note.isEmpty ? "" : "<br>\(note)"
        return """
            <tr><th scope="row">\(least)\(due.inWords)\(since)</th><td data-label="What">\(what)</td><td data-label="Who">\(owner.label)</td>\
            <td data-label="Why">\(basis) \(citation) (\(force.label.lowercasedFirst)).\(more) <span class="quiet">\(mark.label). Rule \(id).</span></td></tr>
            """
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
