import Basics
import Pages

/// The columns of minutes, the same wherever they stand.
enum MinuteCells {
    static let heads: [HTML] = [
        head("Planned", number: true), head("Offered", number: true), head("Received", number: true), head("Missed", number: true), head("Made up", number: true), head("Not said", number: true),
    ]

    static func of(_ minutes: DeliveryMinutes) -> HTML {
        let cells: [(String, Int)] = [("Planned", minutes.planned), ("Offered", minutes.offered), ("Received", minutes.received), ("Missed", minutes.missed), ("Made up", minutes.madeUp), ("Not said", minutes.unproved)]
        let marked: [HTML] = cells.map { "<td class=\"number\" data-label=\"\($0.0)\">\(grouped($0.1))</td>" }
        return marked.reduce("", +)
    }

    /// What the words mean.
    static let words: HTML = """
        <details class="no-print"><summary>What these words mean</summary><dl class="facts"><div><dt>Owed</dt><dd>what the line of the plan asks for in the weeks that are over</dd></div>\
        <div><dt>Planned</dt><dd>sessions of the week on days with pupils in, up to today</dd></div>\
        <div><dt>Offered</dt><dd>minutes that the school had ready, also where the pupil was absent; made-up sessions with it</dd></div>\
        <div><dt>Received</dt><dd>minutes that the pupil was there</dd></div><div><dt>Missed</dt><dd>planned and not offered</dd></div>\
        <div><dt>Made up</dt><dd>offered in sessions that make up missed ones</dd></div><div><dt>Not said</dt><dd>planned, and nobody has said yet what happened</dd></div></dl><p>All are minutes.</p></details>
        """
}
