import Basics
import Database
@testable import People
@testable import Provision
import Stage
import Testing

extension ProvisionStage {
    /// So many children of Elm beside Sam, Ana and Ben, in no class.
    func children(_ number: Int, at school: School) async throws -> [Pupil] {
        var children: [Pupil] = []
        for place in 0..<number { children.append(try await stage.pupil("Child\(place)", "Of\(school.urn)", at: school, provision: "K")) }
        return children
    }

    /// An entry of the trust's catalogue.
    func entry(_ name: String, _ kind: InterventionKind) async throws -> Intervention {
        try await stage.act { try $0.save(Change("intervention.added", to: Intervention(name: name, kind: kind, areas: ["C&L"], groupSize: 3, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta"))) }
    }

    /// A provision of an entry at a school, on these weekdays for half an hour.
    @discardableResult
    func running(_ pupils: [Pupil], _ name: String, of entry: Intervention, at school: School, starts: Int = -60, weekdays: [Int] = [2, 4]) async throws -> ProvisionRun {
        let today = stage.today
        return try await stage.act { writer in
            let start = StartProvision(name: name, starts: today + starts, plannedEnd: today + 60, pattern: PatternForm(times: weekdays.map { timeForm($0, by: [SessionAdult("ta", nil)]) }, plannedSize: max(1, pupils.count), proof: .eachSession),
                                       pupils: pupils.map { JoiningPupil($0.id, called: $0.calledName, rolls: [Spell(starts: .distantPast)]) })
            return try writer.save(start.applied(to: entry, at: school.id, today: today))
        }
    }

    /// Logs the last sessions of a provision that are past: so many, each in full but for those away.
    func logged(_ run: ProvisionRun, _ number: Int, away: [PupilID: SessionPupil.Away] = [:]) async throws {
        let whole = try await whole(run), today = stage.today, school = run.school
        let days = (0..<120).map { today - 120 + $0 }.filter(SchoolDays(terms: [], closures: []).contains)
        let sessions = whole.sessions(on: days).suffix(number)
        try await stage.act { writer in
            for session in sessions {
                let setting = LogSession.Setting(school: school, isSchoolDay: true, who: "Tess Lowe", today: today)
                if let log = try LogSession(.given, away: away, sendKey: "send-\(run.id)-\(session.day)-\(session.time.id)-key").applied(to: session, standing: [], in: setting) { try writer.save(log) }
            }
        }
    }

    /// The numbers of the line of the map that begins with these words: pupils, planned, given, attended; money in pence.
    static func numbers(_ page: String, _ words: String, columns: [String] = ["Pupils", "Minutes planned", "Given", "Attended"]) -> [Int?] {
        let row = page.split(separator: "<tr").dropFirst().map(String.init).first { $0.replacing(/<[^>]*>/, with: "").contains(words) } ?? ""
        return columns.map { column in
            row.split(separator: "data-label=\"\(column)\">").dropFirst().first.flatMap { Int($0.prefix { $0 != "<" }.filter(\.isNumber)) }
        }
    }
}
