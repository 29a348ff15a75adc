import Access
import Basics
import Database
import Files
import Foundation
import Measures
import People

/// The pupils of all campaigns of a school or of the trust as a file: one row for each pupil on roll and campaign, with what
/// was found and what came of it.
public struct ScreeningFile: RecordTable {
    /// The columns, in their order for good.
    public static let columns = [
        "campaign", "instrument", "starts", "ends", "closed_on", "urn", "upn", "status", "note", "below_cut_off", "found_on", "follow_up", "words", "begins",
        "home_language", "known_to_school", "known_to_family", "decided_by", "decided_on",
    ]

    private let school: SchoolID?
    private let day: Day

    public init(school: SchoolID?, day: Day) { (self.school, self.day) = (school, day) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        let lines = try reader.screeningLines(of: school, for: viewer, on: day).map(\.cells)
        return (TextTable("Screening", columns: Self.columns, lines: lines), lines.count)
    }
}

/// One pupil in one campaign, for files and programs.
struct ScreeningLine: Sendable {
    let screening: Screening
    let urn: String
    let upn: String
    let pupil: PupilID
    let coverage: Coverage
    let note: String
    let found: BelowCutOff?
    let followUp: FollowUp?

    var cells: [String] {
        let campaign = screening.campaign
        return [campaign.name, screening.instrument.key.nonEmpty ?? screening.instrument.name, "\(campaign.starts)", "\(campaign.ends)", campaign.closedOn?.description ?? "", urn, upn, coverage.rawValue, note,
                found?.words ?? "", found?.day.description ?? ""]
            + [followUp?.outcome.rawValue, followUp?.words, followUp?.begins?.description, followUp?.homeLanguage.rawValue, followUp?.knownToSchool.rawValue, followUp?.knownToFamily.rawValue,
               followUp?.decidedBy, followUp?.decidedOn.description].map { $0 ?? "" }
    }
}

extension Reader {
    /// Every pupil on roll in every campaign of a school, or of the schools in sight, the latest campaign first.
    func screeningLines(of school: SchoolID?, for viewer: Viewer, on day: Day) throws -> [ScreeningLine] {
        try screenings(for: viewer, limit: 10_000).flatMap { screening in
            try screening.schools.filter { school == nil || $0.id == school }.flatMap { try lines(of: screening, at: $0, for: viewer, on: day) }
        }
    }

    func lines(of screening: Screening, at school: School, for viewer: Viewer, on day: Day) throws -> [ScreeningLine] {
        let pupils = try screenedPupils(of: screening, at: school.id, for: viewer, on: day)
        let upns = Dictionary(uniqueKeysWithValues: try rows("SELECT id, upn FROM pupil WHERE id IN \(pupils.map(\.pupil))") { try ($0.next(PupilID.self), $0.next(String?.self) ?? "") })
        let found = Dictionary(try belowCutOff(in: screening, at: [school.id], for: viewer, on: day).map { ($0.pupil, $0) }) { $1 }, followUps = try followUps(in: screening.id, at: [school.id])
        let notes = Dictionary(try all(ScreeningStatus.self, "WHERE campaign_id = \(screening.id) AND school_id = \(school.id)").map { ($0.pupil, $0.note) }) { $1 }
        return pupils.map { line in
            ScreeningLine(screening: screening, urn: school.urn, upn: upns[line.pupil] ?? "", pupil: line.pupil, coverage: line.coverage, note: notes[line.pupil] ?? "",
                          found: found[line.pupil], followUp: followUps[line.pupil])
        }
    }
}

/// That screenings were written to a file. Who did it and when stand in the trail.
public struct ScreeningExport: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for every school in sight.
    public var school: SchoolID?
    public var format: String
    public var pupils: Int
}

extension Writer {
    public func noteScreeningExport(of school: SchoolID?, _ format: TableFormat, pupils: Int) throws {
        try save(Change("screening.exported", to: ScreeningExport(id: .new, school: school, format: format.rawValue, pupils: pupils)))
    }
}
