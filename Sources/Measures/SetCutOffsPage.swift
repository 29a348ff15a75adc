import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Sets the cut-offs of one scale from a day on, for the trust or a school.
private let setCutOffsPath = PagePath<InstrumentID>("/instruments/*/cut-offs")

func setCutOffsAddress(_ instrument: InstrumentID, _ scale: Scale) -> Address { setCutOffsPath(instrument).asking(["scale": scale.key]) }

let setCutOffsRoutes: [Route] = [
    .read(setCutOffsPath, .keepSchool) { visit, id in
        let key = visit.request.query["scale"]
        return try await visit.read { reader in
            let (instrument, scale) = try reader.scaleToSet(id, key, visit.viewer)
            let place = try? reader.catalogueSchool("", visit.viewer)
            let bands = instrument.bands(of: scale, at: place ?? nil, on: visit.today, among: try reader.cutOffs(of: [id]))
            return try page(visit, reader, instrument, scale, scale.form(bands, visit.today), Problems())
        }
    },
    .send(setCutOffsPath, .keepSchool) { visit, id in
        let typed = visit.request.form, key = typed["scale"]
        do {
            try await visit.write { writer in
                let (instrument, scale) = try writer.scaleToSet(id, key, visit.viewer)
                let school = try writer.catalogueSchool(instrument.school.map { "\($0)" } ?? typed["school"], visit.viewer)
                let lines = (0..<bandLines).map { SetCutOffs.Line(from: typed["from.\($0)"], name: typed["name.\($0)"], concern: typed["concern.\($0)"]) }
                try writer.save(try SetCutOffs(lines, starts: try typed.day("starts")).applied(to: scale, of: instrument, at: school, today: visit.today))
            }
            return .goTo(instrumentPath(id).asking(["saved": "cut-offs"]))
        } catch let problems as Problems {
            return try await visit.read { reader in
                let (instrument, scale) = try reader.scaleToSet(id, key, visit.viewer)
                return try page(visit, reader, instrument, scale, typed, problems)
            }
        }
    },
]

/// More bands than any test has.
private let bandLines = 9

extension Reader {
    fileprivate func scaleToSet(_ id: InstrumentID, _ key: String, _ viewer: Viewer) throws -> (Instrument, Scale) {
        let instrument = try instrument(id, for: viewer)
        guard viewer.catalogueTo != nil, let scale = instrument.scale(key) else { throw NotFound() }
        return (instrument, scale)
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ instrument: Instrument, _ scale: Scale, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let write = FormWriter(typed, problems), title = "Set the cut-offs of \(scale.name)"
    let rows: [HTML] = (0..<bandLines).map { place in
        """
        <fieldset class="field"><legend>Band \(place + 1)</legend><div class="grid">\(write.text("from.\(place)", "Begins with", hint: place == 0 ? scale.howToType : nil))\
        \(write.text("name.\(place)", "Name"))\(write.select("concern.\(place)", "What to do", Band.Concern.allCases.map { Choice($0.rawValue, $0.label) }))</div></fieldset>
        """
    }
    let whom: HTML = instrument.school == nil ? try reader.placeChoice(write, visit.viewer) : ""
    let body: HTML = """
        \(crumbs(("Tests", cataloguePath()), (instrument.name, instrumentPath(instrument.id))))\(write.summary)\
        \(pageTitle(title, lead: "\(instrument.name). Each band reaches up to the next. Leave lines empty that you don’t need."))\
        \(form(setCutOffsPath(instrument.id), button: "Save the cut-offs", back: instrumentPath(instrument.id), """
            \(hidden("scale", scale.key))\(whom)\(write.day("starts", "From which day?", hint: "Results of earlier days keep their meaning."))\(rows)
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "results", body) : visit.formAgain(title, at: "results", body)
}

extension Scale {
    /// The texts with which the form opens.
    fileprivate func form(_ bands: [Band], _ today: Day) -> FormValues {
        var values = FormValues([("starts", today.description)])
        for (place, band) in bands.prefix(bandLines).enumerated() {
            values.add("from.\(place)", typed(Score(band.from)))
            values.add("name.\(place)", band.name)
            values.add("concern.\(place)", band.concern.rawValue)
        }
        return values
    }
}
