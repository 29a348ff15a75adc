import Basics
import Database

/// Where a kind of subject holds sentences about a pupil, so that words about a child's safety written there by
/// mistake can be taken out.
public struct FreeTexts: Sendable {
    public let table: String
    /// The columns that hold sentences.
    public let columns: [String]
    /// Puts other words where one of these texts stands in a pupil's rows, each as a change in the trail.
    /// - Returns: the rows that it changed.
    public let replace: @Sendable (Writer, PupilID, [String], String) throws -> [ChangedRow]

    /// A row of a table, and the version that a change made.
    public struct ChangedRow: Sendable {
        public let table: String
        public let row: Int
        public let version: Int
    }

    /// - Parameter rows: which rows are about a pupil; those that bear the pupil's number where it is left out.
    public init<Subject: Recorded>(
        rows: @escaping @Sendable (PupilID) -> SQL = { "pupil_id = \($0)" }, _ places: (column: String, text: any WritableKeyPath<Subject, String> & Sendable)...
    ) {
        table = Subject.table.name
        columns = places.map(\.column)
        replace = { writer, pupil, texts, words in
            try writer.all(Subject.self, "WHERE \(rows(pupil))").compactMap { before in
                var after = before
                for place in places where texts.contains(before[keyPath: place.text]) { after[keyPath: place.text] = words }
                if after == before { return nil }
                let saved = try writer.save(Change("text.removed", from: before, to: after))
                return ChangedRow(table: Subject.table.name, row: saved.id.rawValue, version: saved.version)
            }
        }
    }
}
