import Database
import People

/// The catalogue of tests and every result, as text for another system.
public let measuresExport = [PeopleExport.Table(Instrument.self), .init(CutOffs.self), .init(TestResult.self)]
