import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

let dropNotSigned = SafetyRule(
    "drop-not-signed", .gap, "A data drop is not signed by all three",
    why: "How pupils with SEND do is looked at every half-term by three people, so that nobody falls behind unseen. Schools review how effective their support is (SEND Code of Practice 2015, 6.2 and 6.77).",
    who: "The SENCO explains and sends it; the three sign", next: "Open the data drop"
) { reader, question in
    let late = try reader.overdueDrops(question)
    return Dictionary(grouping: late, by: \.drop.school).values.compactMap { drops -> Finding? in
        guard let first = drops.min(by: { ($0.since, $0.drop.id) < ($1.since, $1.drop.id) }) else { return nil }
        let open = drops.count { $0.drop.state == .open }
        let how = open == drops.count ? "not sent to the three who sign" : open == 0 ? "not signed by all three" : "not signed, \(open) of them not even sent"
        return Finding(school: first.drop.school, urn: first.urn, pupil: nil, upn: "", name: "", since: first.since,
                       message: "\(count(drops.count, "data drop")) of a half-term that is over \(drops.count == 1 ? "is" : "are") \(how).", next: dropPath(first.drop.id))
    }.sorted { $0.urn < $1.urn }
}

/// A drop whose two school weeks are over.
private struct OverdueDrop {
    let drop: DataDrop
    let urn: String
    /// The first day on which it is late.
    let since: Day
}

extension Reader {
    /// Two queries and two for the calendars, however many schools.
    fileprivate func overdueDrops(_ question: SafetyQuestion) throws -> [OverdueDrop] {
        let open = try all(DataDrop.self, "WHERE state <> 'signed' AND as_of < \(question.day) AND \(question.asks(about: "school_id")) ORDER BY id").filter { $0.halfTerm.lastDay < question.day }
        guard let first = open.map(\.halfTerm.lastDay).min() else { return [] }
        let schools = open.map(\.school).unique, years = try schoolYearDays(of: schools, from: first, to: question.day)
        let urns = Dictionary(try rows("SELECT id, urn FROM school WHERE id IN \(schools)") { try ($0.next(SchoolID.self), $0.next(String.self)) }) { $1 }
        return open.compactMap { drop in
            guard let days = years[drop.school]?.schoolDays else { return nil }
            let since = days.day(DataDrop.schoolDaysToSign, after: drop.halfTerm.lastDay) + 1
            return since <= question.day ? OverdueDrop(drop: drop, urn: urns[drop.school] ?? "", since: since) : nil
        }
    }
}
