import Basics
import Files

/// Reads common transfer files, versions 17 to 26, as a stream.
public enum CTFReader {
    /// More pupils than any school sends at once.
    public static let pupilLimit = 5_000

    /// Calls `header` once, before anything else of the file is read, and then `pupil` for each pupil in order.
    /// A pupil who can't be read at all is left out, with a problem in the summary.
    ///
    /// - Throws: `FileRefusal` where the file is none of this kind, and whatever the two functions throw.
    public static func read(
        _ path: String, header: (CTFHeader) throws -> Void, pupil: (IncomingPupil) throws -> Void
    ) throws -> IncomingSummary {
        try requireRoot(try XMLFile.rootName(path))
        var summary = IncomingSummary()
        var head: CTFHeader?
        let file = try XMLFile.read(path, records: ["Header", "Pupil"]) { element, ancestors in
            if element.isNamed("Header"), ancestors.count == 1, head == nil {
                let found = try CTFHeader(element)
                try header(found)
                head = found
            } else if element.isNamed("Pupil"), ancestors.last?.lowercased() == "ctfpupildata" {
                guard head != nil else { throw headMissing }
                try summary.take(element, limit: pupilLimit, as: CTFPupil.read, pupil)
            }
        }
        guard let head else { throw headMissing }
        summary.notes += [head.versionNote, FileName.note(path, against: head), marksNote(summary)].compactMap(\.self) + file.notes
        return summary
    }

    /// Marks of one character a session can't be told from the codes of two letters in use since August 2024.
    private static func marksNote(_ summary: IncomingSummary) -> String? {
        summary.unread["Attendance/YearData/AttendSessions"].map {
            "The marks of single sessions were not read for \(count($0, "year of attendance", "years of attendance")): codes of two letters can't be told apart in them. The totals of each year were read."
        }
    }

    private static let headMissing = FileRefusal("This transfer file has no head that says which school it comes from. Export it from your MIS again.")

    private static func requireRoot(_ root: String) throws {
        switch root.lowercased() {
        case "ctfile": return
        case "atfile":
            throw FileRefusal("This is an admissions transfer file (ATF), not a common transfer file (CTF). Import it into your MIS, and give Trellis the CTF.")
        case "message":
            throw FileRefusal("This is a return such as the school census, not a common transfer file (CTF). Import it as a census.")
        default:
            throw FileRefusal("This isn't a common transfer file (CTF): it begins with \(quoted(root)) where a CTF begins with “CTfile”.")
        }
    }
}

extension IncomingSummary {
    /// Reads one record, hands it over and counts it, or counts why it was refused.
    mutating func take(
        _ element: XMLElement, limit: Int,
        as reading: (XMLElement) throws(IncomingRefusal) -> IncomingPupil, _ each: (IncomingPupil) throws -> Void
    ) throws {
        guard read + refused < limit else {
            throw FileRefusal("This file has more than \(limit) pupils. Export it in parts, for instance year by year.")
        }
        let pupil: IncomingPupil
        do throws(IncomingRefusal) {
            pupil = try reading(element)
        } catch {
            return error.problems.forEach { add($0) }
        }
        try each(pupil)
        count(pupil)
    }
}
