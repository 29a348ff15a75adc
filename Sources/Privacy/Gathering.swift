import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// All that is kept about one person, gathered for the data protection officer's eyes: nothing is decided or blacked out yet.
public struct Gathering: Sendable {
    public let json: String
    /// The same as a document to print.
    public let document: [UInt8]
    public let entries: Int
}

extension Reader {
    /// Whose data is asked for: a pupil's by UPN, or an adult's by mail address. Nil where nobody here is meant.
    public func dataSubject(_ text: String) throws -> DataSubject? {
        if text.contains("@") { return .adult(email: text.trimmed.lowercased()) }
        return try value("SELECT id FROM pupil WHERE upn = \(text.uppercased().trimmed)", as: PupilID.self).map(DataSubject.pupil)
    }

    /// Gathers everything the areas keep about somebody.
    /// - Parameter about: who it is, in words for the heading.
    public func gather(_ who: DataSubject, about: String, from areas: [any Area], at now: Instant) throws -> Gathering {
        let items = try copyItems(of: who, from: areas.flatMap(\.subjectSources))
        let copy = CopyText(trust: try trustName() ?? "", about: about, made: now, items: items, isGathering: true), json = copy.json
        let page = copyPrint(json: json, digest: textDigest(json)) ?? ""
        return Gathering(json: json, document: printedDocument("Gathered for the data protection officer", page).bytes, entries: items.count)
    }

    /// How many pupils' records of each kind may be disposed of on a day, and how many of them are held.
    public func recordsDue(on day: Day) throws -> [(record: RecordClass, rule: String, due: Int, held: Int)] {
        try [RecordClass.send, .pupilFile, .request].compactMap { record in
            guard let rule = try retention(of: record) else { return nil }
            let due = try dueRecords(rule, for: .operator, on: day), held = due.filter { $0.keptBecause != nil }.count
            return (record, rule.inWords, due.count - held, held)
        }
    }
}
