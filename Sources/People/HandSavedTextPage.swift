import Access
import AreaKit
import Basics
import Database
import Pages

/// Hands words that were saved by mistake to the safeguarding lead: they leave the record and the view of everybody else.
/// The second part is the entry of the trail that holds them.
let handSavedTextPath = PagePath<PupilID, RowID>("/pupils/*/trail/*/hand-over")

/// The places in People's own subjects where sentences about a pupil stand.
let peopleFreeTexts: [FreeTexts] = [
    FreeTexts((column: "reason", text: \WatchSpell.reason)),
    FreeTexts((column: "hours", text: \Arrangement.hours), (column: "place", text: \Arrangement.place), (column: "reason", text: \Arrangement.reason)),
    FreeTexts((column: "detail", text: \ContextFlag.detail)),
    FreeTexts((column: "name", text: \Diagnosis.name), (column: "given_by", text: \Diagnosis.givenBy)),
    FreeTexts((column: "court_order", text: \Contact.courtOrder)),
    FreeTexts((column: "who", text: \Note.who), (column: "words", text: \Note.words)),
    FreeTexts((column: "what", text: \Action.what), (column: "came_of_it", text: \Action.result), (column: "owner", text: \Action.owner.name)),
    FreeTexts((column: "reason", text: \Suspension.reason)),
    FreeTexts((column: "look_for", text: \EmergencyLine.lookFor), (column: "what_to_do", text: \EmergencyLine.whatToDo)),
]

func handSavedTextRoutes(_ texts: [FreeTexts]) -> [Route] {
    [
        .send(handSavedTextPath, .seeRecord) { visit, id, entry in
            let who = visit.act.who, now = visit.now, today = visit.today
            try await visit.write { writer in
                let pupil = try writer.pupil(id, for: visit.viewer, on: today)
                guard let line = try writer.trail(of: pupil, limit: .max).first(where: { $0.entry == entry.rawValue }) else { throw NotFound() }
                let words = line.sentences(texts)
                let handing = HandOver(texts: words, form: pupilTrailPath(id).text)
                try writer.save(handedOver: try handing.applied(to: id, at: try writer.schoolOfToday(id, today), by: who, at: now))
                try writer.takeOut(words, of: pupil, saying: "Handed to the safeguarding lead on \(today.inWords)", texts)
                try writer.hideTogether(with: entry, words)
            }
            return .goTo(pupilPath(id).asking(["saved": "handed-over"]))
        },
    ]
}

/// A button beside each entry that holds sentences, by the entry.
func handOverButtons(_ lines: [TrailLine], _ pupil: PupilID, _ texts: [FreeTexts]) -> [Int: HTML] {
    Dictionary(lines.filter { !$0.isHidden && !$0.sentences(texts).isEmpty }.map { ($0.entry, handOverButton(pupil, $0.entry, about: "\($0.title), \($0.at.inWords)")) }) { $1 }
}

func handOverButton(_ pupil: PupilID, _ entry: Int, about: String) -> HTML {
    """
    <form class="no-print" method="post" action="\(handSavedTextPath(pupil, RowID(entry)))">\
    <button class="second">Hand this to the safeguarding lead<span class="unseen">: \(about)</span></button></form>
    """
}

extension TrailLine {
    /// The sentences that the entry holds: its reason, and what stands in the columns for sentences.
    func sentences(_ texts: [FreeTexts]) -> [String] {
        if isHidden { return [] }
        let columns = texts.filter { $0.table == table }.flatMap(\.columns), values = Self.values(after)
        return ([reason] + columns.map { values[$0]?.text }).compactMap { $0?.nonEmpty }.unique
    }

    fileprivate func holds(_ words: [String]) -> Bool {
        let values = [before, after].flatMap { Self.values($0).values.compactMap(\.text) } + [reason].compactMap(\.self)
        return values.contains(where: words.contains)
    }
}

extension Writer {
    /// Takes words out of a pupil's rows, and hides every entry of the pupil's trail that holds them.
    fileprivate func takeOut(_ words: [String], of pupil: Pupil, saying replacement: String, _ texts: [FreeTexts]) throws {
        for changed in try texts.flatMap({ try $0.replace(self, pupil.id, words, replacement) }) {
            try hide(changed.table, changed.row, version: changed.version, of: pupil.id)
        }
        let holding = try trail(of: pupil, limit: .max, showsHidden: true).filter { $0.holds(words) }.map(\.entry)
        for from in stride(from: 0, to: holding.count, by: 500) { try hide("t.id IN \(Array(holding[from..<min(from + 500, holding.count)]))") }
    }

    /// The same reason may stand with other pupils whom one press changed together: it is hidden there, too.
    fileprivate func hideTogether(with entry: RowID, _ words: [String]) throws {
        try hide("""
            t.at = (SELECT o.at FROM trail o WHERE o.id = \(entry)) AND t.who = (SELECT o.who FROM trail o WHERE o.id = \(entry)) AND t.pupil_id IS NOT NULL \
            AND t.id IN (SELECT v.trail_id FROM trail_value v WHERE v.reason IN \(words))
            """)
    }

    private func hide(_ condition: SQL) throws {
        try execute("""
            INSERT INTO hidden_entry (subject, subject_id, row_version, pupil_id) SELECT t.subject, t.subject_id, t.row_version, t.pupil_id FROM trail t \
            WHERE \(condition) ON CONFLICT DO NOTHING
            """)
    }
}
