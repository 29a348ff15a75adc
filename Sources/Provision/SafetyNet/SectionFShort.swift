import Access
import AreaKit
import Basics
import Database
import Pages
import People

let sectionFShort = SafetyRule(
    "section-f-short", .gap, "Section F of an EHC plan was not given, and not made up within two school weeks",
    why: "What section F says must be given (Children and Families Act 2014, section 42). A week that was short may be made up; ten school days later it is a gap. The last twelve weeks are looked at.",
    who: "The SENCO and the head act", next: "Make it up"
) { reader, question in
    let found = try reader.sectionFLines(question)
    if found.isEmpty { return [] }
    let weeks = (0...12).map { question.earliest + 7 * $0 }, offered = try reader.offered(by: weeks, question)
    let days = try reader.schoolDays(of: found.map(\.found.school).unique, around: question.day)
    let reviews = try reader.reviews(of: found.map(\.found.pupil).unique, question)
    let lists = days.mapValues { $0.list(from: question.earliest, to: question.day + 28) }
    let short = found.compactMap { found, line -> (found: FoundPupil, alerts: [DeliveryAlert])? in
        var line = line
        line.spell = Spell(starts: max(line.spell.starts, question.earliest), ends: line.spell.ends)
        // What is owed for a term or a year is spread over all of its days.
        let all = [.term, .year].contains(line.per) ? days[found.school]?.list(from: AcademicYear(containing: question.earliest).firstDay, to: AcademicYear(containing: question.day).lastDay) : lists[found.school]
        let alerts = DeliveryAlert.shortfalls(of: line, offered: offered[line.id] ?? [:], schoolDays: all ?? [], reviewOn: reviews[found.pupil], today: question.day)
        return alerts.isEmpty ? nil : (found, alerts)
    }
    return short.grouped { $0.found }.map { all in
        let alerts = all.flatMap(\.alerts), missing = alerts.map { $0.owed - $0.offered }.reduce(0, +)
        return all[0].found.finding(since: alerts.map(\.since).min(), "\(count(missing, "minute")) of section F \(missing == 1 ? "was" : "were") not given in \(count(alerts.count, "week")), the first of them that of \(alerts.map(\.from).min()?.inWords ?? "").",
                                    next: question.provisionPage(of: all[0].found))
    }
}

extension SafetyQuestion {
    /// True for a line that held at some time since what is looked at begins.
    fileprivate func recent(_ table: SQL) -> SQL { "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(earliest))" }
}

extension Reader {
    /// The lines of section F that hold on the day, or held in the weeks that are looked at, with whose they are.
    fileprivate func sectionFLines(_ question: SafetyQuestion) throws -> [(found: FoundPupil, line: OwedLine)] {
        let sql = question.found("l.id, l.words, l.minutes, l.per, l.starts, l.ends", from: "owed_line l", of: "l.pupil_id", where: "l.is_section_f AND \(question.recent("l")) AND e.kind <> 'S'")
        return try rows(sql) { row in
            let found = try FoundPupil(&row, question.viewer)
            return try (found, OwedLine(id: row.next(), pupil: found.pupil, words: row.next(), minutes: row.next(), per: row.next(), isSectionF: true, spell: Spell(starts: row.next(), ends: row.next()), runs: []))
        }
    }

    /// Minutes offered by the provisions of each line of section F, by Monday of the week.
    fileprivate func offered(by weeks: [Day], _ question: SafetyQuestion) throws -> [RowID: [Day: Int]] {
        let parts: [SQL] = weeks.enumerated().map { place, monday in
            """
            SELECT CAST(\(place) AS BIGINT), l.id, SUM(m.offered) FROM owed_line l CROSS JOIN owed_line_run k CROSS JOIN session_pupil m WHERE l.is_section_f AND \(question.recent("l")) AND \(question.among("l.pupil_id")) \
            AND k.line_id = l.id AND m.run_id = k.run_id AND m.day >= \(monday) AND m.day <= \(min(monday + 6, question.day)) AND m.pupil_id = l.pupil_id AND m.stands GROUP BY l.id
            """
        }
        var sums: [RowID: [Day: Int]] = [:]
        try each(SQL.joined(parts, " UNION ALL ")) { row in
            let (place, line, minutes): (Int, RowID, Int) = try (row.next(), row.next(), row.next())
            sums[line, default: [:]][weeks[place]] = minutes
        }
        return sums
    }
}
