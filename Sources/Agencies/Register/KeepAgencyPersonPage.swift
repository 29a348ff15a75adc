import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Somebody who works for an agency: added, put right, and said to have left.
let keepAgencyPersonRoutes: [Route] = [
    .read(addAgencyPersonPath, .keepAgencies) { visit, agency in try await personAct(agency, nil).open(visit) },
    .send(addAgencyPersonPath, .keepAgencies) { visit, agency in try await sendPerson(visit, agency, nil) },
    .read(changeAgencyPersonPath, .keepAgencies) { visit, agency, row in try await personAct(agency, row).open(visit) },
    .send(changeAgencyPersonPath, .keepAgencies) { visit, agency, row in try await sendPerson(visit, agency, row) },
]

private func sendPerson(_ visit: Visit, _ agency: AgencyID, _ row: RowID?) async throws -> Answer {
    try await personAct(agency, row).send(visit) { writer, viewer, typed in
        let before = try writer.agencyPerson(row, of: agency, for: viewer)
        try before?.refuseOvertaken(seen: typed["seen"], now: before?.name ?? "")
        var keep = KeepAgencyPerson(name: typed["name"])
        (keep.role, keep.email, keep.phone, keep.note) = (typed["role"], typed["email"], typed["phone"], typed["note"])
        keep.ends = try typed.dayIfAny("last_day")
        try writer.save(keep.applied(to: before, of: agency))
        return agencyPath(agency).asking(["saved": "person"])
    }
}

private func personAct(_ agency: AgencyID, _ row: RowID?) -> AgencyAct {
    AgencyAct(address: row.map { changeAgencyPersonPath(agency, $0) } ?? addAgencyPersonPath(agency), form: { reader, viewer, write in
        let place = try reader.agencyToKeep(agency, for: viewer), person = try reader.agencyPerson(row, of: agency, for: viewer)
        let gone: HTML = person == nil ? "" : write.day("last_day", "Last day there", hint: "Only once they have left.")
        return AgencyForm(
            title: person.map { "Change \($0.name)" } ?? "Add somebody of \(place.name)", button: "Save this person", back: agencyPath(agency),
            fields: """
                \(write.text("name", "Name"))\(write.text("role", "What they do", hint: "Such as: therapist for Elm, duty line, head of the team."))\
                \(write.text("email", "Mail"))\(write.text("phone", "Telephone"))\(write.longText("note", "When and how they are best reached", rows: 2, aboutNobody: ()))\(gone)
                """, version: person?.version)
    }, start: { reader, viewer in try reader.agencyPerson(row, of: agency, for: viewer)?.typed ?? FormValues() })
}

extension Reader {
    /// Somebody of an agency that this viewer keeps; nil for somebody new.
    fileprivate func agencyPerson(_ row: RowID?, of agency: AgencyID, for viewer: Viewer) throws -> AgencyPerson? {
        _ = try agencyToKeep(agency, for: viewer)
        guard let row else { return nil }
        guard let person = try one(row, of: AgencyPerson.self), person.agency == agency else { throw NotFound() }
        return person
    }
}

extension AgencyPerson {
    fileprivate var typed: FormValues {
        FormValues([("name", name), ("role", role), ("email", email), ("phone", phone), ("note", note), ("last_day", ends?.description ?? "")])
    }
}
