import Basics
import Files

/// The head of a school census return.
public struct CensusHeader: Sendable, Equatable {
    /// AUT, SPR or SUM.
    public var term: String?
    /// The calendar year of the census.
    public var year: String?
    /// Census day: the day on which what the file says is true.
    public var referenceDate: Day?
    public var authority: String
    public var establishment: String
    public var software: String?

    public init(authority: String, establishment: String, referenceDate: Day? = nil) {
        self.authority = authority
        self.establishment = establishment
        self.referenceDate = referenceDate
    }
}

extension CensusHeader {
    /// Finds its parts by name anywhere in the head.
    init(_ element: XMLElement) throws {
        try Self.requireSchoolCensus(element.first("Collection")?.text ?? "")
        self.init(authority: element.first("LEA")?.text.uppercased() ?? "",
                  establishment: element.first("Estab")?.text.uppercased() ?? "",
                  referenceDate: element.first("ReferenceDate").flatMap { DateOrder.iso.day($0.text) })
        term = element.first("Term")?.text.uppercased()
        year = element.first("Year")?.text
        software = element.first("SoftwareCode")?.text
    }

    private static func requireSchoolCensus(_ collection: String) throws {
        switch collection.uppercased() {
        case "SC": return
        case "SEN2": throw FileRefusal("This is a local authority's SEN2 return, not a school census. Trellis reads the census that your own school sends.")
        case "CIN": throw FileRefusal("This is a children in need return (CIN), not a school census. It belongs to the local authority; delete your copy if you should not have it.")
        case "": throw FileRefusal("This file does not say which collection it is. A school census says “SC” in its head.")
        default: throw FileRefusal("This return is of the collection \(quoted(collection)), not a school census (SC).")
        }
    }
}

/// Reads the school census return that a school keeps after sending it, as a stream.
public enum CensusReader {
    /// Calls `header` once, before anything else of the file is read, and then `pupil` for each pupil in order.
    ///
    /// - Throws: `FileRefusal` where the file is none of this kind, and whatever the two functions throw.
    public static func read(
        _ path: String, header: (CensusHeader) throws -> Void, pupil: (IncomingPupil) throws -> Void
    ) throws -> IncomingSummary {
        try requireRoot(try XMLFile.rootName(path))
        var summary = IncomingSummary()
        var hasHead = false
        let file = try XMLFile.read(path, records: ["Header", "PupilOnRoll", "PupilNoLongerOnRoll"]) { element, _ in
            if element.isNamed("Header") {
                if hasHead { return }
                try header(try CensusHeader(element))
                hasHead = true
            } else {
                guard hasHead else { throw headMissing }
                try summary.take(element, limit: CTFReader.pupilLimit, as: CensusPupil.read, pupil)
            }
        }
        guard hasHead else { throw headMissing }
        if summary.read + summary.refused == 0 { summary.notes.append("This census holds no pupils.") }
        summary.notes += file.notes
        return summary
    }

    private static let headMissing = FileRefusal("This return has no head that says which school it is of. Save it from your MIS again.")

    private static func requireRoot(_ root: String) throws {
        switch root.lowercased() {
        case "message": return
        case "ctfile": throw FileRefusal("This is a common transfer file (CTF), not a census. Import it as a CTF.")
        default: throw FileRefusal("This isn't a school census: it begins with \(quoted(root)) where a census begins with “Message”.")
        }
    }
}
