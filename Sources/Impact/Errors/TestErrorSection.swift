import Access
import AreaKit
import Basics
import Database
import Measures
import Pages

/// What is known of the error of a test's scores, on the test's page.
let testErrorSection = PageSection<InstrumentID>(order: 10, needs: .visit) { reader, viewer, id, day in
    let instrument = try reader.instrument(id, for: viewer), keeps = try reader.keepsErrors(of: instrument, viewer), scales = try reader.scaleErrors(of: instrument)
    if scales.isEmpty || (!keeps && scales.allSatisfy(\.errors.isEmpty)) { return "" }
    let lines: [HTML] = scales.map { scale in
        "<h3>\(scale.scale.name)</h3><p>\(scale.inForce(on: day)?.inWords(on: scale.scale) ?? "Not known here.")</p>\(before(scale))\(keeps ? acts(scale, day) : "")"
    }
    return card("Error of the scores", id: "error", """
        <p class="hint">Two sittings never give quite the same score. With the standard error of measurement from the manual, Trellis tells whether a pupil’s change is more than that.</p>\(lines)
        """)
}

private func before(_ scale: ScaleErrors) -> HTML {
    let lines: [HTML] = scale.errors.reversed().map { "<li>From \($0.starts.inWords): \($0.inWords(on: scale.scale))</li>" }
    return lines.count < 2 ? "" : "<details><summary>What was said here<span class=\"unseen\"> of \(scale.scale.name)</span></summary><ul>\(lines)</ul></details>"
}

private func acts(_ scale: ScaleErrors, _ day: Day) -> HTML {
    let of: HTML = "<span class=\"unseen\"> of \(scale.scale.name)</span>"
    let end: HTML = scale.errors.last?.isKnown == true ? " <a href=\"\(endTestErrorPath(scale.instrument.id).asking(["scale": scale.scale.key]))\">End it\(of)</a>" : ""
    return "<p class=\"actions no-print\"><a href=\"\(setTestErrorPath(scale.instrument.id).asking(["scale": scale.scale.key]))\">Set the error\(of)</a>\(end)</p>"
}
