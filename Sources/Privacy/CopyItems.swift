import AreaKit
import Basics
import Database
import People

/// One thing in a copy, with what to look at before it leaves and what was decided.
struct CopyItem: Sendable {
    /// The kind of record.
    let title: String
    let row: SubjectRow
    /// Why a person must look at it; empty where nobody need.
    let hints: [String]
    let mark: ItemMark?

    /// Table and row: how a decision names it.
    var key: String { "\(row.table):\(row.row)" }
    var waits: Bool { !hints.isEmpty && mark == nil }
    var text: String { row.facts.map(\.text).joined(separator: "\n") }

    /// The facts as they leave; nil where it is left out.
    var given: [SubjectRow.Fact]? {
        switch mark?.decision {
        case .leaveOut: nil
        case .redact: row.facts.map { SubjectRow.Fact($0.label, Redaction.applied(mark?.words ?? "", to: $0.text)) }
        case .give, nil: row.facts
        }
    }
}

extension Reader {
    /// Everything that is kept about whom a request is about, with the decisions made so far.
    func copyItems(of request: CopyRequest, from sources: [SubjectSource]) throws -> [CopyItem] {
        try copyItems(of: request.pupil.map(DataSubject.pupil) ?? .adult(email: request.email), from: sources, marks: marks(of: request.id))
    }

    /// - Parameter marks: the decisions, by what they are about.
    func copyItems(of who: DataSubject, from sources: [SubjectSource], marks: [String: ItemMark] = [:]) throws -> [CopyItem] {
        let found = try sources.map { ($0.title, try $0.find(self, who)) }
        let care = try ThirdPartyNames(self, who, found.flatMap(\.1))
        return try found.flatMap { title, rows in
            try rows.map { row in CopyItem(title: title, row: row, hints: try hints(row, who, care), mark: marks["\(row.table):\(row.row)"]) }
        }
    }

    private func hints(_ row: SubjectRow, _ who: DataSubject, _ care: ThirdPartyNames) throws -> [String] {
        var hints = row.hints
        if row.table == "handed_text" { hints.append("It was handed to the safeguarding lead. It may be about abuse of a child.") }
        if row.table == "contact", case .pupil = who { hints.append("It is about somebody else: a contact.") }
        if row.table == "contact", row.says("Court order") || row.says("Address confidential", "yes") { hints.append("A court order or a confidential address is in it. It could seriously harm somebody.") }
        if row.table == "paper" { hints.append("Open the paper and read it: others may be named in it.") }
        if case .pupil(let pupil) = who, try isSealed(pupil), Self.sealed.contains(row.table) { hints.append("The record is sealed. It could seriously harm somebody.") }
        let names = care.names(in: row)
        if !names.isEmpty { hints.append("It may name somebody else: \(names.joined(separator: ", ")).") }
        return hints
    }

    private static let sealed = ["former_upn", "former_name", "contact", "school_history"]

    private func isSealed(_ pupil: PupilID) throws -> Bool { try value("SELECT sealed FROM pupil WHERE id = \(pupil)") ?? false }
}

extension SubjectRow {
    fileprivate func says(_ label: String, _ text: String? = nil) -> Bool { facts.contains { $0.label == label && (text == nil || $0.text == text) } }
}

/// The names of others that may stand in free text: pupils' and staff's, but not the person's own.
struct ThirdPartyNames {
    private let known: Set<String>

    /// Looks only for words that stand in the rows with a capital letter, so that a large trust costs no more than a small one.
    init(_ reader: Reader, _ who: DataSubject, _ rows: [SubjectRow]) throws {
        let words = Set(rows.flatMap { Self.sentences($0).flatMap(Self.capitalised) }.map(\.folded)).sorted()
        var known: Set<String> = []
        for start in stride(from: 0, to: words.count, by: 500) {
            let some = Array(words[start..<min(start + 500, words.count)])
            known.formUnion(try reader.column("SELECT DISTINCT word FROM pupil_word WHERE word IN \(some)"))
        }
        for name in try reader.column("SELECT DISTINCT sort_name FROM staff ORDER BY sort_name", as: String.self) {
            known.formUnion(name.split(separator: " ").map(String.init).filter { words.contains($0) })
        }
        self.known = known.subtracting(try Self.own(who, reader))
    }

    /// Words of a row that are names of others, as they stand there.
    func names(in row: SubjectRow) -> [String] {
        if Self.notFreeText.contains(row.table) { return [] }
        var seen: Set<String> = []
        return Self.sentences(row).flatMap(Self.capitalised).filter { known.contains($0.folded) && seen.insert($0.folded).inserted }
    }

    /// Tables whose words are names of the person, of schools or of codes.
    private static let notFreeText: Set<String> = ["pupil", "former_name", "enrolment", "pupil_year", "class_member", "contact", "staff", "account", "school_history"]

    /// Only what people wrote in sentences: a label of a code is no free text.
    private static func sentences(_ row: SubjectRow) -> [String] { row.facts.filter { $0.label != "Who" && $0.label != "School" }.map(\.text).filter { $0.contains(" ") } }

    private static func capitalised(_ text: String) -> [String] {
        text.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }.map(String.init).filter { $0.count > 1 && $0.first?.isUppercase == true }
    }

    private static func own(_ who: DataSubject, _ reader: Reader) throws -> Set<String> {
        guard case .pupil(let pupil) = who else { return [] }
        let words = try reader.column("SELECT word FROM pupil_word WHERE pupil_id = \(pupil)", as: String.self)
        let former = try reader.column("SELECT surname || ' ' || forename FROM former_name WHERE pupil_id = \(pupil)", as: String.self)
        return Set(words + former.flatMap { $0.folded.split(separator: " ").map(String.init) })
    }
}
