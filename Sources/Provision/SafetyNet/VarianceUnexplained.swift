import Access
import AreaKit
import Basics
import Database
import Pages
import People

let varianceUnexplained = SafetyRule(
    "variance-unexplained", .gap, "Cost far over or under the money for it, and nobody has said why",
    why: "A school answers for what it does with top-up, and for what an EHC plan asks for. Where the year’s cost is further from the money than the school’s own share allows, a sentence says why. Special schools and places of a unit are looked at as a whole.",
    who: "The SENCO and the head act", next: "Say why"
) { reader, question in
    guard question.viewer.may(.seeCosts) else { return [] }
    let year = AcademicYear(containing: question.day)
    let compared = try reader.comparedPupils(year, question).filter { question.viewer.may(.seeCosts, at: $0.school) }
    let costs = try reader.costs(of: Dictionary(grouping: compared, by: \.school).mapValues { $0.map(\.pupil) }, in: year, for: question.viewer, today: question.day)
    return compared.compactMap { found in
        guard let costs = costs[found.school], costs.standing(of: found.pupil).asks, let over = costs.comparison(of: found.pupil).over else { return nil }
        return found.finding(since: nil, "The provision of \(year) costs far \(over > Pence(0) ? "more" : "less") than the money for it, and nobody has said why.", next: pupilCostsPath(found.pupil).asking(["school": "\(found.school)"]))
    }
}

extension Reader {
    /// Pupils with top-up or a plan, on a mainstream roll and not in a unit.
    fileprivate func comparedPupils(_ year: AcademicYear, _ question: SafetyQuestion) throws -> [FoundPupil] {
        let plan: SQL = "EXISTS (SELECT 1 FROM provision_spell ps WHERE ps.pupil_id = e.pupil_id AND ps.provision IN ('E', 'S') AND \(question.open("ps")))"
        let topUp: SQL = "EXISTS (SELECT 1 FROM funding_line f WHERE f.pupil_id = e.pupil_id AND f.stream = 'E3' AND f.starts <= \(year.lastDay) AND (f.ends IS NULL OR f.ends >= \(year.firstDay)))"
        let candidates: SQL = """
            SELECT ps.pupil_id AS pupil_id FROM provision_spell ps WHERE ps.provision IN ('E', 'S') AND \(question.open("ps")) \
            UNION SELECT f.pupil_id FROM funding_line f WHERE f.pupil_id IS NOT NULL AND f.stream = 'E3' AND f.starts <= \(year.lastDay) AND (f.ends IS NULL OR f.ends >= \(year.firstDay))
            """
        let sql = question.found("1", from: "(\(candidates)) w", of: "w.pupil_id", where: """
            s.kind = 'mainstream' AND e.kind <> 'S' AND (\(plan) OR \(topUp)) AND NOT EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = e.pupil_id AND \(question.open("b")))
            """)
        return try rows(sql) { row in try FoundPupil(&row, question.viewer) }
    }
}
