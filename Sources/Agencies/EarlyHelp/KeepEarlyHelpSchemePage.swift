import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down how a council runs early help, puts it right, and closes it.
let keepEarlyHelpSchemeRoutes: [Route] = [
    .read(addEarlyHelpSchemePath, .keepAgencies) { visit in try await keepScheme(nil).open(visit) },
    .send(addEarlyHelpSchemePath, .keepAgencies) { visit in try await send(visit, nil) },
    .read(changeEarlyHelpSchemePath, .keepAgencies) { visit, row in try await keepScheme(row).open(visit) },
    .send(changeEarlyHelpSchemePath, .keepAgencies) { visit, row in try await send(visit, row) },
    .read(closeEarlyHelpSchemePath, .keepAgencies) { visit, row in try await closeScheme(row, visit.today).open(visit) },
    .send(closeEarlyHelpSchemePath, .keepAgencies) { visit, row in
        try await closeScheme(row, visit.today).send(visit) { writer, viewer, typed in
            let before = try writer.schemeToKeep(row, for: viewer)
            try before.refuseOvertaken(seen: typed["seen"], now: before.name)
            try writer.save(CloseAgency(lastDay: typed.dayIfAny("last_day"), reason: typed["reason"]).applied(to: before))
            return earlyHelpSchemesPath().asking(["saved": "closed"])
        }
    },
]

private func send(_ visit: Visit, _ row: RowID?) async throws -> Answer {
    try await keepScheme(row).send(visit) { writer, viewer, typed in
        let before = try row.map { try writer.schemeToKeep($0, for: viewer) }
        try before?.refuseOvertaken(seen: typed["seen"], now: before?.name ?? "")
        let saved = try writer.save(typed.scheme().applied(to: before, beside: writer.earlyHelpSchemes(), today: writer.act.today))
        return earlyHelpSchemesPath().asking(["saved": "kept"]).at("scheme-\(saved.id)")
    }
}

extension Reader {
    /// - Throws: `NotFound` where there is none, or this person keeps no agencies.
    fileprivate func schemeToKeep(_ row: RowID, for viewer: Viewer) throws -> EarlyHelpScheme {
        guard viewer.keepsAgencies, let scheme = try one(row, of: EarlyHelpScheme.self) else { throw NotFound() }
        return scheme
    }
}

private func keepScheme(_ row: RowID?) -> AgencyAct {
    AgencyAct(address: row.map { changeEarlyHelpSchemePath($0) } ?? addEarlyHelpSchemePath(), form: { reader, viewer, write in
        let scheme = try row.map { try reader.schemeToKeep($0, for: viewer) }
        return AgencyForm(title: scheme.map { "Change \($0.name)" } ?? "Add a council’s way of early help", lead: "As the council’s own guidance says it. No child’s name belongs here.", button: "Save the council’s way", back: earlyHelpSchemesPath(),
                          fields: try schemeFields(reader, write), version: scheme?.version)
    }, start: { reader, viewer in try row.map { try reader.schemeToKeep($0, for: viewer).typed } ?? FormValues() })
}

private func closeScheme(_ row: RowID, _ today: Day) -> AgencyAct {
    AgencyAct(address: closeEarlyHelpSchemePath(row), form: { reader, viewer, write in
        let scheme = try reader.schemeToKeep(row, for: viewer)
        return AgencyForm(title: "Close \(scheme.name)", lead: "Nobody begins by it after this day. Families whose help runs go on by the steps they began with.", button: "Close this way", back: earlyHelpSchemesPath(),
                          fields: write.day("last_day", "Last day") + write.text("reason", "Why, and what comes in its place?"), version: scheme.version)
    }, start: { _, _ in FormValues([("last_day", "\(today)")]) })
}

private func schemeFields(_ reader: Reader, _ write: FormWriter) throws -> HTML {
    let councils: [HTML] = try reader.councils().map { "<option value=\"\($0.code)\">\($0.name)</option>" }
    return """
        <datalist id="councils">\(councils)</datalist>\(write.text("la_code", "Which council?", hint: "Its three figures.", suggestions: "councils"))\
        \(write.text("name", "What does it call this?", hint: "Such as: Family Help, or Early Help."))\
        <div class="grid">\(write.text("assessment", "What does it call the assessment?", hint: "Such as: Early Help Assessment."))\(write.text("meeting", "What does it call the meeting?", hint: "Such as: Team around the Family."))</div>\
        \(write.longText("steps", "Its steps, one to a line", hint: "If the council says by when, write the number of days from the beginning behind a bar, such as: Write the assessment | 30.", rows: 8, aboutNobody: ()))\
        \(write.text("review_days", "After how many days is the next meeting?", hint: "Leave it empty if the council says nothing."))\
        \(write.text("form", "Which form?", hint: "Its name, and where the blank form lies."))\(write.longText("threshold", "Whom is it for?", hint: "What the council asks for before it begins.", rows: 3, aboutNobody: ()))\
        <div class="grid">\(write.text("website", "Website or portal"))\(write.text("email", "Mail"))\(write.text("phone", "Telephone"))</div>\
        \(write.longText("note", "Anything else", rows: 2, aboutNobody: ()))\(write.day("checked_on", "When did you last check all this with the council?"))
        """
}

extension FormValues {
    fileprivate func scheme() throws -> KeepEarlyHelpScheme {
        var keep = KeepEarlyHelpScheme(of: self["la_code"], name: self["name"])
        (keep.assessment, keep.meeting, keep.steps, keep.reviewDays) = (self["assessment"], self["meeting"], self["steps"], self["review_days"])
        (keep.form, keep.threshold, keep.website, keep.email) = (self["form"], self["threshold"], self["website"], self["email"])
        (keep.phone, keep.note, keep.checkedOn) = (self["phone"], self["note"], try dayIfAny("checked_on"))
        return keep
    }
}

extension EarlyHelpScheme {
    /// The texts with which its form opens.
    fileprivate var typed: FormValues {
        FormValues([
            ("la_code", laCode), ("name", name), ("assessment", assessment), ("meeting", meeting), ("steps", steps.map(\.line).joined(separator: "\n")), ("review_days", reviewDays.map { "\($0)" } ?? ""),
            ("form", form), ("threshold", threshold), ("website", website), ("email", email), ("phone", phone), ("note", note), ("checked_on", checkedOn?.description ?? ""),
        ])
    }
}
