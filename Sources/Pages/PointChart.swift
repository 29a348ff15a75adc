import Basics

/// Where things stand in a small chart, in units of the drawing: circles, crosses, a line to aim at, and changes that are
/// numbered. It is drawn with the text's own colours and shapes, and always stands above its table.
public struct ChartDrawing: Sendable {
    public typealias Place = (x: Double, y: Double)

    public let width: Double, height: Double
    /// Lines across with their numbers.
    public var ticks: [(y: Double, label: String)] = []
    /// The first and the last day, under the chart.
    public var days: (first: String, last: String) = ("", "")
    public var circles: [Place] = []
    /// Another shape, not only another colour.
    public var crosses: [Place] = []
    /// Dashed.
    public var line: [Place] = []
    /// Upright lines, numbered from 1.
    public var changes: [Double] = []
    /// Shaded from one place to another.
    public var span: (from: Double, to: Double)?

    public init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
}

/// A small chart with its table below, open.
/// - Parameters:
///   - id: of this chart on its page.
///   - title: what it shows, in a sentence for those who do not see it.
///   - caption: what stands above it, where there are several of them.
public func pointChart(_ id: String, _ title: String, _ drawing: ChartDrawing, caption: String = "", table: HTML) -> HTML {
    """
    <figure class="chart">\(caption.isEmpty ? "" : "<figcaption>\(caption)</figcaption>")<svg viewBox="0 0 \(number(drawing.width)) \(number(drawing.height))" role="img" aria-labelledby="\(id)-title"><title id="\(id)-title">\(title)</title>\
    \(shaded(drawing))\(across(drawing))\(upright(drawing))\(aim(drawing))\(drawing.circles.map(circle))\(drawing.crosses.map(cross))</svg>\
    <details open><summary>As a table</summary>\(table)</details></figure>
    """
}

private func shaded(_ drawing: ChartDrawing) -> HTML {
    guard let span = drawing.span else { return "" }
    return "<rect class=\"chart-span\" x=\"\(number(span.from))\" width=\"\(number(max(1, span.to - span.from)))\" y=\"6\" height=\"\(number(drawing.height - 24))\"/>"
}

private func across(_ drawing: ChartDrawing) -> HTML {
    let lines: [HTML] = drawing.ticks.map { tick in
        "<line class=\"chart-tick\" x1=\"28\" x2=\"\(number(drawing.width - 6))\" y1=\"\(number(tick.y))\" y2=\"\(number(tick.y))\"/><text class=\"chart-label chart-end\" x=\"24\" y=\"\(number(tick.y + 3))\">\(tick.label)</text>"
    }
    let foot = number(drawing.height - 4)
    return """
        \(lines)<text class="chart-label" x="28" y="\(foot)">\(drawing.days.first)</text>\
        <text class="chart-label chart-end" x="\(number(drawing.width - 6))" y="\(foot)">\(drawing.days.last)</text>
        """
}

private func upright(_ drawing: ChartDrawing) -> HTML {
    let lines: [HTML] = drawing.changes.enumerated().map { place, x -> HTML in
        // Near the right edge the number stands before its line.
        let isLast = x > drawing.width - 20, kind: HTML = isLast ? "chart-label chart-end" : "chart-label"
        return "<line class=\"chart-change\" x1=\"\(number(x))\" x2=\"\(number(x))\" y1=\"6\" y2=\"\(number(drawing.height - 18))\"/><text class=\"\(kind)\" x=\"\(number(isLast ? x - 2 : x + 2))\" y=\"13\">\(place + 1)</text>"
    }
    return "\(lines)"
}

private func aim(_ drawing: ChartDrawing) -> HTML {
    if drawing.line.isEmpty { return "" }
    return "<polyline class=\"chart-aim\" points=\"\(drawing.line.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " "))\"/>"
}

private func circle(_ place: ChartDrawing.Place) -> HTML { "<circle class=\"chart-circle\" cx=\"\(number(place.x))\" cy=\"\(number(place.y))\" r=\"3\"/>" }

private func cross(_ place: ChartDrawing.Place) -> HTML {
    let (left, right, top, bottom) = (number(place.x - 3), number(place.x + 3), number(place.y - 3), number(place.y + 3))
    return "<path class=\"chart-cross\" d=\"M\(left) \(top)L\(right) \(bottom)M\(left) \(bottom)L\(right) \(top)\"/>"
}

/// Tenths are enough for the eye.
private func number(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
}
