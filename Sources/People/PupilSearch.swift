import Access
import AreaKit
import Basics
import Database
import Pages

/// Finds pupils in sight by any beginnings of their names, or by UPN, former UPN or admission number.
let pupilSearch = SearchSource("Pupils") { reader, person, words, day in
    let viewer = person.doing(.seePupils)
    guard viewer.may(.seePupils), let condition = PupilWords(words).condition(for: viewer) else { return [] }
    let current: SQL = """
        (SELECT x.id FROM enrolment x WHERE x.pupil_id = p.id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
        ORDER BY x.starts DESC LIMIT 1)
        """
    let sql: SQL = """
        SELECT p.id, \(CalledName.given), \
        \(CalledName.family), \
        (SELECT y.year FROM pupil_year y WHERE y.pupil_id = p.id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: day).starting)), \
        (SELECT s.name FROM school s WHERE s.id = e.school_id), \
        (SELECT ps.provision FROM provision_spell ps WHERE ps.pupil_id = p.id AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day)) LIMIT 1) \
        FROM pupil p LEFT JOIN enrolment e ON e.id = \(current) \
        WHERE \(condition) AND \(viewer.seesPupil(on: day)) ORDER BY p.sort_name, p.id LIMIT \(SearchSource.most)
        """
    let hits = try reader.rows(sql, pupilHit)
    viewer.witness.saw(hits.map(\.pupil))
    return hits.map(\.hit)
}

/// Finds schools in sight by words of their names, or by URN.
let schoolSearch = SearchSource("Schools") { reader, person, text, _ in
    let viewer = person.doing(.seeFigures)
    let words = text.folded.split(separator: " ")
    guard !words.isEmpty, viewer.may(.seeFigures) else { return [] }
    return try reader.schools(for: viewer).filter { school in
        let name = school.name.folded
        return school.urn == text.trimmed || words.allSatisfy { name.contains($0) }
    }.prefix(SearchSource.most).map { SearchHit($0.name, detail: "URN \($0.urn)", schoolPath($0.id)) }
}

private func pupilHit(_ row: inout Row) throws -> (pupil: PupilID, hit: SearchHit) {
    let pupil: PupilID = try row.next()
    let name = try [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")
    let year: YearGroup? = try row.next(), school: String? = try row.next()
    let place = school.map { [year?.label, $0].compactMap { $0 }.joined(separator: " · ") } ?? "Not on a roll of the trust"
    return (pupil, SearchHit(name, detail: place, tag: statusTag(try row.next()), pupilPath(pupil)))
}

/// What was typed, as conditions on a pupil `p`.
public struct PupilWords {
    /// The longest first, since it leaves the fewest pupils.
    let words: [String]
    let number: String

    public init(_ text: String) {
        words = text.folded.split(separator: " ").map(String.init).sorted { $0.utf8.count > $1.utf8.count }
        number = text.uppercased().filter { !$0.isWhitespace }
    }

    /// Nil where nothing was typed. A former UPN of a sealed pupil finds nobody.
    public func condition(for viewer: Viewer) -> SQL? {
        guard let first = words.first else { return nil }
        if number.contains(where: \.isNumber) { return numberCondition }
        let rest: [SQL] = words.dropFirst().prefix(7).map { word in
            "EXISTS (SELECT 1 FROM pupil_word w WHERE w.pupil_id = p.id AND \(begins(word)))"
        }
        return SQL.joined(["p.id IN (SELECT w.pupil_id FROM pupil_word w WHERE \(begins(first)))"] + rest, " AND ")
    }

    private var numberCondition: SQL {
        """
        (p.upn = \(number) OR p.id IN (SELECT f.pupil_id FROM former_upn f JOIN pupil o ON o.id = f.pupil_id WHERE f.upn = \(number) AND NOT o.sealed) \
        OR p.id IN (SELECT a.pupil_id FROM enrolment a WHERE a.school_id IN (SELECT id FROM school) AND a.admission_number = \(number)))
        """
    }

    /// True for a word `w` that begins so; U+10FFFF sorts after every letter in UTF-8.
    private func begins(_ word: String) -> SQL { "w.word >= \(word) AND w.word < \(word + "\u{10FFFF}")" }
}

extension Writer {
    /// Keeps the words under which a search finds a pupil: of all names, and of former ones unless the pupil is
    /// sealed. Whoever saves a pupil, a former name or the seal calls it afterwards.
    public func saveSearchWords(of pupil: Pupil) throws {
        let former: [String] = try pupil.sealed ? [] : column("SELECT surname || ' ' || forename FROM former_name WHERE pupil_id = \(pupil.id)")
        let words = former.reduce(pupil.searchWords) { $0.union($1.folded.split(separator: " ").map(String.init)) }
        let stored = Set(try column("SELECT word FROM pupil_word WHERE pupil_id = \(pupil.id)", as: String.self))
        if words == stored { return }
        if !stored.isEmpty { try execute("DELETE FROM pupil_word WHERE pupil_id = \(pupil.id)") }
        let rows: [SQL] = words.sorted().map { "(\($0), \(pupil.id))" }
        if !rows.isEmpty { try execute("INSERT INTO pupil_word (word, pupil_id) VALUES \(SQL.joined(rows, ", "))") }
    }
}
