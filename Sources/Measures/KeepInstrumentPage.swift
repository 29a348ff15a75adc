import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Adds a test to the catalogue, or changes one that was added here.
let addInstrumentPath = PagePath< >("/instruments/add")
let changeInstrumentPath = PagePath<InstrumentID>("/instruments/*/change")

let keepInstrumentRoutes: [Route] = [
    .read(addInstrumentPath, .keepSchool) { visit in
        try await visit.read { try page(visit, $0, nil, FormValues([("progress", "yes")]), Problems()) }
    },
    .send(addInstrumentPath, .keepSchool) { visit in
        let typed = visit.request.form
        return try await send(visit, nil) { writer in
            let school = try writer.catalogueSchool(typed["school"], visit.viewer)
            let others = try writer.instruments(for: visit.viewer, at: school)
            return try writer.save(try typed.instrument().applied(to: nil, beside: others, at: school)).id
        }
    },
    .read(changeInstrumentPath, .keepSchool) { visit, id in
        try await visit.read { reader in
            let instrument = try reader.instrumentToKeep(id, visit.viewer)
            if instrument.isShipped { throw NotFound() }
            return try page(visit, reader, instrument, instrument.form, Problems())
        }
    },
    .send(changeInstrumentPath, .keepSchool) { visit, id in
        let typed = visit.request.form
        return try await send(visit, id) { writer in
            let before = try writer.instrumentToKeep(id, visit.viewer)
            if before.isShipped { throw NotFound() }
            if let seen = Int(typed["seen"]), seen != before.version { throw Problems("", "Somebody else changed this test while you had it open. Look at it again before you save.") }
            let others = try writer.instruments(for: visit.viewer, at: before.school)
            return try writer.save(try typed.instrument().applied(to: before, beside: others, at: before.school, used: writer.usedScales(of: id))).id
        }
    },
]

private func send(_ visit: Visit, _ id: InstrumentID?, _ save: @escaping @Sendable (Writer) throws -> InstrumentID) async throws -> Answer {
    do {
        let saved = try await visit.write(save)
        return .goTo(instrumentPath(saved).asking(["saved": "kept"]))
    } catch let problems as Problems {
        return try await visit.read { reader in
            try page(visit, reader, try id.map { try reader.instrumentToKeep($0, visit.viewer) }, visit.request.form, problems)
        }
    }
}

extension Reader {
    /// The school that a form names, where this viewer may keep its catalogue; nil for the trust.
    func catalogueSchool(_ text: String, _ viewer: Viewer) throws -> SchoolID? {
        switch viewer.catalogueTo {
        case .trust:
            guard let id = SchoolID(text) else { return nil }
            guard try school(id, for: viewer) != nil else { throw NotFound() }
            return id
        case .schools(let schools):
            guard let id = SchoolID(text) ?? (schools.count == 1 ? schools[0] : nil) else { throw Problems("school", "Choose the school.") }
            if !schools.contains(id) { throw NotFound() }
            return id
        case nil: throw NotFound()
        }
    }

    /// For whom it is: a choice for those who keep the whole trust's, or several schools'.
    func placeChoice(_ write: FormWriter, _ viewer: Viewer) throws -> HTML {
        let names = try schools(for: viewer.doing(.keepSchool)).map { Choice("\($0.id)", $0.name) }
        if case .trust = viewer.catalogueTo { return write.select("school", "For whom?", [Choice("", "Every school of the trust")] + names) }
        return names.count > 1 ? write.select("school", "For which school?", names) : ""
    }
}

/// How many lines for scales the form has: one more than there are, and six at least.
private func lines(_ typed: FormValues) -> Int { max(6, (0..<40).last { !typed["scale.\($0)"].isEmpty }.map { $0 + 2 } ?? 0) }

private func page(_ visit: Visit, _ reader: Reader, _ instrument: Instrument?, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let write = FormWriter(typed, problems), title = instrument.map { "Change \($0.name)" } ?? "Add a test"
    let scales: [HTML] = (0..<lines(typed)).map { place in
        """
        <fieldset class="field"><legend>Score \(place + 1)</legend><div class="grid">\(write.text("scale.\(place)", "What it is for", hint: place == 0 ? "Such as Reading accuracy." : nil))\
        \(write.select("kind.\(place)", "Kind of score", ScoreKind.allCases.map { Choice($0.rawValue, $0.label) }))\(write.text("lowest.\(place)", "Lowest", hint: "For points."))\
        \(write.text("highest.\(place)", "Highest", hint: "For points."))\(write.text("words.\(place)", "Levels, lowest first", hint: "For a list of levels, with commas between."))\
        \(write.checkbox("low_is_good.\(place)", Choice("yes", "A low score is the good one")))</div></fieldset>
        """
    }
    let place: HTML = instrument == nil ? try reader.placeChoice(write, visit.viewer) : ""
    let body: HTML = """
        \(crumbs(("Tests", cataloguePath())))\(write.summary)\(pageTitle(title, lead: "Write what it is called and what it gives scores for. Leave out questions and norm tables: they belong to the publisher."))\
        \(form(instrument.map { changeInstrumentPath($0.id) } ?? addInstrumentPath(), button: "Save the test", back: instrument.map { instrumentPath($0.id) } ?? cataloguePath(), """
            \(write.hidden("seen"))\(place)\(write.text("name", "Name"))\(write.text("publisher", "Publisher"))\
            \(write.select("domain", "What does it look at?", Instrument.Domain.allCases.map { Choice($0.rawValue, $0.label) }))\
            <div class="grid">\(write.text("youngest", "From which age?", hint: "Such as 4 or 4:06. Leave it empty for any."))\(write.text("oldest", "Up to which age?", hint: "Such as 11."))</div>\
            \(write.checkbox("progress", Choice("yes", "Its scores may be compared over time", hint: "Some screenings look at one moment only.")))\
            \(write.longText("about", "What is it?", rows: 2, aboutNobody: ()))\(write.text("licence", "What must one have to use it?"))<h2>Scores</h2>\(scales)
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "results", body) : visit.formAgain(title, at: "results", body)
}

extension FormValues {
    fileprivate func instrument() -> KeepInstrument {
        KeepInstrument(
            name: self["name"], publisher: self["publisher"], domain: self["domain"], about: self["about"], licence: self["licence"], youngest: self["youngest"], oldest: self["oldest"],
            measuresProgress: self["progress"] == "yes", lines: (0..<40).map { place in
                .init(name: self["scale.\(place)"], kind: self["kind.\(place)"], lowest: self["lowest.\(place)"], highest: self["highest.\(place)"], words: self["words.\(place)"],
                      lowIsGood: self["low_is_good.\(place)"] == "yes")
            })
    }
}

extension Instrument {
    /// The texts with which its form opens.
    fileprivate var form: FormValues {
        var values = FormValues([
            ("seen", "\(version)"), ("name", name), ("publisher", publisher), ("domain", domain.rawValue), ("about", about), ("licence", licence),
            ("youngest", youngestMonths.map(Age.inWords) ?? ""), ("oldest", oldestMonths.map(Age.inWords) ?? ""),
        ])
        if measuresProgress { values.add("progress", "yes") }
        for (place, scale) in scales.enumerated() {
            values.add("scale.\(place)", scale.name)
            values.add("kind.\(place)", scale.kind.rawValue)
            values.add("lowest.\(place)", scale.lowest.map(String.init) ?? "")
            values.add("highest.\(place)", scale.highest.map(String.init) ?? "")
            values.add("words.\(place)", (scale.words ?? []).joined(separator: ", "))
            if scale.lowIsGood == true { values.add("low_is_good.\(place)", "yes") }
        }
        return values
    }
}
