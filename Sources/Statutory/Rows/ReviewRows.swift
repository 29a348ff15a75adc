// How reviews, their people, links, words and records stand in their tables.
import Basics
import Database

extension AnnualReview: Recorded {
    public static let table = Table("annual_review", "pupil_id", "school_id", "la_code", "kind", "is_first", "due_on", "basis", "is_looked_after", "meeting_on", "meeting_at", "place", "chair",
                                    "invited_on", "circulated_on", "held_on", "reported_on", "decided_on", "decision", "noticed_on", "commented_on", "plan_met_on", "plan_decided_on", "plan_final_on", "pep_on", "finished_on", "ended_on", "ended_because", "estimated")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, council, kind, isFirst, dueOn, basis, isLookedAfter, meetingOn, meetingAt, place, chair)
            + Database.cells(invitedOn, circulatedOn, heldOn, reportedOn, decidedOn, decision?.rawValue ?? "", noticedOn, commentedOn)
            + Database.cells(planBefore.metOn, planBefore.decidedOn, planBefore.finalOn, pepOn, finishedOn, endedOn, endedBecause, estimated.map(\.rawValue).sorted().joined(separator: ","))
    }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (pupil, school, council, kind, isFirst): (PupilID, SchoolID, String, Kind, Bool) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        self.init(pupil: pupil, school: school, council: council, kind: kind, dueOn: try row.next())
        (self.id, self.version, self.isFirst) = (id, version, isFirst)
        (basis, isLookedAfter, meetingOn, meetingAt, place, chair) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
        (invitedOn, circulatedOn, heldOn, reportedOn, decidedOn) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        decision = Decision(rawValue: try row.next())
        (noticedOn, commentedOn) = try (row.next(), row.next())
        planBefore = try PlanDays(metOn: row.next(), decidedOn: row.next(), finalOn: row.next())
        (pepOn, finishedOn, endedOn, endedBecause) = try (row.next(), row.next(), row.next(), row.next())
        estimated = Set(try row.next(String.self).split(separator: ",").compactMap { ReviewStep(rawValue: String($0)) })
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReviewPerson: Recorded {
    public static let table = Table("review_person", "review_id", "pupil_id", "school_id", "role", "name", "email", "contact_id", "attended", "removed_on")

    public var cells: [SQLValue] { Database.cells(review, pupil, school, role, name, email, contact, attended, removedOn) }

    public init(_ row: inout Row) throws {
        (id, version, review, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (role, name, email, contact, attended, removedOn) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReviewLink: Recorded {
    public static let table = Table("review_link", "person_id", "pupil_id", "school_id", "made_at", "until_day", "opened_at", "ended_at")

    public var cells: [SQLValue] { Database.cells(person, pupil, school, madeAt, until, openedAt, endedAt) }

    public init(_ row: inout Row) throws {
        (id, version, person, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (madeAt, until, openedAt, endedAt) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReviewContribution: Recorded {
    public static let table = Table("review_contribution", "person_id", "review_id", "pupil_id", "school_id", "well", "hard", "wanted", "more", "adulthood", "given_on", "given_by")

    public var cells: [SQLValue] { Database.cells(person, review, pupil, school, well, hard, wanted, more, adulthood, givenOn, givenBy) }

    public init(_ row: inout Row) throws {
        (id, version, person, review, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
        (well, hard, wanted, more, adulthood, givenOn, givenBy) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReviewCirculation: Recorded {
    public static let table = Table("review_circulation", "review_id", "person_id", "pupil_id", "school_id", "what", "sent_on", "skipped_because")

    public var cells: [SQLValue] { Database.cells(review, person, pupil, school, what, sentOn, skippedBecause) }

    public init(_ row: inout Row) throws {
        (id, version, review, person, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
        (what, sentOn, skippedBecause) = try (row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReviewRecord: Recorded {
    public static let table = Table("review_record", "review_id", "pupil_id", "school_id", "pupil_view", "views_how", "family_view", "school_view", "other_view", "differences", "adulthood", "travel", "budget", "conclusion", "changes")

    public var cells: [SQLValue] {
        Database.cells(review, pupil, school, pupilView, viewsHow, familyView, schoolView, otherView) + Database.cells(differences, adulthood, travel, budget, conclusion?.rawValue ?? "", changes)
    }

    public init(_ row: inout Row) throws {
        (id, version, review, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (pupilView, viewsHow, familyView, schoolView, otherView) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (differences, adulthood, travel, budget) = try (row.next(), row.next(), row.next(), row.next())
        conclusion = AnnualReview.Decision(rawValue: try row.next())
        changes = try row.next()
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension ReviewOutcome: Recorded {
    public static let table = Table("review_outcome", "review_id", "pupil_id", "school_id", "position", "outcome", "progress", "words")

    public var cells: [SQLValue] { Database.cells(review, pupil, school, position, outcome, progress, words) }

    public init(_ row: inout Row) throws {
        (id, version, review, pupil, school) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (position, outcome, progress, words) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension AnnualReview.Kind: Storable {}
extension ReviewRole: Storable {}
extension ReviewPerson.Attendance: Storable {}
extension ReviewCirculation.What: Storable {}
extension ReviewOutcome.Progress: Storable {}
