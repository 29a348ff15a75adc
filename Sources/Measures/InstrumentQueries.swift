import Access
import Basics
import Database
import Pages
import People

extension Reader {
    /// The instruments of the catalogue that a viewer may know: those of the trust, and those of schools in sight.
    /// - Parameters:
    ///   - school: only those of the trust and of this school.
    ///   - day: only those that are offered on this day.
    public func instruments(for viewer: Viewer, at school: SchoolID? = nil, offeredOn day: Day? = nil) throws -> [Instrument] {
        let place: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
        let offered: SQL = day.map { "(ends IS NULL OR ends >= \($0))" } ?? "1 = 1"
        return try all(Instrument.self, "WHERE (school_id IS NULL OR (\(viewer.sees(school: "school_id")) AND \(place))) AND \(offered) ORDER BY name, id")
    }

    /// The instrument, if this viewer may know it.
    /// - Throws: `NotFound` otherwise.
    public func instrument(_ id: InstrumentID, for viewer: Viewer) throws -> Instrument {
        guard let instrument = try one(id, of: Instrument.self), instrument.school.map(viewer.sees) ?? true else { throw NotFound() }
        return instrument
    }

    /// An instrument that Trellis brings, by its key.
    public func instrument(key: String) throws -> Instrument? {
        try all(Instrument.self, "WHERE key = \(key) AND key <> ''").first
    }

    /// The cut-offs that trust and schools have set for some instruments.
    public func cutOffs(of instruments: [InstrumentID]) throws -> [CutOffs] {
        try all(CutOffs.self, "WHERE instrument_id IN \(instruments) ORDER BY starts, id")
    }

    /// The keys of the scales of an instrument that have results or cut-offs.
    func usedScales(of instrument: InstrumentID) throws -> Set<String> {
        Set(try column("SELECT scale FROM test_result WHERE instrument_id = \(instrument) UNION SELECT scale FROM cut_offs WHERE instrument_id = \(instrument)", as: String.self))
    }
}

extension Viewer {
    /// Where a viewer may keep the catalogue: for the whole trust, for one school, or nowhere (nil).
    var catalogueTo: CatalogueReach? {
        guard may(.keepSchool) else { return nil }
        guard let schools = doing(.keepSchool).schools else { return .trust }
        return schools.isEmpty ? nil : .schools(schools)
    }

    /// Whether they may change an instrument, or set cut-offs at its place.
    func keeps(at school: SchoolID?) -> Bool {
        switch catalogueTo {
        case .trust: true
        case .schools(let schools): school.map(schools.contains) ?? false
        case nil: false
        }
    }
}

/// For whom somebody may keep the catalogue.
enum CatalogueReach: Sendable {
    case trust
    case schools([SchoolID])
}
