import Access
import Basics
import Database
import Pages
import People

/// Changes the week of a provision from a day on.
let changeProvision = ProvisionAct(
    needs: .workOnProvision,
    start: { reader, seen, ask in
        let from = try max(ask.today, seen.run.starts, (reader.lastLogged(of: seen.run.id) ?? .distantPast) + 1)
        let week = seen.whole.pattern(on: from) ?? seen.whole.patterns.last
        return [("from", "\(from)")] + (week?.typed(try reader.staffNames(at: seen.run.school, on: ask.today)) ?? [])
    },
    form: { reader, seen, ask, write in
        let staff = try reader.staffNames(at: seen.run.school, on: ask.today)
        let clashes = try reader.typedClashes(ask.typed, seen, staff, for: ask.viewer, on: ask.today)
        return ProvisionForm(title: "Change the week", button: "Save the week", fields: """
            <p>What was until then stays as it was. Sessions that are logged do not change.</p><input type="hidden" name="run" value="\(seen.run.id.rawValue)">\
            \(write.day("from", "From which day?"))\(weekFields(write, ask.typed, seen.run.kind, staff, clashes: clashes))\
            \(write.longText("reason", "Why? (may stay empty)", rows: 2, aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        var (week, wrong) = typed.week(try writer.staffNames(at: seen.run.school, on: ask.today))
        let from = typed.read("from", &wrong) { try typed.day("from") }
        let act = ChangeProvision(from: from ?? max(ask.today, seen.run.starts), pattern: week, reason: typed["reason"], isSectionF: try writer.servesSectionF(seen.run.id, on: ask.today))
        let change = try together(wrong) { try act.applied(to: seen.whole, lastLogged: try writer.lastLogged(of: seen.run.id), today: ask.today) }
        try writer.save(change, of: seen.run)
        return "changed"
    })

extension Reader {
    /// Whether a provision meets a line of section F of an EHC plan.
    fileprivate func servesSectionF(_ run: ProvisionID, on day: Day) throws -> Bool {
        try value("""
            SELECT COUNT(*) FROM owed_line_run u JOIN owed_line l ON l.id = u.line_id WHERE u.run_id = \(run) AND l.is_section_f AND (l.ends IS NULL OR l.ends >= \(day))
            """, as: Int.self) ?? 0 > 0
    }
}
