import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One test: what it gives scores for, and what they mean.
public let instrumentPath = PagePath<InstrumentID>("/instruments/*")
/// Takes it out of the list, or puts it back.
let offerInstrumentPath = PagePath<InstrumentID>("/instruments/*/offered")

/// - Parameter sections: what areas above show of a test.
func instrumentRoutes(_ sections: [PageSection<InstrumentID>]) -> [Route] {
    [
        .read(instrumentPath, .visit) { visit, id in
            try await visit.read { reader in
                try instrumentPage(visit, reader, id) { try sections.filter { visit.viewer.may($0.needs) }.map { try $0.render(reader, visit.viewer, id, visit.today) } }
            }
        },
        .send(offerInstrumentPath, .keepSchool) { visit, id in
            try await visit.write { writer in
                let instrument = try writer.instrumentToKeep(id, visit.viewer)
                try writer.save(OfferInstrument(visit.request.form["offered"] == "yes").applied(to: instrument, today: visit.today))
            }
            return .goTo(instrumentPath(id).asking(["saved": "offered"]))
        },
    ]
}

extension Reader {
    /// An instrument that this viewer may change.
    /// - Throws: `NotFound` for everybody else.
    func instrumentToKeep(_ id: InstrumentID, _ viewer: Viewer) throws -> Instrument {
        let instrument = try instrument(id, for: viewer)
        guard viewer.keeps(at: instrument.school) else { throw NotFound() }
        return instrument
    }
}

private func instrumentPage(_ visit: Visit, _ reader: Reader, _ id: InstrumentID, _ above: () throws -> [HTML]) throws -> Answer {
    let instrument = try reader.instrument(id, for: visit.viewer), set = try reader.cutOffs(of: [id])
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    let ended: HTML = instrument.isOffered(on: visit.today) ? "" : notice("This test is no longer used here. Its results stay.", warns: true)
    let scales = try instrument.scales.map { try scaleCard(visit, reader, instrument, $0, set.filter { [scale = $0.key] in $0.scale == scale }) }
    let added = try above()
    return visit.page(instrument.name, at: "results", """
        \(crumbs(("Tests", cataloguePath())))\(saved)\(ended)\(pageTitle(instrument.name, lead: "\(instrument.publisher)", actions: actions(visit, instrument)))\
        \(card("About it", facts(about(instrument))))\(scales)\(added)\(offer(visit, instrument))
        """)
}

private func about(_ instrument: Instrument) -> [(String, HTML)] {
    let list: [(String, String)] = [
        ("Looks at", instrument.domain.label), ("Meant for", instrument.ages), ("What it is", instrument.about), ("To use it", instrument.licence),
        ("Progress", instrument.measuresProgress ? "Scores may be compared over time." : "It looks at one moment: scores are not compared over time."),
    ]
    return list.filter { !$0.1.isEmpty }.map { ($0.0, "\($0.1)") }
}

private func actions(_ visit: Visit, _ instrument: Instrument) -> [HTML] {
    !instrument.isShipped && visit.person.keeps(at: instrument.school) ? [linkButton("Change this test", changeInstrumentPath(instrument.id), aside: true)] : []
}

private func offer(_ visit: Visit, _ instrument: Instrument) -> HTML {
    guard visit.person.keeps(at: instrument.school) else { return "" }
    let offered = instrument.isOffered(on: visit.today)
    return """
        <form method="post" action="\(offerInstrumentPath(instrument.id))"><p class="actions">\(hidden("offered", offered ? "no" : "yes"))\
        <button class="second">\(offered ? "Take it out of the list" : "Put it back into the list")</button></p></form>
        """
}

/// What the scores of one scale mean, by whose cut-offs.
private func scaleCard(_ visit: Visit, _ reader: Reader, _ instrument: Instrument, _ scale: Scale, _ set: [CutOffs]) throws -> HTML {
    let own = set.filter { $0.school.map(visit.viewer.sees) ?? true }
    let places: [SchoolID?] = [nil] + own.compactMap(\.school).unique.map { $0 }
    let tables = try places.map { school -> HTML in
        let bands = instrument.bands(of: scale, at: school, on: visit.today, among: own)
        let name = try school.flatMap { try reader.one($0, of: School.self)?.name } ?? "For every school of the trust"
        return (places.count > 1 ? "<h3>\(name)</h3>" : "") + bandTable(scale, bands)
    }
    let keeps = visit.person.catalogueTo != nil
    let change: HTML = keeps ? "<p class=\"actions\"><a href=\"\(setCutOffsAddress(instrument.id, scale))\">Set the cut-offs</a></p>" : ""
    return card(scale.name, id: "scale-\(scale.key)", "<p>\(scale.kind.label). What to type: \(scale.howToType)</p>\(sections(scale))\(tables)\(instrument.asksForCheckOfCutOffs && own.isEmpty ? checkLocally : "")\(history(scale, own))\(change)")
}

private let checkLocally: HTML = """
    <p><span class="tag tag-warn">Check locally</span> We could not hold these cut-offs against the publisher’s. Look them up before you rely on them, and set them here.</p>
    """

private func bandTable(_ scale: Scale, _ bands: [Band]) -> HTML {
    if bands.isEmpty { return "<p>No cut-offs are set.</p>" }
    let rows: [HTML] = bands.enumerated().map { place, band in
        let last = place + 1 < bands.count ? bands[place + 1].from - 1 : scale.range.upperBound
        let from = scale.words(of: Score(band.from)), to = scale.words(of: Score(last))
        return "<tr><th scope=\"row\">\(band.name)</th><td data-label=\"Scores\">\(from == to ? from : "\(from) to \(to)")</td><td>\(band.concern.label)</td></tr>"
    }
    return table("Cut-offs of \(scale.name)", [head("Band"), head("Scores"), head("What to do")], rows)
}

private func sections(_ scale: Scale) -> HTML {
    guard let sections = scale.sections, !sections.isEmpty else { return "" }
    let items: [HTML] = sections.map { "<li>Section \($0.name): \(Age.inWords(months: $0.youngest)) to \(Age.inWords(months: $0.oldest))</li>" }
    return "<details><summary>Sections by age</summary><ul>\(items)</ul></details>"
}

private func history(_ scale: Scale, _ set: [CutOffs]) -> HTML {
    if set.isEmpty { return "" }
    let items: [HTML] = set.reversed().map { cut in
        "<li>From \(cut.starts.inWords)\(cut.school == nil ? ", for the trust" : ", for a school"): \(cut.bands.isEmpty ? "none" : cut.bands.map { "\($0.name) from \(scale.words(of: Score($0.from)))" }.joined(separator: ", "))</li>"
    }
    return "<details><summary>Cut-offs set here</summary><p>A result is read by the cut-offs of its own day.</p><ul>\(items)</ul></details>"
}
