import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// Adds an entry to the catalogue.
let addEntryPath = PagePath< >("/catalogue/add")
/// Changes what is usual for one.
let changeEntryPath = PagePath<InterventionID>("/catalogue/*/keep")

let keepEntryRoutes: [Route] = [
    .read(addEntryPath, .seeProvision) { visit in try await addEntry.open(visit) },
    .send(addEntryPath, .seeProvision) { visit in
        try await addEntry.send(visit) { writer, viewer, typed in
            guard viewer.keepsEntries else { throw NotFound() }
            let school = try writer.owner(typed["school"], viewer)
            return (try writer.save(try typed.entry(to: nil, at: school, for: viewer, writer)).id, "added")
        }
    },
    .read(changeEntryPath, .seeProvision) { visit, id in try await changeEntry(id).open(visit) },
    .send(changeEntryPath, .seeProvision) { visit, id in
        try await changeEntry(id).send(visit) { writer, viewer, typed in
            let before = try writer.entryToKeep(id, for: viewer)
            try before.refuseOvertaken(seen: typed["seen"])
            return (try writer.save(try typed.entry(to: before, at: before.school, for: viewer, writer)).id, "changed")
        }
    },
]

private let addEntry = EntryAct(address: addEntryPath(), form: { reader, viewer, write in
    guard viewer.keepsEntries else { throw NotFound() }
    return EntryForm(title: "Add to the catalogue", lead: "What it is called, for whom it is, and what is usual. A provision begins with these numbers and may differ.", button: "Add to the catalogue", back: cataloguePath(),
                     fields: try reader.ownerChoice(write, viewer) + fields(reader, viewer, write, nil))
}, start: { _, _ in FormValues([("group_size", "3"), ("minutes", "30"), ("sessions", "2"), ("weeks", "10")]) })

private func changeEntry(_ id: InterventionID) -> EntryAct {
    EntryAct(address: changeEntryPath(id), form: { reader, viewer, write in
        let entry = try reader.entryToKeep(id, for: viewer)
        let lead: HTML = entry.isShipped ? "Its name and kind come with Trellis and stay. What runs already keeps its own numbers." : "What runs already keeps its own numbers."
        return EntryForm(title: "Change \(entry.name)", lead: lead, button: "Save the entry", back: interventionPath(id), fields: try fields(reader, viewer, write, entry), version: entry.version)
    }, start: { reader, viewer in try reader.entryToKeep(id, for: viewer).form })
}

private func fields(_ reader: Reader, _ viewer: Viewer, _ write: FormWriter, _ entry: Intervention?) throws -> HTML {
    let tests = try [Choice("", "None of the list")] + reader.instruments(for: viewer).map { Choice("\($0.id)", $0.name) }
    let name: HTML = entry?.isShipped == true ? write.hidden("name") + write.hidden("kind") : """
        \(write.text("name", "Name"))\(write.radios("kind", "How much more is it than teaching for everyone?", InterventionKind.allCases.map { Choice($0.rawValue, $0.label, hint: $0.inWords) }))
        """
    return """
        \(name)\(write.checkboxes("areas", "For which areas of need?", AreaOfNeed.all.map { Choice($0.key, $0.label) }))\(write.longText("about", "What is it?", hint: "In your own words. No pupil’s name.", rows: 3, aboutNobody: ()))\
        <h2>What is usual</h2><div class="grid">\(write.text("group_size", "Pupils (1 for one to one)"))\(write.text("minutes", "Minutes of a session"))\(write.text("sessions", "Sessions a week"))\
        \(write.text("weeks", "Weeks (empty for no end)"))</div>\(write.select("role", "Who usually gives it?", [Choice("", "Choose")] + StaffRole.all.map { Choice($0.key, $0.label) }))\
        \(write.text("training", "Training that is needed"))\(write.text("licence", "Licence"))<div class="grid">\(write.text("materials", "Materials for a group, in pounds"))\(write.text("materials_each", "Materials for each pupil, in pounds"))</div>\
        <h2>What is measured</h2>\(write.select("entry_instrument", "Before", tests))\(write.select("exit_instrument", "After", tests))\(write.text("measuring", "In words, where it is no test of the list"))\
        <h2>What is known of it</h2>\(write.longText("evidence", "Evidence, with where it stands", rows: 3, aboutNobody: ()))\
        \(write.checkboxes("strands", "Nearest strands of the Education Endowment Foundation’s toolkit", EvidenceStrand.all.map { Choice($0.key, $0.name) }))
        """
}

extension InterventionKind {
    /// What it means, for whoever chooses.
    fileprivate var inWords: String {
        switch self {
        case .universal: "For everyone in a class or the school."
        case .targeted: "For some, for a time, most often in a group."
        case .targetedPlus: "For some, with advice or help from a specialist."
        case .specialist: "For one or few, by or under a specialist."
        }
    }
}

extension FormValues {
    /// What the form says, or everything that is wrong with it.
    fileprivate func entry(to before: Intervention?, at school: SchoolID?, for viewer: Viewer, _ reader: Reader) throws -> Change<Intervention> {
        let shared = typedPrice("materials"), each = typedPrice("materials_each")
        var keep = KeepIntervention(name: self["name"], kind: InterventionKind(rawValue: self["kind"]), areas: all("areas").filter { key in AreaOfNeed.all.contains { $0.key == key } }, groupSize: Int(self["group_size"].trimmed), minutes: Int(self["minutes"].trimmed),
                                    sessionsAWeek: Int(self["sessions"].trimmed), weeks: self["weeks"].trimmed.isEmpty ? nil : Int(self["weeks"].trimmed) ?? 0, role: self["role"])
        (keep.about, keep.training, keep.licence, keep.measuring, keep.evidence) = (self["about"], self["training"], self["licence"], self["measuring"], self["evidence"])
        (keep.sharedMaterials, keep.materialsEach, keep.strands) = (shared ?? Pence(0), each ?? Pence(0), all("strands"))
        (keep.entryInstrument, keep.exitInstrument) = (InstrumentID(self["entry_instrument"]), InstrumentID(self["exit_instrument"]))
        var problems = Problems()
        problems.require(shared != nil, "materials", "Give pounds and pence, such as 12.50, or leave it empty.")
        problems.require(each != nil, "materials_each", "Give pounds and pence, such as 12.50, or leave it empty.")
        let tests = Set(try reader.instruments(for: viewer).map(\.id))
        for (field, test) in [("entry_instrument", keep.entryInstrument), ("exit_instrument", keep.exitInstrument)] { problems.require(test.map(tests.contains) ?? true, field, "Choose a test of the list.") }
        return try together(problems) { try keep.applied(to: before, at: school, beside: reader.entries(for: viewer)) }
    }
}

extension Intervention {
    /// The texts with which its form opens.
    fileprivate var form: FormValues {
        var values = FormValues([
            ("name", name), ("kind", kind.rawValue), ("about", about), ("group_size", "\(groupSize)"), ("minutes", "\(minutes)"), ("sessions", "\(sessionsAWeek)"), ("weeks", weeks.map { "\($0)" } ?? ""),
            ("role", role), ("training", training), ("licence", licence), ("materials", sharedMaterials.price), ("materials_each", materialsEach.price),
            ("entry_instrument", entryInstrument.map { "\($0)" } ?? ""), ("exit_instrument", exitInstrument.map { "\($0)" } ?? ""), ("measuring", measuring), ("evidence", evidence),
        ])
        for area in areas { values.add("areas", area) }
        for strand in strands { values.add("strands", strand) }
        return values
    }
}

extension FormValues {
    /// Nothing typed is nought.
    fileprivate func typedPrice(_ name: String) -> Pence? { self[name].trimmed.isEmpty ? Pence(0) : typedPounds(name) }
}

extension Pence {
    /// Nothing stands in the field for nought.
    fileprivate var price: String { self == Pence(0) ? "" : typed }
}
