import AreaKit
import Basics
import Database

/// Results of tests, as they read.
let resultsEvidence = EvidenceSource(.attainment) { reader, ask in
    let results = try reader.results(of: ask.pupil, for: ask.viewer, on: ask.to).filter { $0.takenOn >= ask.from }
    return try reader.reading(of: results).map { EvidenceLine($0.result.takenOn, $0.instrument.name, "\($0.scale.name): \($0.words)") }
}
