import Access
import AreaKit
import Basics
import Database
import Pages

let dropNotSigned = SafetyRule(
    "drop-not-signed", .gap, "A data drop that nobody signed off",
    why: "A look at the data that ends without anybody’s name changes nothing. Governors ask how well pupils with SEND do (Governance handbook; Ofsted).",
    who: "The SENCO and the three who sign act", next: "Look at the data drop"
) { reader, question in
    let rows = try reader.rows("""
        SELECT d.id, d.school_id, s.urn, d.academic_year, d.half_term, d.as_of FROM data_drop d JOIN school s ON s.id = d.school_id \
        WHERE d.state = 'open' AND d.as_of < \(question.day - 21) AND \(question.asks(about: "d.school_id")) ORDER BY s.sort_name, d.as_of, d.id
        """) { row in
        let id: DataDropID = try row.next(), school: SchoolID = try row.next(), urn: String = try row.next(), year = AcademicYear(starting: try row.next())
        let label = HalfTerm(year, try row.next())?.label ?? "\(year)", asOf: Day = try row.next()
        return Finding(school: school, urn: urn, pupil: nil, upn: "", name: "", since: asOf + 22, message: "The data drop of \(label) is still open.", next: dropPath(id))
    }
    return rows.oncePerPupil
}
