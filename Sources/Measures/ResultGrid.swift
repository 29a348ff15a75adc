import Access
import Basics
import Database
import Pages
import People

/// A grid of pupils and scales in which scores are typed, pasted or shown again with what is wrong: for the results of
/// one class on one day, for one pupil, and for a screening.
public struct ResultGrid: Sendable {
    /// One row.
    public struct Line: Sendable {
        public let pupil: PupilID
        public let name: String
        public let upn: String?
        /// Other names by which the pupil may stand in a spreadsheet.
        let names: [String]

        public init(_ line: RegisterLine) {
            pupil = line.pupil
            upn = line.upn
            name = [line.preferredForename.nonEmpty ?? line.forename, line.preferredSurname.nonEmpty ?? line.surname].filter { !$0.isEmpty }.joined(separator: " ")
            names = ["\(line.forename) \(line.surname)", "\(line.preferredForename.nonEmpty ?? line.forename) \(line.preferredSurname.nonEmpty ?? line.surname)"]
        }

        public init(_ pupil: Pupil) {
            (self.pupil, upn, name) = (pupil.id, pupil.upn, pupil.name)
            names = [pupil.legalName, pupil.name]
        }
    }

    /// One cell: a pupil and a scale.
    public struct Place: Hashable, Sendable {
        public let pupil: PupilID, scale: String
        /// The name of its field, and where a problem stands.
        public var field: String { "c.\(pupil).\(scale)" }
        /// What stood there when the grid was made.
        var was: String { "was.\(pupil).\(scale)" }
    }

    public let instrument: Instrument
    public let school: SchoolID
    public let takenOn: Day
    /// The columns, in their order.
    public let scales: [Scale]
    public let lines: [Line]
    /// What stands for these pupils on that day.
    public internal(set) var standing: [Place: TestResult]

    /// The texts with which the grid opens.
    public var opening: FormValues {
        var values = FormValues()
        for (place, result) in standing { scale(place).map { values.add(place.field, $0.typed(result.score)) } }
        return values
    }

    /// What was typed, shown again: a cell that the person left alone holds what stands there now, perhaps of somebody else.
    public func shown(_ typed: FormValues) -> FormValues {
        places.reduce(into: typed) { values, place in
            if typed[place.field].trimmed == typed[place.was] { values.set(place.field, text(place)) }
        }
    }

    func scale(_ place: Place) -> Scale? { scales.first { $0.key == place.scale } }

    var places: [Place] { lines.flatMap { line in scales.map { Place(pupil: line.pupil, scale: $0.key) } } }

    /// What stands in a cell, as it would be typed; empty where nothing does.
    func text(_ place: Place) -> String { standing[place].flatMap { result in scale(place)?.typed(result.score) } ?? "" }
}

extension Reader {
    /// The grid of some pupils, whom whoever asks has in sight.
    /// - Parameter scales: the columns; nil for all of the instrument's.
    public func resultGrid(_ instrument: Instrument, _ scales: [Scale]? = nil, at school: SchoolID, on takenOn: Day, _ lines: [ResultGrid.Line]) throws -> ResultGrid {
        let results = try results(with: instrument.id, among: lines.map(\.pupil), from: takenOn, to: takenOn)
        let standing = Dictionary(results.map { (ResultGrid.Place(pupil: $0.pupil, scale: $0.scale), $0) }) { $1 }
        return ResultGrid(instrument: instrument, school: school, takenOn: takenOn, scales: scales ?? instrument.scales, lines: lines, standing: standing)
    }
}
