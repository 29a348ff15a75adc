import AreaKit
import Basics
import Database

/// What specialists advised, in the school's words; advice that was taken out counts for nothing.
let adviceEvidence = EvidenceSource(.advice) { reader, ask in
    try reader.all(Advice.self, "WHERE pupil_id = \(ask.pupil) AND received_on >= \(ask.from) AND withdrawn_on IS NULL ORDER BY received_on DESC, id DESC").map { EvidenceLine($0.receivedOn, $0.author, $0.summary) }
}
