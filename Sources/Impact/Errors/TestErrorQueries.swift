import Access
import Basics
import Database
import Measures
import Pages
import People

/// Says what is known of the error of a test's scores.
let setTestErrorPath = PagePath<InstrumentID>("/instruments/*/error")
/// Says that nothing is known of it any more.
let endTestErrorPath = PagePath<InstrumentID>("/instruments/*/error/end")

/// A scale of a test, and what was said of its error, the earliest first.
struct ScaleErrors: Sendable {
    let instrument: Instrument
    let scale: Scale
    let errors: [TestError]

    /// What holds on a day; nil where nothing was said, or it was ended.
    func inForce(on day: Day) -> TestError? { errors.last { $0.starts <= day }.flatMap { $0.isKnown ? $0 : nil } }

    /// What one must have seen to change it.
    var mark: String { errors.map(\.id).max().map { "\($0)" } ?? "0" }
}

extension Reader {
    /// The scales of a test that can have an error.
    func scaleErrors(of instrument: Instrument) throws -> [ScaleErrors] {
        let errors = try all(TestError.self, "WHERE instrument_id = \(instrument.id) ORDER BY starts, id")
        return instrument.scales.filter { [.points, .ages].contains(Comparison($0, of: instrument)) }.map { scale in
            ScaleErrors(instrument: instrument, scale: scale, errors: errors.filter { $0.scale == scale.key })
        }
    }

    /// One of them, for those who keep it.
    func scaleErrorsToKeep(_ id: InstrumentID, _ key: String, _ viewer: Viewer) throws -> ScaleErrors {
        let instrument = try instrument(id, for: viewer)
        guard try keepsErrors(of: instrument, viewer), let found = try scaleErrors(of: instrument).first(where: { key.isEmpty || $0.scale.key == key }) else { throw NotFound() }
        return found
    }

    /// Whether a viewer keeps what is said of a test: of a school's own test those who keep that school's settings; of the
    /// trust's, which counts for every school, those who keep every school's.
    func keepsErrors(of instrument: Instrument, _ viewer: Viewer) throws -> Bool {
        guard viewer.may(.keepSchool) else { return false }
        if let school = instrument.school { return viewer.may(.keepSchool, at: school) }
        guard let schools = viewer.doing(.keepSchool).schools else { return true }
        return try column("SELECT id FROM school", as: SchoolID.self).allSatisfy(schools.contains)
    }
}
