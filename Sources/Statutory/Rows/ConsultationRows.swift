import Basics
import Database

extension Consultation: Recorded {
    public static let table = Table(
        "consultation", "school_id", "pupil_id", "forename", "surname", "birth", "current_school", "year", "la_code", "officer", "reference", "needs", "asked", "basis", "came_on", "own_day", "logged_by",
        "answer", "conditions", "unsuitable", "others", "resources", "steps", "evidence", "information", "information_by", "added", "why", "agreed_by", "sent_on", "sent_by", "ending", "ended_on", "disposed_on")

    public var cells: [SQLValue] {
        Database.cells(school, pupil, forename, surname, birth, currentSchool, year, council)
            + Database.cells(officer, reference, needs, asked, basis, cameOn, ownDay, loggedBy)
            + Database.cells(answer?.rawValue ?? "", words.conditions, words.unsuitable, words.others, words.resources, words.steps)
            + Database.cells(words.evidence, words.information, words.informationBy, words.added, why, agreedBy)
            + Database.cells(sentOn, sentBy, ending?.rawValue ?? "", endedOn, disposedOn)
    }

    public init(_ row: inout Row) throws {
        let (id, version, school, pupil): (ConsultationID, Int, SchoolID, PupilID?) = try (row.next(), row.next(), row.next(), row.next())
        let (forename, surname, birth): (String, String, Day?) = try (row.next(), row.next(), row.next())
        let (current, year, council, officer): (String, String, String, String) = try (row.next(), row.next(), row.next(), row.next())
        let (reference, needs, asked): (String, String, String) = try (row.next(), row.next(), row.next())
        let (basis, came, own, logged): (Basis, Day, Day?, String) = try (row.next(), row.next(), row.next(), row.next())
        self.init(at: school, council: council, basis: basis, cameOn: came, loggedBy: logged)
        (self.id, self.version, self.pupil, self.forename, self.surname, self.birth) = (id, version, pupil, forename, surname, birth)
        (currentSchool, self.year, self.officer, self.reference, self.needs, self.asked, ownDay) = (current, year, officer, reference, needs, asked, own)
        answer = Answer(rawValue: try row.next())
        (words.conditions, words.unsuitable, words.others) = try (row.next(), row.next(), row.next())
        (words.resources, words.steps, words.evidence) = try (row.next(), row.next(), row.next())
        (words.information, words.informationBy, words.added) = try (row.next(), row.next(), row.next())
        (why, agreedBy, sentOn, sentBy) = try (row.next(), row.next(), row.next(), row.next())
        ending = Ending(rawValue: try row.next())
        (endedOn, disposedOn) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }

    /// The piece of work to which its legal event belongs. The child is no pupil.
    var matter: Matter { Matter(.consultation, row: RowID(id.rawValue), pupil: nil, school: school, council: council) }
}

extension ConsultationLook: Recorded {
    public static let table = Table("consultation_look", "consultation_id", "school_id", "looked_on", "who")

    public var cells: [SQLValue] { Database.cells(consultation, school, lookedOn, who) }

    public init(_ row: inout Row) throws {
        let (id, version, consultation, school): (RowID, Int, ConsultationID, SchoolID) = try (row.next(), row.next(), row.next(), row.next())
        let (day, who): (Day, String) = try (row.next(), row.next())
        (self.id, self.version, self.consultation, self.school, lookedOn, self.who) = (id, version, consultation, school, day, who)
    }

    public var recordAt: SchoolID? { school }
}

extension Consultation.Basis: Storable {}

extension ConsultationFigures: Recorded {
    public static let table = Table(
        "consultation_figures", "consultation_id", "school_id", "reckoned_on", "capacity", "roll", "plans", "support", "in_year", "plans_in_year", "support_in_year", "in_bases", "base_places", "needs", "changed_by", "why")

    public var cells: [SQLValue] {
        Database.cells(consultation, school, reckonedOn, facts.capacity, facts.roll, facts.plans, facts.support) + Database.cells(facts.inYear, facts.plansInYear, facts.supportInYear, facts.inBases, facts.basePlaces)
            + Database.cells(facts.needs.map { "\($0.need) \($0.count)" }.joined(separator: "\n"), changedBy, why)
    }

    public init(_ row: inout Row) throws {
        let (id, version, consultation, school, day): (RowID, Int, ConsultationID, SchoolID, Day) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        var facts = CohortFacts()
        (facts.capacity, facts.roll, facts.plans, facts.support) = try (row.next(), row.next(), row.next(), row.next())
        (facts.inYear, facts.plansInYear, facts.supportInYear, facts.inBases, facts.basePlaces) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        facts.needs = try row.next(String.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            return parts.count == 2 ? Int(parts[1]).map { CohortFacts.NeedCount(String(parts[0]), $0) } : nil
        }
        (self.id, self.version, self.consultation, self.school, reckonedOn, self.facts) = (id, version, consultation, school, day, facts)
        (changedBy, why) = try (row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}
