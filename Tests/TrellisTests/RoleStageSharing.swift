@testable import Agencies
import Access
import Basics
import Database
import Pages
import Papers
import People
import Stage

extension Stage {
    /// A paper of the pupil shared with somebody outside.
    func share(of pupil: Pupil, at school: School, _ paper: Int?) async throws -> Int {
        let today = today
        return try await act { writer in
            var rule = SharePapers()
            let ids = [paper].compactMap { $0 }.map { PaperID($0) }
            (rule.papers, rule.name, rule.because, rule.until) = (ids, "Priya Nair", "The mother agreed", today + 28)
            rule.isRead = true
            let change = try rule.applied(of: pupil.id, at: school.id, among: Set(ids), contacts: [], by: "Amira Khan", today: today)
            return Int(try writer.save(change, papers: ids).id.rawValue)
        }
    }

    /// A link to shared papers, made anew.
    func shareSecret(_ row: RowID) async throws -> String {
        try await act { writer in
            guard let share = try writer.one(row, of: PaperShare.self) else { throw NotFound() }
            // What an earlier question ended opens again: only who may ask is looked at.
            try writer.execute("UPDATE paper_share SET ended_at = NULL WHERE id = \(row)")
            return try writer.makeLink(for: writer.one(share.id, of: PaperShare.self) ?? share).secret.text
        }
    }
}
