import Basics
import Pages

extension ResultGrid {
    /// The table of fields, within a form of the page that shows it. Each cell is a field of one line, so that a whole
    /// class is entered by the keys alone.
    /// - Parameters:
    ///   - typed: what stands in the cells.
    ///   - heads: the headings of columns that the page adds at the end of each row.
    ///   - more: what stands in them.
    public func table(_ typed: FormValues, _ problems: Problems = Problems(), heads: [HTML] = [], more: (Line) -> [HTML] = { _ in [] }) -> HTML {
        let wrong = Dictionary(problems.list.map { ($0.field, $0.message) }) { first, _ in first }
        let columns: [HTML] = scales.map { head($0.name) }
        let rows: [HTML] = lines.map { line in
            let cells: [HTML] = scales.map { cell(line, $0, typed, wrong) }
            return "<tr><th scope=\"row\">\(line.name)</th>\(cells)\(more(line))</tr>\n"
        }
        return """
            <p class="hint" role="status" data-grid-says></p><table class="stack-on-phone entry" data-grid><caption class="unseen">\(instrument.name)</caption>\
            <thead><tr>\(head("Name"))\(columns)\(heads)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    /// What may be typed into each column.
    public var howToType: HTML {
        let kinds = scales.reduce(into: [(names: [String], words: String)]()) { list, scale in
            if let place = list.firstIndex(where: { $0.words == scale.howToType }) { list[place].names.append(scale.name) } else { list.append(([scale.name], scale.howToType)) }
        }
        if kinds.count == 1 { return "<p class=\"hint\">What to type: \(kinds[0].words)</p>" }
        let items: [HTML] = kinds.map { "<li><b>\($0.names.joined(separator: ", ")):</b> \($0.words)</li>" }
        return "<ul class=\"hint\">\(items)</ul>"
    }

    private func cell(_ line: Line, _ scale: Scale, _ typed: FormValues, _ wrong: [String: String]) -> HTML {
        let place = Place(pupil: line.pupil, scale: scale.key), field = place.field, problem = wrong[field], now = text(place)
        let was: HTML = now.isEmpty ? "" : "<input type=\"hidden\" name=\"\(place.was)\" value=\"\(now)\">"
        let words: HTML = problem.map { "<p class=\"problem\" id=\"\(field)-problem\">\($0)</p>" } ?? ""
        let invalid: HTML = problem == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(field)-problem\""
        return """
            <td data-label="\(scale.name)"><label class="unseen" for="\(field)">\(line.name), \(scale.name)</label>\
            <input id="\(field)" name="\(field)" value="\(typed[field])" autocomplete="off"\(invalid)>\(was)\(words)</td>
            """
    }
}
