import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A health body: added, put right and closed. They are few, and every school's.
let keepHealthBodyRoutes: [Route] = [
    .read(addHealthBodyPath, .keepAgencies) { visit in try await bodyAct(nil).open(visit) },
    .send(addHealthBodyPath, .keepAgencies) { visit in try await sendBody(visit, nil) },
    .read(changeHealthBodyPath, .keepAgencies) { visit, id in try await bodyAct(id).open(visit) },
    .send(changeHealthBodyPath, .keepAgencies) { visit, id in try await sendBody(visit, id) },
    .read(closeHealthBodyPath, .keepAgencies) { visit, id in try await closeBody(id, visit.today).open(visit) },
    .send(closeHealthBodyPath, .keepAgencies) { visit, id in
        try await closeBody(id, visit.today).send(visit) { writer, viewer, typed in
            let before = try writer.healthBody(id, for: viewer)
            try before.refuseOvertaken(seen: typed["seen"], now: before.name)
            try writer.save(CloseAgency(lastDay: typed.dayIfAny("last_day"), reason: typed["reason"]).applied(to: before))
            return agenciesPath().asking(["saved": "closed"]).at("health-bodies")
        }
    },
]

private func sendBody(_ visit: Visit, _ id: HealthBodyID?) async throws -> Answer {
    try await bodyAct(id).send(visit) { writer, viewer, typed in
        let before = try id.map { try writer.healthBody($0, for: viewer) }
        try before?.refuseOvertaken(seen: typed["seen"], now: before?.name ?? "")
        var keep = KeepHealthBody(name: typed["name"], kind: typed["kind"])
        (keep.area, keep.contact, keep.note) = (typed["area"], typed["contact"], typed["note"])
        try writer.save(keep.applied(to: before, beside: writer.healthBodies()))
        return agenciesPath().asking(["saved": "body"]).at("health-bodies")
    }
}

private func bodyAct(_ id: HealthBodyID?) -> AgencyAct {
    AgencyAct(address: id.map { changeHealthBodyPath($0) } ?? addHealthBodyPath(), form: { reader, viewer, write in
        let body = try id.map { try reader.healthBody($0, for: viewer) }
        return AgencyForm(
            title: body.map { "Change \($0.name)" } ?? "Add a health body", lead: "Whose paperwork and rules the health services around you follow.", button: "Save this health body", back: agenciesPath(),
            fields: """
                \(write.text("name", "Name"))\(write.radios("kind", "What is it?", HealthBody.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.text("area", "Whose children is it for?", hint: "Towns, counties or doctors’ practices."))\
                \(write.longText("contact", "Whom does one ask there?", hint: "Such as the designated clinical officer, with telephone and mail.", rows: 2, aboutNobody: ()))\
                \(write.longText("note", "How it differs from others", rows: 3, aboutNobody: ()))
                """, version: body?.version)
    }, start: { reader, viewer in try id.map { try reader.healthBody($0, for: viewer).typed } ?? FormValues() })
}

private func closeBody(_ id: HealthBodyID, _ today: Day) -> AgencyAct {
    AgencyAct(address: closeHealthBodyPath(id), form: { reader, viewer, write in
        let body = try reader.healthBody(id, for: viewer)
        return AgencyForm(title: "Close \(body.name)", lead: "Its agencies stay. Say with them which health body they belong to now.", button: "Close this health body", back: agenciesPath(),
                          fields: write.day("last_day", "Last day") + write.text("reason", "Why, and which body takes its place?"), version: body.version)
    }, start: { _, _ in FormValues([("last_day", "\(today)")]) })
}

extension Reader {
    /// A health body, for those who keep agencies.
    fileprivate func healthBody(_ id: HealthBodyID, for viewer: Viewer) throws -> HealthBody {
        guard viewer.keepsAgencies, let body = try one(id, of: HealthBody.self) else { throw NotFound() }
        return body
    }
}

extension HealthBody {
    fileprivate var typed: FormValues { FormValues([("name", name), ("kind", kind.rawValue), ("area", area), ("contact", contact), ("note", note)]) }
}
