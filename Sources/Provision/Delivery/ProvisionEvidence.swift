import Access
import AreaKit
import Basics
import Database

/// What was planned, offered and received in minutes, and the pupil's part of what it cost.
let provisionEvidence = EvidenceSource(.provision) { reader, ask in
    let sight = ask.viewer.inStaffParts
    guard sight.may(.seeProvision) else { return [] }
    let delivery = try reader.delivery(DeliveryQuestion(pupils: [ask.pupil], from: ask.from, to: ask.to, today: ask.to), for: sight), provisions = delivery.provisions(of: ask.pupil)
    let costs = try reader.costs(of: provisions.filter { sight.may(.seeCosts, at: $0.run.school) }, today: ask.to)
    return provisions.map { whole in
        let minutes = delivery.minutes(of: ask.pupil, in: whole.run.id), cost = costs[whole.run.id]?.toDate.pupils[ask.pupil].map { ", \($0) so far" } ?? ""
        return EvidenceLine(whole.run.starts, whole.run.name, "\(count(minutes.planned, "minute")) planned, \(minutes.offered) offered, \(minutes.received) received\(cost).")
    }
}
