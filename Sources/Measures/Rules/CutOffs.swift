import Basics

/// The cut-offs of one scale as a trust or a school has set them from a day on. What was taken before that day is
/// read by those before.
public struct CutOffs: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var instrument: InstrumentID
    public var scale: String
    /// Nil for the whole trust.
    public var school: SchoolID?
    public var starts: Day
    /// Lowest first.
    public var bands: [Band]

    public init(id: RowID, version: Int = 1, instrument: InstrumentID, scale: String, school: SchoolID? = nil, starts: Day, bands: [Band]) {
        (self.id, self.version, self.instrument, self.scale) = (id, version, instrument, scale)
        (self.school, self.starts, self.bands) = (school, starts, bands)
    }
}

extension Instrument {
    /// The cut-offs in force for a scale at a school on a day: the school's own, else the trust's, else the test's.
    public func bands(of scale: Scale, at school: SchoolID?, on day: Day, among set: [CutOffs]) -> [Band] {
        let inForce = set.filter { $0.instrument == id && $0.scale == scale.key && $0.starts <= day }.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
        return (inForce.last { school != nil && $0.school == school } ?? inForce.last { $0.school == nil })?.bands ?? scale.usualBands
    }
}

/// Sets the cut-offs of a scale from a day on. No bands at all means that the scale has none.
public struct SetCutOffs: Sendable {
    /// One line of the form.
    public struct Line: Sendable {
        public let from: String, name: String, concern: String
        public init(from: String, name: String, concern: String) { (self.from, self.name, self.concern) = (from.trimmed, name.trimmed, concern) }
    }

    public let lines: [Line]
    public let starts: Day

    public init(_ lines: [Line], starts: Day) { (self.lines, self.starts) = (lines, starts) }

    /// - Throws: `Problems` at `from.0`, `name.0` and so on, and at `starts`.
    public func applied(to scale: Scale, of instrument: Instrument, at school: SchoolID?, today: Day) throws -> Change<CutOffs> {
        var problems = Problems(), bands: [Band] = []
        for (place, line) in lines.enumerated() where !line.name.isEmpty || !line.from.isEmpty {
            if let band = line.band(place, scale, &problems) { bands.append(band) }
        }
        problems.require(starts <= today.adding(years: 1), "starts", "This day is more than a year ahead. Give an earlier day.")
        problems.require(Set(bands.map(\.from)).count == bands.count, "from.0", "Two bands begin with the same score. Each needs its own.")
        bands.sort { $0.from < $1.from }
        if problems.isEmpty, let first = bands.first {
            let lowest = scale.typed(Score(scale.range.lowerBound))
            problems.require(first.from == scale.range.lowerBound, "from.0", "Scores below \(scale.typed(Score(first.from))) belong to no band. Begin the lowest band with \(lowest).")
        }
        try problems.check()
        return Change("cut_offs.set", to: CutOffs(id: .new, instrument: instrument.id, scale: scale.key, school: school, starts: starts, bands: bands))
    }
}

extension SetCutOffs.Line {
    fileprivate func band(_ place: Int, _ scale: Scale, _ problems: inout Problems) -> Band? {
        problems.require(!name.isEmpty, "name.\(place)", "Give this band a name, such as Low.")
        problems.require(name.count <= 60, "name.\(place)", "This name is longer than 60 letters. Shorten it.")
        do throws(UnreadableScore) {
            return Band(try scale.score(of: from).number, name, Band.Concern(rawValue: concern) ?? .none)
        } catch {
            problems.add("from.\(place)", error.message)
            return nil
        }
    }
}
