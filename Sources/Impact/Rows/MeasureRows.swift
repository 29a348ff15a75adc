import Basics
import Database

extension RunMeasure: Recorded {
    public static let table = Table("run_measure", "run_id", "instrument_id", "scale", "chosen_low")

    public var cells: [SQLValue] { Database.cells(run, instrument, scale, chosenLow) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), run: row.next(), instrument: row.next(), scale: row.next(), chosenLow: row.next())
    }
}

extension ChosenResult: Recorded {
    public static let table = Table("chosen_result", "run_id", "pupil_id", "moment", "result_id")

    public var cells: [SQLValue] { Database.cells(run, pupil, moment, result) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), run: row.next(), pupil: row.next(), moment: row.next(), result: row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension ChosenResult.Moment: Storable {}

extension TestError: Recorded {
    public static let table = Table("test_error", "instrument_id", "scale", "starts", "measurement_error", "retest", "source")

    public var cells: [SQLValue] { Database.cells(instrument, scale, starts, hundredths, thousandths, source) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), instrument: row.next(), scale: row.next(), starts: row.next(), hundredths: row.next(), thousandths: row.next(), source: row.next())
    }
}

extension ImpactDecision: Recorded {
    public static let table = Table("impact_decision", "intervention_id", "school_id", "runs_from", "runs_to", "verdict", "because", "change", "decided_on", "decided_by", "look_again")

    public var cells: [SQLValue] { Database.cells(intervention, school, from, to, verdict, because, change, decidedOn, decidedBy, lookAgain) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), intervention: row.next(), school: row.next(), from: row.next(), to: row.next(), verdict: row.next(),
                      because: row.next(), change: row.next(), decidedOn: row.next(), decidedBy: row.next(), lookAgain: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension ImpactDecision.Verdict: Storable {}
