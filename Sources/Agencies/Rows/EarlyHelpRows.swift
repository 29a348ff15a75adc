// How early help stands in its tables.
import Basics
import Database

extension EarlyHelpScheme: Recorded {
    public static let table = Table("early_help_scheme", "la_code", "name", "assessment", "meeting", "steps", "form", "threshold", "website", "email", "phone", "review_days", "note",
                                    "checked_on", "ends", "ended_because")

    public var cells: [SQLValue] {
        Database.cells(laCode, name, assessment, meeting, steps.map(\.line).joined(separator: "\n"), form, threshold)
            + Database.cells(website, email, phone, reviewDays, note, checkedOn, ends, endedBecause)
    }

    public init(_ row: inout Row) throws {
        let (id, version, laCode, name): (RowID, Int, String, String) = try (row.next(), row.next(), row.next(), row.next())
        let (assessment, meeting): (String, String) = try (row.next(), row.next())
        try self.init(laCode: laCode, name: name, steps: Step.steps(of: row.next()))
        (self.id, self.version, self.assessment, self.meeting) = (id, version, assessment, meeting)
        (form, threshold, website, email, phone) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (reviewDays, note, checkedOn, ends, endedBecause) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }
}

extension EarlyHelpEpisode: Recorded {
    public static let table = Table("early_help", "pupil_id", "school_id", "scheme_id", "name", "meeting", "started_on", "started_by", "strengths", "needs", "wanted", "household", "review_on",
                                    "closed_on", "ending", "closed_words", "closed_by")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, scheme, name, meeting, startedOn, startedBy, strengths)
            + Database.cells(needs, wanted, household, reviewOn, closedOn, ending, closedWords, closedBy)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (EarlyHelpID, Int) = try (row.next(), row.next())
        let (pupil, school, scheme): (PupilID, SchoolID, RowID?) = try (row.next(), row.next(), row.next())
        try self.init(pupil: pupil, school: school, name: row.next(), meeting: row.next(), startedOn: row.next(), startedBy: row.next(), strengths: row.next(), needs: row.next())
        (self.id, self.version, self.scheme) = (id, version, scheme)
        (wanted, household, reviewOn) = try (row.next(), row.next(), row.next())
        (closedOn, ending, closedWords, closedBy) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
    /// As addresses name it.
    var row: RowID { RowID(id.rawValue) }
}

extension EarlyHelpConsent: Recorded {
    public static let table = Table("early_help_consent", "episode_id", "pupil_id", "school_id", "given_by", "way", "given_on", "until_day", "words", "recorded_by", "ended_on", "ended_because")

    public var cells: [SQLValue] { Database.cells(episode, pupil, school, givenBy, way, givenOn) + Database.cells(until, words, recordedBy, endedOn, endedBecause) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next()), owner = try EarlyHelpOwner(&row)
        try self.init(of: owner, givenBy: row.next(), way: row.next(), givenOn: row.next(), until: row.next(), words: row.next(), recordedBy: row.next())
        (self.id, self.version) = (id, version)
        (endedOn, endedBecause) = try (row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension EarlyHelpLead: Recorded {
    public static let table = Table("early_help_lead", "episode_id", "pupil_id", "school_id", "name", "organisation", "contact", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(episode, pupil, school, name, organisation, contact, starts, ends) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next()), owner = try EarlyHelpOwner(&row)
        try self.init(of: owner, name: row.next(), organisation: row.next(), contact: row.next(), starts: row.next())
        (self.id, self.version, ends) = (id, version, try row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension EarlyHelpStep: Recorded {
    public static let table = Table("early_help_step", "episode_id", "pupil_id", "school_id", "position", "name", "due", "state", "happened_on", "words", "who", "paper_id")

    public var cells: [SQLValue] { Database.cells(episode, pupil, school, position, name, due) + Database.cells(state, happenedOn, words, who, paper) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next()), owner = try EarlyHelpOwner(&row)
        try self.init(of: owner, position: row.next(), name: row.next(), due: row.next())
        (self.id, self.version) = (id, version)
        (state, happenedOn, words, who, paper) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension EarlyHelpMeeting: Recorded {
    public static let table = Table("early_help_meeting", "episode_id", "pupil_id", "school_id", "held_on", "people", "child_view", "family_view", "progress", "next_on", "recorded_by")

    public var cells: [SQLValue] { Database.cells(episode, pupil, school, heldOn, people) + Database.cells(childView, familyView, progress, nextOn, recordedBy) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next()), owner = try EarlyHelpOwner(&row)
        let (heldOn, people, child, family): (Day, String, String, String) = try (row.next(), row.next(), row.next(), row.next())
        let (progress, nextOn): (String, Day?) = try (row.next(), row.next())
        self.init(of: owner, heldOn: heldOn, people: people, progress: progress, recordedBy: try row.next())
        (self.id, self.version, childView, familyView, self.nextOn) = (id, version, child, family, nextOn)
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension EarlyHelpEpisode.Ending: Storable {}
extension EarlyHelpStep.State: Storable {}

extension EarlyHelpOwner {
    init(_ row: inout Row) throws { try self.init(episode: row.next(), pupil: row.next(), school: row.next()) }
}
