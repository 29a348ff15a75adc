import Access
import Basics
import Database
import Pages

extension SQL {
    /// True for an entry `t` of the trail whose values everybody may read who may read the trail. Whoever reads
    /// `trail_value` joins it under this condition.
    public static let isShown: SQL = """
        NOT EXISTS (SELECT 1 FROM hidden_entry h WHERE h.subject = t.subject AND h.subject_id = t.subject_id AND h.row_version = t.row_version)
        """
}

extension Viewer {
    /// True for a row `h` of `handed_text` that this safeguarding lead may read.
    fileprivate var readsHanded: SQL {
        let lead = doing(.safeguard), own: SQL = family.isEmpty ? "1 = 1" : "h.pupil_id NOT IN \(family)"
        return lead.parts.isEmpty ? "1 = 0" : "\(lead.sees(school: "h.school_id")) AND \(own)"
    }
}

/// One text with the pupils it may be about: one, or all who were chosen together when it was typed.
struct HandedLine: Sendable {
    let text: HandedText
    var pupils: [(id: PupilID, name: String)]
}

extension HandedText {
    /// Whether both were handed over in one press.
    fileprivate func isTogether(with other: HandedText) -> Bool {
        handedAt == other.handedAt && writtenBy == other.writtenBy && words == other.words && form == other.form
    }
}

extension Reader {
    /// What was handed to this safeguarding lead, unread first, then the latest first.
    func handedTexts(for viewer: Viewer) throws -> [HandedLine] {
        let ids = try column("SELECT h.id FROM handed_text h WHERE \(viewer.readsHanded)", as: RowID.self)
        let texts = try all(HandedText.self, "WHERE id IN \(ids) ORDER BY CASE WHEN read_at IS NULL THEN 0 ELSE 1 END, handed_at DESC, id DESC")
        let names = Dictionary(try all(Pupil.self, "WHERE id IN \(texts.map(\.pupil))").map { ($0.id, $0.name) }) { $1 }
        viewer.witness.saw(texts.map(\.pupil))
        return texts.reduce(into: []) { lines, text in
            let pupil = (id: text.pupil, name: names[text.pupil] ?? "")
            if let last = lines.last, last.text.isTogether(with: text) { lines[lines.count - 1].pupils.append(pupil) } else { lines.append(HandedLine(text: text, pupils: [pupil])) }
        }
    }

    /// One text, with those that were handed over in the same press.
    func handedTogether(_ id: RowID, for viewer: Viewer) throws -> [HandedText] {
        let text = try handedText(id, for: viewer)
        let ids = try column("SELECT h.id FROM handed_text h WHERE h.handed_at = \(text.handedAt) AND \(viewer.readsHanded)", as: RowID.self)
        return try all(HandedText.self, "WHERE id IN \(ids) ORDER BY id").filter(text.isTogether)
    }

    private func handedText(_ id: RowID, for viewer: Viewer) throws -> HandedText {
        guard try value("SELECT 1 FROM handed_text h WHERE h.id = \(id) AND \(viewer.readsHanded)", as: Int.self) != nil,
              let text = try one(id, of: HandedText.self) else { throw NotFound() }
        return text
    }

    func unreadHandedTexts(for viewer: Viewer) throws -> Int {
        try value("SELECT COUNT(*) FROM handed_text h WHERE h.read_at IS NULL AND \(viewer.readsHanded)", as: Int.self) ?? 0
    }
}

extension Writer {
    /// Keeps what was typed for the safeguarding lead. The entry of the trail stays without its words for everyone else.
    @discardableResult
    func save(handedOver change: Change<HandedText>) throws -> HandedText {
        let text = try save(change)
        try hide("handed_text", text.id.rawValue, version: text.version, of: text.pupil)
        return text
    }

    /// Hides the values of one entry of the trail from everybody but the safeguarding lead.
    func hide(_ table: String, _ row: Int, version: Int, of pupil: PupilID) throws {
        try execute("""
            INSERT INTO hidden_entry (subject, subject_id, row_version, pupil_id) VALUES (\(table), \(row), \(version), \(pupil)) ON CONFLICT DO NOTHING
            """)
    }
}
