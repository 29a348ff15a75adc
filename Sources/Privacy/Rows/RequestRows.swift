// How requests about data stand in their tables.
import Basics
import Database

extension CopyRequest: Recorded {
    public static let table = Table("copy_request", "pupil_id", "email", "asked_by", "capacity", "way", "received_on", "proved_on", "proof",
        "extended_on", "extended_because", "closed_on", "outcome", "outcome_reason")

    public var cells: [SQLValue] {
        Database.cells(pupil, email, askedBy, capacity, way, receivedOn, provedOn, proof, extendedOn, extendedBecause, closedOn, outcome, outcomeReason)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), email: row.next(), askedBy: row.next(), capacity: row.next(), way: row.next(),
            receivedOn: row.next(), provedOn: row.next(), proof: row.next(), extendedOn: row.next(), extendedBecause: row.next(),
            closedOn: row.next(), outcome: row.next(), outcomeReason: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension CopyRequest.Capacity: Storable {}
extension CopyRequest.Way: Storable {}
extension CopyRequest.Outcome: Storable {}

extension RequestPause: Recorded {
    public static let table = Table("request_pause", "request_id", "pupil_id", "question", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(request, pupil, question, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), request: row.next(), pupil: row.next(), question: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
    }

    public var recordOf: PupilID? { pupil }
}

extension ItemMark: Recorded {
    public static let table = Table("item_mark", "request_id", "pupil_id", "item", "decision", "ground", "words", "note")

    public var cells: [SQLValue] { Database.cells(request, pupil, item, decision, ground, words, note) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), request: row.next(), pupil: row.next(), item: row.next(), decision: row.next(),
            ground: row.next(), words: row.next(), note: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension ItemMark.Decision: Storable {}

extension ReleasedCopy: Recorded {
    public static let table = Table("released_copy", "request_id", "pupil_id", "released_at", "released_by", "sha256", "items", "left_out", "handed_over_on")

    public var cells: [SQLValue] { Database.cells(request, pupil, releasedAt, releasedBy, sha256, items, leftOut, handedOverOn) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), request: row.next(), pupil: row.next(), releasedAt: row.next(), releasedBy: row.next(),
            sha256: row.next(), items: row.next(), leftOut: row.next(), handedOverOn: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension CorrectionRequest: Recorded {
    public static let table = Table("correction_request", "pupil_id", "asked_by", "what", "received_on", "closed_on", "outcome", "reason", "disagreement")

    public var cells: [SQLValue] { Database.cells(pupil, askedBy, what, receivedOn, closedOn, outcome, reason, disagreement) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), askedBy: row.next(), what: row.next(), receivedOn: row.next(),
            closedOn: row.next(), outcome: row.next(), reason: row.next(), disagreement: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension CorrectionRequest.Outcome: Storable {}

extension DataComplaint: Recorded {
    public static let table = Table("data_complaint", "pupil_id", "made_by", "about", "received_on", "acknowledged_on", "closed_on", "answer")

    public var cells: [SQLValue] { Database.cells(pupil, madeBy, about, receivedOn, acknowledgedOn, closedOn, answer) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), madeBy: row.next(), about: row.next(), receivedOn: row.next(),
            acknowledgedOn: row.next(), closedOn: row.next(), answer: row.next())
    }

    public var recordOf: PupilID? { pupil }
}
