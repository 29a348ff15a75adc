import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What colleagues were asked about a concern, and what they answered.
struct ColleagueRound: Sendable {
    let question: ColleagueQuestion
    /// By name.
    let returns: [ColleagueReturn]
}

extension Reader {
    /// The rounds about a concern, the latest first.
    func rounds(of concern: ConcernID) throws -> [ColleagueRound] {
        let questions = try all(ColleagueQuestion.self, "WHERE concern_id = \(concern) ORDER BY asked_on DESC, id DESC")
        let returns = try all(ColleagueReturn.self, "WHERE question_id IN \(questions.map(\.id)) ORDER BY staff_name, id")
        return questions.map { question in ColleagueRound(question: question, returns: returns.filter { $0.question == question.id }) }
    }

    /// Those who teach or help a pupil on a day, by name, with what they teach.
    func colleagues(of pupil: PupilID, on day: Day) throws -> [Colleague] {
        let running: SQL = "m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day))"
        let found = try rows("""
            SELECT DISTINCT s.id, s.title, s.forename, s.surname, s.sort_name, CASE c.subject WHEN '' THEN c.name ELSE c.subject END \
            FROM class_member m JOIN school_class c ON c.id = m.class_id \
            JOIN (SELECT class_id, staff_id FROM class_staff UNION SELECT class_id, staff_id FROM lesson WHERE staff_id IS NOT NULL) t ON t.class_id = c.id \
            JOIN staff s ON s.id = t.staff_id WHERE m.pupil_id = \(pupil) AND \(running) AND (s.ends IS NULL OR s.ends >= \(day)) ORDER BY s.sort_name, s.id, 6
            """) { row in
            let id: StaffID = try row.next(), name = try [row.next(String.self), row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")
            _ = try row.next(String.self)
            return Colleague(staff: id, name: name, teaches: try row.next())
        }
        return found.reduce(into: []) { list, next in
            guard let place = list.firstIndex(where: { $0.staff == next.staff }) else { return list.append(next) }
            list[place] = Colleague(staff: next.staff, name: next.name, teaches: "\(list[place].teaches), \(next.teaches)")
        }
    }

    /// A return that this viewer may answer: their own, or any of a pupil about whom they decide.
    /// - Throws: `NotFound` otherwise.
    func colleagueReturn(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> (ColleagueQuestion, ColleagueReturn) {
        guard let held = try one(row, of: ColleagueReturn.self), held.pupil == pupil, let question = try one(held.question, of: ColleagueQuestion.self) else { throw NotFound() }
        let decides = try powers(of: viewer, over: pupil, on: day).contains(.changeRegister)
        guard decides || viewer.staff.contains(held.staff) else { throw NotFound() }
        return (question, held)
    }
}

extension Writer {
    func ask(_ change: ColleagueChange) throws {
        let question = try save(change.question)
        for held in change.returns {
            var fresh = held
            fresh.question = question.id
            try save(Change("colleague_return.opened", to: fresh))
        }
    }
}
