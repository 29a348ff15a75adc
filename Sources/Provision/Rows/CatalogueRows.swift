import Basics
import Database

extension Intervention: Recorded {
    public static let table = Table("intervention", "key", "name", "kind", "areas", "about", "group_size", "minutes", "sessions_a_week", "weeks", "role", "training", "licence",
                                    "shared_materials", "materials_each", "entry_instrument_id", "exit_instrument_id", "measuring", "evidence", "strands", "school_id", "adapts_id", "adapted_because", "ends")

    public var cells: [SQLValue] {
        Database.cells(key, name, kind, KeptTexts(areas), about, groupSize, minutes, sessionsAWeek, weeks, role, training, licence)
            + Database.cells(sharedMaterials, materialsEach, entryInstrument, exitInstrument, measuring, evidence, KeptTexts(strands), school, adapts, adaptedBecause, ends)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (InterventionID, Int) = try (row.next(), row.next())
        let (key, name, kind, areas, about): (String, String, InterventionKind, KeptTexts, String) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        try self.init(id: id, key: key, name: name, kind: kind, areas: areas.items, groupSize: row.next(), minutes: row.next(), sessionsAWeek: row.next(), weeks: row.next(), role: row.next())
        (self.version, self.about) = (version, about)
        (training, licence, sharedMaterials, materialsEach) = try (row.next(), row.next(), row.next(), row.next())
        (entryInstrument, exitInstrument, measuring, evidence) = try (row.next(), row.next(), row.next(), row.next())
        strands = try row.next(KeptTexts.self).items
        (school, adapts, adaptedBecause, ends) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension InterventionKind: Storable {}
