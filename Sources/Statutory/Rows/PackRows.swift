// How councils' packs, their forms and what was filled stand in their tables.
import Basics
import Database

extension CouncilPack: Recorded {
    public static let table = Table("council_pack", "la_code", "office", "email", "phone", "contacts", "portal", "sending", "file_mb", "all_mb", "steps", "thresholds", "checked_on", "changed_by", "changed_on")

    public var cells: [SQLValue] { Database.cells(council, office, email, phone, contacts, portal, sending) + Database.cells(fileMB, allMB, steps, thresholds, checkedOn, changedBy, changedOn) }

    public init(_ row: inout Row) throws {
        let (id, version, council): (RowID, Int, String) = try (row.next(), row.next(), row.next())
        let (office, email, phone, contacts): (String, String, String, String) = try (row.next(), row.next(), row.next(), row.next())
        let (portal, sending): (String, String) = try (row.next(), row.next())
        let (fileMB, allMB): (Int?, Int?) = try (row.next(), row.next())
        let (steps, thresholds, checkedOn, changedBy): (String, String, Day?, String) = try (row.next(), row.next(), row.next(), row.next())
        try self.init(of: council, on: row.next())
        (self.id, self.version, self.office, self.email, self.phone, self.contacts) = (id, version, office, email, phone, contacts)
        (self.portal, self.sending, self.fileMB, self.allMB, self.steps, self.thresholds) = (portal, sending, fileMB, allMB, steps, thresholds)
        (self.checkedOn, self.changedBy) = (checkedOn, changedBy)
    }
}

extension PackForm: Recorded {
    public static let table = Table("pack_form", "la_code", "kind", "title", "file_name", "size", "sha256", "added_by", "added_on", "use_from", "ended_on")

    public var cells: [SQLValue] { Database.cells(council, kind, title, fileName, size, sha256) + Database.cells(addedBy, addedOn, useFrom, endedOn) }

    public init(_ row: inout Row) throws {
        (id, version, council, kind, title) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (fileName, size, sha256, addedBy, addedOn) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (useFrom, endedOn) = try (row.next(), row.next())
    }
}

extension FormFill: Recorded {
    public static let table = Table("form_fill", "pupil_id", "school_id", "la_code", "kind", "matter_row", "form_id", "title", "made_as", "empty_fields", "paper_id", "filled_by", "filled_on")

    public var cells: [SQLValue] { Database.cells(pupil, school, council, kind, matter, form) + Database.cells(title, made, emptyFields, paper, filledBy, filledOn) }

    public init(_ row: inout Row) throws {
        (id, version, pupil, school, council) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (kind, matter, form, title, made) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        (emptyFields, paper, filledBy, filledOn) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension PackForm.Kind: Storable {}
extension FormFill.Made: Storable {}
