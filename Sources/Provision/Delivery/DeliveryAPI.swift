import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Minutes for programs: of a pupil, or of all pupils in sight of a school.
let deliveryAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/delivery"), .seeProvision, name: "listDelivery", "Minutes planned, offered and received: by line that is owed, and by provision", query: [
        .maybe("pupil", .id, "Only this pupil."), .ofSchool, .maybe("from", .day, "From this day on; the last 28 days where it is left out."), .maybe("to", .day, "Up to this day."),
    ], item: fields) { asked in
        let pupil = asked.query.integer("pupil").map { PupilID($0) }
        return try await asked.read { reader in
            guard let school = try reader.school(asked: asked.query, for: asked.viewer) else {
                guard let pupil else { throw Problems("pupil", "Name a pupil or a school.") }
                return try answer(asked, reader, pupil, nil)
            }
            return try answer(asked, reader, pupil, school)
        }
    },
]

private func answer(_ asked: APIVisit, _ reader: Reader, _ pupil: PupilID?, _ school: SchoolID?) throws -> JSON {
    let to = min(asked.query.day("to") ?? asked.today, asked.today), from = max(asked.query.day("from") ?? to - 28, to - 731)
    let delivery = try reader.delivery(DeliveryQuestion(school: school, pupils: pupil.map { [$0] }, from: from, to: to, today: asked.today), for: asked.viewer)
    let items = delivery.pupils.keys.sorted().flatMap { pupil in
        (delivery.lines[pupil] ?? []).map { Item(pupil: pupil, line: $0.id, run: nil, minutes: delivery.minutes(of: $0), shortfall: delivery.minutes(of: $0).shortfall) }
            + delivery.provisions(of: pupil).map { Item(pupil: pupil, line: nil, run: $0.run.id, minutes: delivery.minutes(of: pupil, in: $0.run.id), shortfall: nil) }
    }.sorted { $0.mark.lexicographicallyPrecedes($1.mark) }
    let part = try asked.part(of: items, marks: 3, \.mark)
    asked.viewer.witness.saw(part.items.map(\.pupil).unique)
    return part.json(\.json)
}

private struct Item {
    let pupil: PupilID
    let line: RowID?
    let run: ProvisionID?
    let minutes: DeliveryMinutes
    let shortfall: Int?

    var mark: [Int] { [pupil.rawValue, line?.rawValue ?? 0, run?.rawValue ?? 0] }

    var json: JSON {
        .object([
            "pupil": .integer(pupil.rawValue), "line": line.map { .integer($0.rawValue) } ?? .null, "provision": run.map { .integer($0.rawValue) } ?? .null, "owed": .integer(minutes.owed), "planned": .integer(minutes.planned),
            "offered": .integer(minutes.offered), "received": .integer(minutes.received), "missed": .integer(minutes.missed), "made_up": .integer(minutes.madeUp), "extra": .integer(minutes.extra),
            "unproved": .integer(minutes.unproved), "shortfall": shortfall.map { .integer($0) } ?? .null,
        ])
    }
}

private let fields: [APIField] = [
    APIField("pupil", .id, "The pupil."), APIField("line", .orNull(.id), "The line that is owed; null where the figures are of a provision."), APIField("provision", .orNull(.id), "The provision; null where the figures are of a line."),
    APIField("owed", .number, "Minutes owed: of a line in weeks that are over, of a provision what was planned."), APIField("planned", .number, "Minutes planned up to now."),
    APIField("offered", .number, "Minutes that the school had ready."), APIField("received", .number, "Minutes that the pupil was there."), APIField("missed", .number, "Planned and not offered."),
    APIField("made_up", .number, "Offered in sessions that make up others."), APIField("extra", .number, "Offered beside the week."), APIField("unproved", .number, "Planned and past, and nobody has said what happened."),
    APIField("shortfall", .orNull(.number), "What is missing of what a line owes; null of a provision."),
]
