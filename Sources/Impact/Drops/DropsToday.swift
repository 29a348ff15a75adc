import Access
import AreaKit
import Basics
import Database
import Pages

/// For the SENCO a data drop to explain or to answer in; for one of the three a data drop to sign. Nothing is counted anew here:
/// how far a drop has come stands with it.
let dropsToday = TodayItem { reader, person, day in
    let staff = person.inStaffParts, working = staff.doing(.changeRegister)
    var lines: [TodayLine] = []
    if let schools = working.doing(.workOnPlans).schools, !schools.isEmpty {
        let open = try reader.column("SELECT id FROM data_drop WHERE state = 'open' AND school_id IN \(schools) ORDER BY as_of, id", as: DataDropID.self)
        let asked = try reader.column("""
            SELECT d.id FROM data_drop d JOIN drop_reviewer r ON r.drop_id = d.id WHERE d.state = 'explained' AND d.school_id IN \(schools) AND r.question <> '' AND r.answer = '' ORDER BY d.as_of, d.id, r.id
            """, as: DataDropID.self)
        if let first = open.first { lines.append(TodayLine(open.count, "\(count(open.count, "data drop")) to explain and send.", action: "Explain it", dropPath(first))) }
        if let first = asked.first { lines.append(TodayLine(asked.count, "\(count(asked.count, "question")) about a data drop to answer.", action: "Answer it", dropPath(first))) }
    }
    return lines + (try reader.dropsToSign(by: staff))
}

extension Reader {
    /// What lies with this person as one of the three.
    fileprivate func dropsToSign(by person: Viewer) throws -> [TodayLine] {
        let seeing = person.doing(.seeFigures)
        guard let account = person.account, !seeing.parts.isEmpty else { return [] }
        let found = try column("""
            SELECT d.id FROM drop_reviewer r JOIN data_drop d ON d.id = r.drop_id WHERE r.account_id = \(account) AND r.signed_on IS NULL AND d.state = 'explained' \
            AND \(seeing.sees(school: "d.school_id")) ORDER BY d.as_of, d.id
            """, as: DataDropID.self)
        guard let first = found.first else { return [] }
        return [TodayLine(found.count, "\(count(found.count, "data drop")) \(found.count == 1 ? "waits" : "wait") for your signature.", action: "Look it through", dropPath(first))]
    }
}
