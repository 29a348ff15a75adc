import Basics
import Database
import Files
import Foundation
import People

/// The trail as a file for a data protection officer, written as it is read.
struct TrailFile {
    enum Format { case csv, json }

    /// What was written, and about whom.
    struct Written: Sendable {
        var changes = 0, sights = 0
        var pupils: Set<PupilID> = []
    }

    private let path: String, format: Format

    /// - Throws: `FileRefusal` where the name ends neither in .csv nor in .json.
    init(_ path: String) throws {
        guard let format = Format(path: path) else { throw FileRefusal("\(path) is neither a .csv nor a .json.") }
        (self.path, self.format) = (path, format)
    }

    func write(_ days: ClosedRange<Day>, of pupil: PupilID?, _ reader: Reader) throws -> Written {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: path) else {
            throw FileRefusal("\(path) can't be written.")
        }
        defer { try? file.close() }
        let sealed = try Set(reader.all(Pupil.self, "WHERE sealed").map(\.id))
        var written = Written(), held = format.start
        try reader.eachTrailStatement(from: days.lowerBound.start, to: (days.upperBound + 1).start, of: pupil, shown: SQL.isShown) { statement in
            held += format.line(statement, isFirst: written.changes + written.sights == 0, sealed)
            if statement.chain == .trail { written.changes += 1 } else { written.sights += 1 }
            written.pupils.formUnion(statement.pupils)
            if held.utf8.count > 1 << 16 { try file.write(contentsOf: Data(held.utf8)); held = "" }
        }
        try file.write(contentsOf: Data((held + format.end).utf8))
        return written
    }
}

extension TrailFile.Format {
    init?(path: String) {
        switch (path as NSString).pathExtension.lowercased() {
        case "csv": self = .csv
        case "json": self = .json
        default: return nil
        }
    }

    private static let columns = ["kind", "number", "at", "who", "account", "origin", "way", "what", "why", "columns", "pupils"]

    fileprivate var start: String { self == .csv ? "\u{FEFF}" + DelimitedText.line(Self.columns) : "[" }
    fileprivate var end: String { self == .csv ? "" : "]\n" }

    fileprivate func line(_ statement: TrailStatement, isFirst: Bool, _ sealed: Set<PupilID>) -> String {
        // What was written about a sealed pupil before the seal may hold what the seal hides.
        let why = statement.chain == .trail && !sealed.isDisjoint(with: statement.pupils) ? "" : statement.why
        let kind = statement.chain == .trail ? "change" : "sight"
        switch self {
        case .csv:
            return DelimitedText.line([
                kind, "\(statement.id)", "\(statement.at)", statement.who, statement.account.map { "\($0)" } ?? "", statement.origin, statement.way,
                statement.what, why, statement.columns.joined(separator: " "), statement.pupils.map { "\($0)" }.joined(separator: " "),
            ])
        case .json:
            let object = JSON.object([
                "kind": .text(kind), "number": .integer(statement.id), "at": .text("\(statement.at)"), "who": .text(statement.who),
                "account": statement.account.map { .integer($0.rawValue) } ?? .null, "origin": .optional(statement.origin.nonEmpty),
                "way": .text(statement.way), "what": .text(statement.what), "why": .optional(why.nonEmpty),
                "columns": .list(statement.columns.map { .text($0) }), "pupils": .list(statement.pupils.map { .integer($0.rawValue) }),
            ])
            return (isFirst ? "\n" : ",\n") + object.text
        }
    }
}

extension Day {
    /// Midnight in England: an hour before that of UTC in summer.
    fileprivate var start: Instant {
        let midnight = Instant(self), hourBefore = midnight.adding(seconds: -3600)
        return hourBefore.dayInEngland == self ? hourBefore : midnight
    }
}
