import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import Provision

/// By which test a provision is judged, on its own page, for those who may say so.
let judgeRunSection = PageSection<ProvisionID>(order: 20, needs: .workOnPlans) { reader, viewer, id, day in
    guard let run = try reader.one(id, of: ProvisionRun.self), run.kind != .universal else { return "" }
    let measure = try reader.all(RunMeasure.self, "WHERE run_id = \(id)").first
    let usual = try reader.value("SELECT entry_instrument_id FROM intervention WHERE id = \(run.intervention)", as: InstrumentID?.self) ?? nil
    let test = try (measure?.instrument ?? usual).flatMap { try reader.one($0, of: Instrument.self) }
    let scale = measure.flatMap { test?.scale($0.scale)?.name }.map { test?.scales.count == 1 ? "" : ": \($0)" } ?? ""
    let words: HTML = test.map { measure == nil ? "\($0.name), as the catalogue has it." : "\($0.name)\(scale)." } ?? "No test judges it yet. Its outcomes do."
    return card("By which test it is judged", id: "measure", printed: false, """
        <p>\(words)</p><p class="actions"><a href="\(judgeRunPath(id))">\(test == nil ? "Choose a test" : "See the test and the scores")</a></p>
        """)
}
