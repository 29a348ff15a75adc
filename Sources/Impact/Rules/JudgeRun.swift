import Basics
import Measures

/// Says by which scale a provision is judged, and which results are baseline and exit where not the nearest ones are.
public struct JudgeRun: Sendable {
    /// The test with the key of its scale; nil where none was chosen.
    public let measure: (instrument: Instrument, scale: String)?
    public let chosenLow: Bool

    public init(_ measure: (instrument: Instrument, scale: String)?, chosenLow: Bool) { (self.measure, self.chosenLow) = (measure, chosenLow) }

    /// - Throws: `Problems` at `measure`.
    public func applied(to before: RunMeasure?, of run: ProvisionID) throws -> Change<RunMeasure> {
        guard let measure, let scale = measure.instrument.scale(measure.scale) else { throw Problems("measure", "Choose a test and what it gives a score for.") }
        guard measure.instrument.measuresProgress else {
            throw Problems("measure", "\(measure.instrument.name) looks at one moment only, so nothing can be judged by it. Choose another.")
        }
        var after = before ?? RunMeasure(run: run, instrument: measure.instrument.id, scale: scale.key, chosenLow: chosenLow)
        (after.instrument, after.scale, after.chosenLow) = (measure.instrument.id, scale.key, chosenLow)
        return Change("run.measured", from: before, to: after)
    }
}

/// Names the result that is a pupil's baseline or exit.
public struct ChooseResult: Sendable {
    public let pupil: PupilID
    public let moment: ChosenResult.Moment
    /// Nil for the one that lies nearest.
    public let result: RowID?

    public init(_ moment: ChosenResult.Moment, of pupil: PupilID, _ result: RowID?) { (self.moment, self.pupil, self.result) = (moment, pupil, result) }

    /// The field of the form.
    public static func field(_ moment: ChosenResult.Moment, _ pupil: PupilID) -> String { "\(moment.rawValue)-\(pupil)" }

    /// - Parameter results: those of the pupil on the scale of the run.
    /// - Returns: what is to be saved; nil where nothing is named.
    public func applied(to before: ChosenResult?, of run: ProvisionID, among results: [TestResult]) throws -> Change<ChosenResult>? {
        guard let result else { return nil }
        guard results.contains(where: { $0.id == result && $0.pupil == pupil }) else {
            throw Problems(Self.field(moment, pupil), "This result is no longer there. Choose another.")
        }
        var after = before ?? ChosenResult(run: run, pupil: pupil, moment: moment, result: result)
        after.result = result
        return Change("run.resultChosen", from: before, to: after)
    }
}

/// Holds the two results of a pupil against each other, whether they were named or lie nearest: the exit is another
/// result than the baseline, and of a later day.
public struct JudgedPair: Sendable {
    public let pupil: PupilID
    /// Those that are named; nil for the nearest.
    public let baseline: RowID?, exit: RowID?

    public init(of pupil: PupilID, baseline: RowID?, exit: RowID?) { (self.pupil, self.baseline, self.exit) = (pupil, baseline, exit) }

    /// - Parameters:
    ///   - results: those of the pupil on the scale of the run.
    ///   - nearest: what is taken where none is named.
    /// - Throws: `Problems` at the field of the result that was named.
    public func check(among results: [TestResult], nearest: PupilChange) throws {
        if baseline == nil && exit == nil { return }
        let before = baseline.map { id in results.first { $0.id == id } } ?? nearest.baseline, after = exit.map { id in results.first { $0.id == id } } ?? nearest.exit
        guard let before, let after, after.takenOn <= before.takenOn else { return }
        if before.id == after.id { throw Problems(field, "This is one and the same result before and after. Choose two.") }
        throw Problems(field, "Before is \(before.takenOn.inWords), and after is \(after.takenOn.inWords). Choose a result after that is of a later day.")
    }

    private var field: String { ChooseResult.field(exit == nil ? .baseline : .exit, pupil) }
}
