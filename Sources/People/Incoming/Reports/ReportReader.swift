import Basics
import Files

/// Reads reports of any management information system, as CSV or workbook, with a map.
public enum ReportReader {
    /// The first rows of a report, to find its headings in.
    public static func opening(_ path: String, sheet: String? = nil) throws -> [TableRow] {
        struct Enough: Error {}
        var rows: [TableRow] = []
        do {
            try TableFile.read(path, sheet: sheet) { row in
                rows.append(row)
                if rows.count == ReportMap.openingRows { throw Enough() }
            }
        } catch is Enough {}
        return rows
    }

    /// Hands over each pupil of a report as soon as the last of their rows is read. Rows of the same pupil, as a
    /// report of needs has them, are read as one pupil, wherever they stand. The file is read twice, so that pupils
    /// need not be held.
    ///
    /// - Throws: `FileRefusal`, `Problems` where the map is wrong, and whatever `each` throws.
    public static func pupils(_ path: String, _ map: ReportMap, each: (IncomingPupil) throws -> Void) throws -> IncomingSummary {
        var repeats = RepeatedPupils(), unheard = IncomingSummary()
        try rows(path, map, &unheard) { row, columns throws(IncomingRefusal) in
            repeats.note(try ReportPupil.read(row, columns, map))
        }
        var gathered = GatheredPupils(repeats), summary = IncomingSummary()
        try rows(path, map, &summary, read: { row, columns throws(IncomingRefusal) in
            try gathered.add(try ReportPupil.read(row, columns, map))
        }, then: { pupil, summary in
            guard let pupil else { return }
            try each(pupil)
            summary.count(pupil)
        })
        for pupil in gathered.rest {
            try each(pupil)
            summary.count(pupil)
        }
        return summary
    }

    public static func staff(_ path: String, _ map: ReportMap, each: (IncomingStaff) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportStaff.read(row, columns, map) }, each)
    }

    public static func classes(_ path: String, _ map: ReportMap, each: (IncomingClass) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportTeaching.schoolClass(row, columns, map) }, each)
    }

    public static func groups(_ path: String, _ map: ReportMap, each: (IncomingGroupMember) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportTeaching.groupMember(row, columns, map) }, each)
    }

    public static func timetable(_ path: String, _ map: ReportMap, each: (IncomingLesson) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportTeaching.lesson(row, columns, map) }, each)
    }

    public static func attendance(_ path: String, _ map: ReportMap, each: (IncomingAttendance) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportCounts.attendance(row, columns, map) }, each)
    }

    public static func marks(_ path: String, _ map: ReportMap, each: (IncomingMarks) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportMarks.read(row, columns, map) }, each)
    }

    public static func suspensions(_ path: String, _ map: ReportMap, each: (IncomingSuspension) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportCounts.suspension(row, columns, map) }, each)
    }

    public static func behaviour(_ path: String, _ map: ReportMap, each: (IncomingBehaviour) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportCounts.behaviour(row, columns, map) }, each)
    }

    public static func plans(_ path: String, _ map: ReportMap, each: (IncomingPlanRow) throws -> Void) throws -> IncomingSummary {
        try records(path, map, { row, columns throws(IncomingRefusal) in try ReportPlans.read(row, columns, map) }, each)
    }

    /// One record a row, handed over as it is read.
    private static func records<Record>(
        _ path: String, _ map: ReportMap,
        _ read: (TableRow, ReportColumns) throws(IncomingRefusal) -> (Record, [IncomingProblem]),
        _ each: (Record) throws -> Void
    ) throws -> IncomingSummary {
        var summary = IncomingSummary(), found: [IncomingProblem] = []
        try rows(path, map, &summary, read: { row, columns throws(IncomingRefusal) in
            let (record, problems) = try read(row, columns)
            found = problems
            return record
        }, then: { record, summary in
            try each(record)
            summary.read += 1
            found.forEach { summary.add($0) }
        })
        return summary
    }

    private static func rows(
        _ path: String, _ map: ReportMap, _ summary: inout IncomingSummary,
        _ read: (TableRow, ReportColumns) throws(IncomingRefusal) -> Void
    ) throws {
        try rows(path, map, &summary, read: read, then: { _, _ in })
    }

    private static func rows<Record>(
        _ path: String, _ map: ReportMap, _ summary: inout IncomingSummary,
        read: (TableRow, ReportColumns) throws(IncomingRefusal) -> Record,
        then: (Record, inout IncomingSummary) throws -> Void
    ) throws {
        try map.check()
        var search = HeaderSearch(map), footers = 0
        summary.notes += try TableFile.read(path, sheet: map.sheet) { row in
            guard let columns = search.columns else { return try search.look(at: row) }
            if columns.isHeader(row) { return }
            if Footer.isFooter(row, columns) { return footers += 1 }
            let record: Record
            do throws(IncomingRefusal) {
                record = try read(row, columns)
            } catch {
                return error.problems.forEach { summary.add($0) }
            }
            try then(record, &summary)
        }
        guard search.columns != nil else { throw search.notFound }
        if footers > 0 { summary.notes.append("\(count(footers, "row")) at the foot or between pages, such as totals, \(footers == 1 ? "was" : "were") passed by.") }
    }
}
