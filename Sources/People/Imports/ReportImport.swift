import Access
import Basics
import Database
import Files

extension Writer {
    /// Takes a report of the school's own system.
    func importReport(_ request: ImportRequest, _ map: ReportMap, _ viewer: Viewer) throws -> ImportReport {
        try map.check()
        let schools = try SchoolsOfReport(self, request.school, viewer)
        var report: ImportReport
        switch map.kind {
        case .pupils: report = try importPupils(request.path, map, schools)
        case .staff: report = try importStaff(request.path, map, schools)
        case .classes: report = try importClasses(request.path, map, schools)
        case .groups: report = try importGroups(request.path, map, schools)
        case .timetable: report = try importTimetable(request.path, map, schools)
        case .attendance: report = try importAttendance(request.path, map, schools)
        case .marks: report = try importMarks(request.path, map, schools)
        case .suspensions: report = try importSuspensions(request.path, map, schools)
        case .behaviour: report = try importBehaviour(request.path, map, schools)
        case .plans:
            guard let take = request.takers[map.kind] else { throw FileRefusal("Nothing here takes a report of \(map.kind.rawValue).") }
            report = try take(self, request.path, map, schools)
        }
        report.problems += schools.problems
        return report
    }

    private func importPupils(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        var batches: [SchoolID: PupilImport] = [:], order: [SchoolID] = []
        var report = ImportReport()
        let summary = try ReportReader.pupils(path, map) { incoming in
            guard let school = schools.school(incoming.urn, incoming.row) else {
                return report.add(ImportLine(row: incoming.row, name: incoming.wholeName, outcome: .refused, reason: "Its school is not one of yours."))
            }
            if batches[school.id] == nil {
                batches[school.id] = try PupilImport(self, school: school, day: act.today, listsNeedsWhole: true)
                order.append(school.id)
            }
            try batches[school.id]?.take(incoming)
        }
        for school in order {
            guard let batch = batches[school] else { continue }
            try batch.flush()
            report.add(batch.report)
        }
        report.add(summary)
        return report
    }
}

/// Which school each row of a report is for: the one named with the file, or the one its column names.
public final class SchoolsOfReport {
    private let named: School?
    private let byURN: [String: School]
    private(set) var problems: [IncomingProblem] = []

    init(_ reader: Reader, _ school: SchoolID?, _ viewer: Viewer) throws {
        named = try school.flatMap { try reader.school($0, for: viewer) }
        if school != nil, named == nil { throw FileRefusal("Say which school this file is for.") }
        byURN = Dictionary(uniqueKeysWithValues: try reader.schools(for: viewer).map { ($0.urn, $0) })
    }

    /// Nil, with the reason among the problems, where it is none of theirs.
    public func school(_ urn: String?, _ row: Int) -> School? {
        guard let urn else {
            if named == nil { refuse(row, "This row names no school. Say which school the file is for, or name the column with the URN in the map.") }
            return named
        }
        guard let school = byURN[urn], named == nil || named?.urn == urn else {
            refuse(row, "The URN \(urn) of this row is not \(named.map { "that of \($0.name)" } ?? "one of your schools"). The row was left out.")
            return nil
        }
        return school
    }

    private func refuse(_ row: Int, _ message: String) {
        problems.append(IncomingProblem(row: row, field: "urn", message: message, effect: .rowRefused))
    }
}

extension ImportReport {
    /// Adds the numbers and rows of one school to those of the whole file.
    mutating func add(_ other: ImportReport) {
        for (outcome, number) in other.counts { merge(outcome, number) }
        merge(other.lines)
        problems += other.problems
        notes += other.notes
    }
}
