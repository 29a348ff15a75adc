import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Adds an agency, puts it right, and closes it.
let keepAgencyRoutes: [Route] = [
    .read(addAgencyPath, .keepAgencies) { visit in try await addAgency.open(visit) },
    .send(addAgencyPath, .keepAgencies) { visit in
        try await addAgency.send(visit) { writer, viewer, typed in
            let agency = try writer.save(typed.agency(to: nil, at: writer.agencyOwner(typed["school"], viewer), for: viewer, writer))
            return agencyPath(agency.id).asking(["saved": "added"])
        }
    },
    .read(changeAgencyPath, .keepAgencies) { visit, id in try await changeAgency(id).open(visit) },
    .send(changeAgencyPath, .keepAgencies) { visit, id in
        try await changeAgency(id).send(visit) { writer, viewer, typed in
            let before = try writer.agencyToKeep(id, for: viewer)
            try before.refuseOvertaken(seen: typed["seen"], now: before.name)
            try writer.save(typed.agency(to: before, at: before.school, for: viewer, writer))
            return agencyPath(id).asking(["saved": "changed"])
        }
    },
    .read(closeAgencyPath, .keepAgencies) { visit, id in try await closeAgency(id, visit.today).open(visit) },
    .send(closeAgencyPath, .keepAgencies) { visit, id in
        try await closeAgency(id, visit.today).send(visit) { writer, viewer, typed in
            let before = try writer.agencyToKeep(id, for: viewer)
            try before.refuseOvertaken(seen: typed["seen"], now: before.name)
            try writer.save(CloseAgency(lastDay: typed.dayIfAny("last_day"), reason: typed["reason"]).applied(to: before))
            return agencyPath(id).asking(["saved": "closed"])
        }
    },
]

private let addAgency = AgencyAct(address: addAgencyPath(), form: { reader, viewer, write in
    AgencyForm(title: "Add an agency", lead: "Who they are, and how one refers to them. No child’s name belongs here.", button: "Add this agency", back: agenciesPath(),
               fields: try reader.agencyOwnerChoice(write, viewer) + agencyFields(reader, write))
})

private func changeAgency(_ id: AgencyID) -> AgencyAct {
    AgencyAct(address: changeAgencyPath(id), form: { reader, viewer, write in
        let agency = try reader.agencyToKeep(id, for: viewer)
        return AgencyForm(title: "Change \(agency.name)", button: "Save the agency", back: agencyPath(id), fields: try agencyFields(reader, write), version: agency.version)
    }, start: { reader, viewer in try reader.agencyToKeep(id, for: viewer).typed })
}

private func closeAgency(_ id: AgencyID, _ today: Day) -> AgencyAct {
    AgencyAct(address: closeAgencyPath(id), form: { reader, viewer, write in
        let agency = try reader.agencyToKeep(id, for: viewer)
        return AgencyForm(title: "Close \(agency.name)", lead: "Nobody refers to it after this day. Referrals that run stay, with all that was written.", button: "Close this agency", back: agencyPath(id),
                          fields: write.day("last_day", "Last day") + write.text("reason", "Why, and where does one refer now?"), version: agency.version)
    }, start: { _, _ in FormValues([("last_day", "\(today)")]) })
}

private func agencyFields(_ reader: Reader, _ write: FormWriter) throws -> HTML {
    let bodies = try [Choice("", "None")] + reader.healthBodies().map { Choice("\($0.id)", $0.name) }
    let councils: [HTML] = try reader.councils().map { "<option value=\"\($0.code)\">\($0.name)</option>" }
    return """
        <datalist id="councils">\(councils)</datalist>\
        \(write.text("name", "Name"))\(write.select("kind", "What kind of service?", [Choice("", "Choose")] + AgencyKind.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.text("la_code", "Council whose children it is for", hint: "Its three figures. Leave it empty if the service is bound to no council.", suggestions: "councils"))\
        \(write.select("health_body", "Health body whose paperwork it uses", bodies))\
        \(write.longText("how", "How does one refer?", hint: "Step by step: who may refer, by which way, what must go along.", aboutNobody: ()))\
        \(write.text("form", "Which form?", hint: "Its name, and where the blank form lies."))\
        \(write.longText("threshold", "Whom do they take?", hint: "What they ask for before they take somebody on.", rows: 3, aboutNobody: ()))\
        \(write.text("usual_days", "Within how many days do they usually answer?", hint: "Today reminds you after that. Left empty, after \(count(Agency.usualAnswer, "day"))."))\
        <div class="grid">\(write.text("website", "Website or portal"))\(write.text("email", "Mail"))\(write.text("phone", "Telephone"))</div>\
        \(write.longText("note", "Anything else", rows: 2, aboutNobody: ()))\(write.day("checked_on", "When did you last check all this with them?"))
        """
}

extension FormValues {
    /// What the form says, or everything that is wrong with it.
    fileprivate func agency(to before: Agency?, at school: SchoolID?, for viewer: Viewer, _ writer: Writer) throws -> Change<Agency> {
        var keep = KeepAgency(name: self["name"], kind: self["kind"])
        (keep.laCode, keep.how, keep.form, keep.threshold) = (self["la_code"].trimmed, self["how"], self["form"], self["threshold"])
        (keep.website, keep.email, keep.phone, keep.note) = (self["website"], self["email"], self["phone"], self["note"])
        (keep.usualDays, keep.checkedOn) = (self["usual_days"], try dayIfAny("checked_on"))
        keep.healthBody = HealthBodyID(self["health_body"])
        if let body = keep.healthBody, try writer.one(body, of: HealthBody.self) == nil { throw Problems("health_body", "Choose a health body of the list.") }
        return try keep.applied(to: before, at: school, beside: writer.agencies(for: viewer), today: writer.act.today)
    }
}

extension Agency {
    /// The texts with which its form opens.
    fileprivate var typed: FormValues {
        FormValues([
            ("name", name), ("kind", kind.rawValue), ("la_code", laCode), ("health_body", healthBody.map { "\($0)" } ?? ""), ("how", how), ("form", form), ("threshold", threshold),
            ("website", website), ("email", email), ("phone", phone), ("usual_days", usualDays.map { "\($0)" } ?? ""), ("note", note), ("checked_on", checkedOn?.description ?? ""),
        ])
    }
}
