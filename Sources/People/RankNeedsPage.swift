import Access
import AreaKit
import Basics
import Pages

/// Moves a need of a pupil up or down by one place. Two buttons on the pupil's page, no page of its own.
let moveNeedPath = PagePath<PupilID, RowID, String>("/pupils/*/needs/*/move/*")

let rankNeedsRoutes: [Route] = [
    .send(moveNeedPath, .changeRegister) { visit, pupil, need, way in
        guard let step = ["up": -1, "down": 1][way] else { throw NotFound() }
        do {
            try await visit.write { writer in
                let record = try writer.pupilRecord(pupil, for: visit.viewer, on: visit.today)
                try writer.refuseOvertaken(record.pupil, in: registerTables, seen: visit.request.form["seen"])
                let order = try moved(record.register.openNeeds(on: visit.today).map(\.id), need, by: step)
                try writer.save(try RankNeeds(order: order).applied(to: record.register, today: visit.today), of: record, on: visit.today)
            }
            return .goTo(pupilPath(pupil).asking(["saved": "order"]).at("needs"))
        } catch let overtaken as Overtaken {
            let body: HTML = "\(overtaken.notice)<p class=\"actions\">\(linkButton("Look at the needs again", pupilPath(pupil).at("needs")))</p>"
            return visit.page("The order was not changed", at: "pupils", status: 409, "<h1>The order was not changed</h1>\(body)")
        }
    },
]

private func moved(_ order: [RowID], _ need: RowID, by step: Int) throws -> [RowID] {
    guard let place = order.firstIndex(of: need) else { throw Problems("", "This need has ended. Go back and look again.") }
    var order = order
    if order.indices.contains(place + step) { order.swapAt(place, place + step) }
    return order
}
