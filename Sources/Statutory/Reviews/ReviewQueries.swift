import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Plans

/// One review with all that belongs to it.
struct HeldReview: Sendable {
    let review: AnnualReview
    /// Those who are asked; whoever was taken off the list is not there.
    let people: [ReviewPerson]
    let contributions: [RowID: ReviewContribution]
    /// The good link of each.
    let links: [RowID: ReviewLink]
    let circulations: [ReviewCirculation]
    let record: ReviewRecord?
    let outcomes: [ReviewOutcome]
    let actions: [Action]
    let duties: [OwedDuty]
}

extension Reader {
    /// One review of a pupil whose whole record is in sight.
    /// - Throws: `NotFound` otherwise.
    func annualReview(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> AnnualReview {
        _ = try self.pupil(pupil, for: viewer, on: day)
        guard try powers(of: viewer, over: pupil, on: day).contains(.seeRecord), let review = try all(AnnualReview.self, "WHERE id = \(row) AND pupil_id = \(pupil)").first else { throw NotFound() }
        return review
    }

    func annualReview(_ ask: PupilQuestion) throws -> AnnualReview {
        guard let row = ask.row else { throw NotFound() }
        return try annualReview(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// The same with all that belongs to it. Whoever asks has it in sight.
    func whole(_ review: AnnualReview, on day: Day) throws -> HeldReview {
        let mine: SQL = "WHERE review_id = \(review.id)", people = try people(of: review)
        let words = try all(ReviewContribution.self, mine), links = try all(ReviewLink.self, "WHERE person_id IN \(people.map(\.id))").filter { $0.isGood(on: day) }
        return HeldReview(
            review: review, people: people, contributions: Dictionary(words.map { ($0.person, $0) }) { $1 }, links: Dictionary(links.map { ($0.person, $0) }) { $1 },
            circulations: try all(ReviewCirculation.self, "\(mine) ORDER BY sent_on, id"), record: try all(ReviewRecord.self, mine).first,
            outcomes: try all(ReviewOutcome.self, "\(mine) ORDER BY position"), actions: try actions(from: review.source), duties: try duties(of: review.matter))
    }

    /// Who is asked, in the order of the regulation.
    func people(of review: AnnualReview) throws -> [ReviewPerson] {
        let order = Dictionary(uniqueKeysWithValues: ReviewRole.allCases.enumerated().map { ($1, $0) })
        return try all(ReviewPerson.self, "WHERE review_id = \(review.id) AND removed_on IS NULL ORDER BY id").sorted { (order[$0.role] ?? 0, $0.id) < (order[$1.role] ?? 0, $1.id) }
    }

    /// Somebody who is asked, with the review.
    /// - Throws: `NotFound` where the review is not in sight.
    func reviewer(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> (person: ReviewPerson, review: AnnualReview) {
        guard let person = try all(ReviewPerson.self, "WHERE id = \(row) AND pupil_id = \(pupil) AND removed_on IS NULL").first else { throw NotFound() }
        return (person, try annualReview(person.review, of: pupil, for: viewer, on: day))
    }

    func reviewer(_ ask: PupilQuestion) throws -> (person: ReviewPerson, review: AnnualReview) {
        guard let row = ask.row else { throw NotFound() }
        return try reviewer(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// All reviews of a pupil, the latest first. Whoever asks has the record in sight.
    func annualReviews(of pupil: PupilID) throws -> [AnnualReview] { try all(AnnualReview.self, "WHERE pupil_id = \(pupil) ORDER BY due_on DESC, id DESC") }

    /// With what the record of a meeting opens: section E of the EHC plan in force; otherwise the latest plan of the school that has outcomes.
    func outcomesToReview(of pupil: PupilID) throws -> [String] {
        let lawful: [String] = try column("""
            SELECT words FROM ehc_outcome WHERE version_id = (SELECT v.id FROM ehc_version v JOIN ehc_plan e ON e.id = v.plan_id AND e.ended_on IS NULL WHERE v.pupil_id = \(pupil) AND v.kind IN \(PlanVersion.Kind.allCases.filter(\.isInForce)) \
            ORDER BY v.dated_on DESC, v.id DESC LIMIT 1) ORDER BY position, id LIMIT \(RecordMeeting.mostLines)
            """)
        if !lawful.isEmpty { return lawful }
        return try column("SELECT words FROM outcome WHERE pupil_id = \(pupil) AND plan_id = (SELECT MAX(o.plan_id) FROM outcome o WHERE o.pupil_id = \(pupil)) ORDER BY position, id LIMIT \(RecordMeeting.mostLines)")
    }

    /// All contacts of a pupil, those that ended, too: by them it is judged who may be sent what. Whoever asks has the record in sight.
    func reviewContacts(of pupil: PupilID) throws -> [Contact] { try all(Contact.self, "WHERE pupil_id = \(pupil) ORDER BY position, id") }

    /// What must not go round about a pupil: for the pack, the report and the page of a link alike.
    func redaction(of pupil: PupilID) throws -> Redaction { Redaction(try reviewContacts(of: pupil), home: try one(pupil, of: Pupil.self)?.address ?? "") }

    /// From Year 9 a review looks at preparation for adulthood. Where the year is not followed, as for those just off roll, the age
    /// says in which year they would be.
    func isInYear9(_ pupil: Pupil, on day: Day) throws -> Bool { try schoolYear(of: pupil, on: day) >= 9 }

    /// The number of a pupil's year group: the one that is followed, else that of the age.
    func schoolYear(of pupil: Pupil, on day: Day) throws -> Int {
        let year = AcademicYear(containing: day), followed: YearGroup? = try value("SELECT year FROM pupil_year WHERE pupil_id = \(pupil.id) AND academic_year = \(year.starting) ORDER BY id DESC LIMIT 1")
        return followed?.number ?? year.starting - AcademicYear(containing: pupil.birth).starting - 5
    }

    /// Whether the pupil is looked after on a day.
    func isLookedAfter(_ pupil: PupilID, on day: Day) throws -> Bool {
        try value("SELECT COUNT(*) FROM context_flag WHERE pupil_id = \(pupil) AND flag = 'looked_after' AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))", as: Int.self) ?? 0 > 0
    }
}

extension AnnualReview {
    /// From where its actions come.
    var source: ActionSource { ActionSource(table: Self.table.name, row: id.rawValue) }
}

/// One line of a list of reviews.
struct ReviewLine: Sendable {
    let review: AnnualReview
    let pupil: String
    let school: String
    /// How many are asked, and how many of them have written.
    let asked: Int
    let written: Int

    /// So many stand in a list at most; open ones go before those that are over.
    static let most = 1000
}

extension AnnualReview {
    /// Where it stands in a list of days.
    fileprivate var listed: Day { heldOn ?? meetingOn ?? dueOn }
}

extension Reader {
    /// The reviews of pupils on roll whose record is in sight, open ones and those due or held since a day, in the order of their meetings.
    func reviewLines(at school: SchoolID?, since first: Day, for viewer: Viewer, on day: Day) throws -> [ReviewLine] {
        let sight = viewer.inStaffParts.doing(.seeRecord), place: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let found = try rows("""
            SELECT r.id, \(CalledName.whole), s.name, \
            (SELECT COUNT(*) FROM review_person a WHERE a.review_id = r.id AND a.removed_on IS NULL), (SELECT COUNT(*) FROM review_contribution c WHERE c.review_id = r.id) \
            FROM annual_review r JOIN pupil p ON p.id = r.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = r.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE \(place) AND \(sight.seesEnrolment(on: day)) AND r.ended_on IS NULL AND (r.finished_on IS NULL OR r.due_on >= \(first)) \
            ORDER BY CASE WHEN r.finished_on IS NULL THEN 0 ELSE 1 END, CASE WHEN r.finished_on IS NULL THEN r.due_on END, r.finished_on DESC, r.id LIMIT \(ReviewLine.most)
            """) { try ($0.next(RowID.self), $0.next(String.self), $0.next(String.self), $0.next(Int.self), $0.next(Int.self)) }
        let byID = Dictionary(try all(AnnualReview.self, "WHERE id IN \(found.map(\.0))").map { ($0.id, $0) }) { $1 }
        viewer.witness.saw(byID.values.map(\.pupil))
        return found.compactMap { id, pupil, school, asked, written in byID[id].map { ReviewLine(review: $0, pupil: pupil, school: school, asked: asked, written: written) } }
            .sorted { ($0.review.listed, $0.school, $0.review.id) < ($1.review.listed, $1.school, $1.review.id) }
    }
}
