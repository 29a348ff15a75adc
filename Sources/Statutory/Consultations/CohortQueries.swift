import Basics
import Database
import Pages
import People

extension Reader {
    /// The figures of a consultation's reply: those that went with it, or were put right by hand; else the record's of today.
    func figures(of held: Consultation, at school: School, on today: Day) throws -> ConsultationFigures {
        if let kept = try keptFigures(of: held), held.sentOn != nil || kept.areByHand { return kept }
        return try recordFigures(of: held, at: school, on: today)
    }

    /// The same where the school is not at hand.
    func figures(of held: Consultation, on today: Day) throws -> ConsultationFigures {
        guard let school = try one(held.school, of: School.self) else { throw NotFound() }
        return try figures(of: held, at: school, on: today)
    }

    /// What the record says of the school and the year group on a day.
    func recordFigures(of held: Consultation, at school: School, on day: Day) throws -> ConsultationFigures {
        let facts = try cohort(of: school, year: held.year, on: day)
        return try keptFigures(of: held)?.reckoned(facts, on: day) ?? ConsultationFigures(of: held, facts, on: day)
    }

    func keptFigures(of held: Consultation) throws -> ConsultationFigures? { try all(ConsultationFigures.self, "WHERE consultation_id = \(held.id)").first }

    /// How many are on roll at each school, in one query.
    func rolls(of schools: [SchoolID], on day: Day) throws -> [SchoolID: Int] {
        Dictionary(try rows("""
            SELECT e.school_id, COUNT(DISTINCT e.pupil_id) FROM enrolment e \
            WHERE e.school_id IN \(schools) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind IN ('C', 'M') GROUP BY e.school_id
            """) { try ($0.next(SchoolID.self), $0.next(Int.self)) }) { $1 }
    }

    /// What the record knows of a school and a year group of it on a day.
    func cohort(of school: School, year: String, on day: Day) throws -> CohortFacts {
        let current = AcademicYear(containing: day).starting, asked = YearGroup(year).rawValue
        let all = try counts(at: school.id, "1 = 1", on: day)
        let own = try counts(at: school.id, "EXISTS (SELECT 1 FROM pupil_year y WHERE y.pupil_id = e.pupil_id AND y.school_id = e.school_id AND y.academic_year = \(current) AND y.year = \(asked))", on: day)
        var facts = CohortFacts()
        (facts.capacity, facts.basePlaces) = (school.capacity, school.basePlaces)
        (facts.roll, facts.plans, facts.support) = all
        (facts.inYear, facts.plansInYear, facts.supportInYear) = own
        facts.inBases = try value("SELECT COUNT(DISTINCT pupil_id) FROM base_spell WHERE school_id = \(school.id) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))", as: Int.self) ?? 0
        facts.needs = try rows("""
            SELECT n.need, COUNT(DISTINCT e.pupil_id) FROM \(pupils(on: day)) JOIN pupil_need n ON n.pupil_id = e.pupil_id AND n.rank = 1 AND n.ends IS NULL \
            WHERE \(onRoll(at: school.id, on: day)) AND s.provision IN ('E', 'K') GROUP BY n.need ORDER BY 2 DESC, n.need
            """) { try CohortFacts.NeedCount($0.next(String.self), $0.next(Int.self)) }
        return facts
    }

    private func counts(at school: SchoolID, _ which: SQL, on day: Day) throws -> (Int, Int, Int) {
        try rows("""
            SELECT COUNT(DISTINCT e.pupil_id), COUNT(DISTINCT CASE WHEN s.provision = 'E' THEN e.pupil_id END), COUNT(DISTINCT CASE WHEN s.provision = 'K' THEN e.pupil_id END) \
            FROM \(pupils(on: day)) WHERE \(onRoll(at: school, on: day)) AND \(which)
            """) { try ($0.next(Int.self), $0.next(Int.self), $0.next(Int.self)) }.first ?? (0, 0, 0)
    }

    private func pupils(on day: Day) -> SQL {
        "enrolment e LEFT JOIN provision_spell s ON s.pupil_id = e.pupil_id AND s.starts <= \(day) AND (s.ends IS NULL OR s.ends >= \(day))"
    }

    private func onRoll(at school: SchoolID, on day: Day) -> SQL { "e.school_id = \(school) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind IN ('C', 'M')" }
}
