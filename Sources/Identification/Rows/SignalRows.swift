// How signals stand in their tables.
import Basics
import Database
import Measures

extension SignalRule: Recorded {
    public static let table = Table("signal_rule", "figure", "threshold", "days", "is_on")

    public var cells: [SQLValue] { Database.cells(figure, threshold, days, isOn) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), figure: row.next(), threshold: row.next(), days: row.next(), isOn: row.next())
    }
}

extension SignalAnswer: Recorded {
    public static let table = Table("signal_answer", "pupil_id", "figure", "answered_by", "answered_on", "reason")

    public var cells: [SQLValue] { Database.cells(pupil, rule, answeredBy, answeredOn, reason) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), rule: row.next(), answeredBy: row.next(), answeredOn: row.next(), reason: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension SignalRule.Figure: Storable {}

extension ScoreRule: Recorded {
    public static let table = Table("score_rule", "instrument_id", "band", "results", "days", "is_on")

    public var cells: [SQLValue] { Database.cells(instrument, band.rawValue, results, days, isOn) }

    public init(_ row: inout Row) throws {
        let id: RowID = try row.next(), version: Int = try row.next(), instrument: InstrumentID? = try row.next()
        let band = Band.Concern(rawValue: try row.next()) ?? .act
        try self.init(id: id, version: version, instrument: instrument, band: band, results: row.next(), days: row.next(), isOn: row.next())
    }
}
