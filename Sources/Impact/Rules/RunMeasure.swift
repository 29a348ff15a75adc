import Basics
import Measures

/// The scale by which a provision is judged. One without is judged by its outcomes, or by the catalogue's test.
public struct RunMeasure: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var run: ProvisionID
    public var instrument: InstrumentID
    public var scale: String
    /// Whether pupils were chosen for low scores on such a test.
    public var chosenLow: Bool

    public init(id: RowID = .new, version: Int = 1, run: ProvisionID, instrument: InstrumentID, scale: String, chosenLow: Bool) {
        (self.id, self.version, self.run) = (id, version, run)
        (self.instrument, self.scale, self.chosenLow) = (instrument, scale, chosenLow)
    }
}

/// A result that somebody named as baseline or exit, in place of the one that lies nearest.
public struct ChosenResult: Hashable, Sendable {
    public enum Moment: String, Sendable, CaseIterable {
        case baseline, exit
    }

    public var id: RowID
    public var version = 1
    public var run: ProvisionID
    public var pupil: PupilID
    public var moment: Moment
    public var result: RowID

    public init(id: RowID = .new, version: Int = 1, run: ProvisionID, pupil: PupilID, moment: Moment, result: RowID) {
        (self.id, self.version, self.run) = (id, version, run)
        (self.pupil, self.moment, self.result) = (pupil, moment, result)
    }
}

/// What the manual of a test says of its error, where the trust has looked it up.
public struct TestError: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var instrument: InstrumentID
    public var scale: String
    public var starts: Day
    /// In hundredths of a point of the scale.
    public var hundredths: Int?
    /// How two sittings agree, in thousandths.
    public var thousandths: Int?
    public var source: String

    public init(id: RowID = .new, version: Int = 1, instrument: InstrumentID, scale: String, starts: Day, hundredths: Int? = nil, thousandths: Int? = nil, source: String) {
        (self.id, self.version, self.instrument, self.scale) = (id, version, instrument, scale)
        (self.starts, self.hundredths, self.thousandths, self.source) = (starts, hundredths, thousandths, source)
    }

    /// The standard error of measurement, in points.
    public var measurementError: Double? { hundredths.map { Double($0) / 100 } }
    /// From 0 to 1.
    public var retest: Double? { thousandths.map { Double($0) / 1000 } }
}
