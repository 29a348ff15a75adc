import Basics
import Measures

/// Says what the manual of a test tells of the error of its scores, from a day on.
public struct SetTestError: Sendable {
    /// As typed: the standard error of measurement in points, and how two sittings agree, from 0 to 1.
    public let error: String, retest: String
    /// Where it was looked up: the manual, its edition and page.
    public let source: String
    public let starts: Day

    public init(error: String, retest: String, source: String, starts: Day) {
        (self.error, self.retest, self.source, self.starts) = (error.trimmed, retest.trimmed, source.trimmed, starts)
    }

    /// - Throws: `Problems` at `error`, `retest`, `source` and `starts`.
    public func applied(to scale: Scale, of instrument: Instrument, today: Day) throws -> Change<TestError> {
        var problems = Problems()
        let hundredths = parts(error, of: 100), thousandths = parts(retest, of: 1000), width = (scale.range.upperBound - scale.range.lowerBound) * 100
        problems.require([.points, .ages].contains(Comparison(scale, of: instrument)), "", "Scores of \(scale.name) are not compared by points or ages, so no error belongs to them.")
        problems.require(!error.isEmpty || !retest.isEmpty, "error", "Give the standard error, or how two sittings agree, or both.")
        problems.require(error.isEmpty || hundredths.map { $0 > 0 && $0 < width } ?? false, "error", "Give points above zero and within the scale, with two places at most, such as 3.4.")
        problems.require(retest.isEmpty || thousandths.map { $0 <= 1000 } ?? false, "retest", "Give a number from 0 to 1, with three places at most, such as 0.92.")
        problems.require(!source.isEmpty, "source", "Say where it stands: the manual, its edition and page.")
        problems.require(source.count <= 500, "source", "Make this shorter: at most 500 characters.")
        problems.require(starts <= today.adding(years: 1), "starts", "This day is more than a year ahead. Give an earlier day.")
        try problems.check()
        return Change("test_error.set", to: TestError(instrument: instrument.id, scale: scale.key, starts: starts, hundredths: hundredths, thousandths: thousandths, source: source))
    }

    /// `3.4` in hundredths is 340; nil where it has more places, or is no number.
    private func parts(_ text: String, of unit: Int) -> Int? {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false), places = "\(unit)".count - 1
        guard (1...2).contains(pieces.count), text.count <= 8, let whole = Int(pieces[0]), whole >= 0, !pieces[0].hasPrefix("-") else { return nil }
        guard pieces.count == 2 else { return whole * unit }
        guard (1...places).contains(pieces[1].count), let rest = Int(pieces[1] + String(repeating: "0", count: places - pieces[1].count)), rest >= 0 else { return nil }
        return whole * unit + rest
    }
}

/// Says that no error is known of a scale any more, from a day on. What was judged by it before stays so.
public struct EndTestError: Sendable {
    public let because: String
    public let starts: Day

    public init(because: String, starts: Day) { (self.because, self.starts) = (because.trimmed, starts) }

    /// - Parameter before: the latest that was set.
    /// - Throws: `Problems` at `because` and `starts`.
    public func applied(to before: TestError, today: Day) throws -> Change<TestError> {
        var problems = Problems()
        problems.require(before.isKnown, "", "It is ended already. Nothing is left to end.")
        problems.require(!because.isEmpty, "because", "Say why, in a few words.")
        problems.require(because.count <= 500, "because", "Make this shorter: at most 500 characters.")
        problems.require(starts > before.starts, "starts", "It was set from \(before.starts.inWords) on. Give a later day, or set the right number from that day.")
        problems.require(starts <= today.adding(years: 1), "starts", "This day is more than a year ahead. Give an earlier day.")
        try problems.check()
        return Change("test_error.ended", to: TestError(instrument: before.instrument, scale: before.scale, starts: starts, source: because), because: because)
    }
}

extension TestError {
    /// Whether it says anything, or ends what was said before.
    public var isKnown: Bool { hundredths != nil || thousandths != nil }

    /// `Standard error of measurement: 3.4 points. Two sittings agree by 0.92. Source: the manual, page 40.`
    public func inWords(on scale: Scale) -> String {
        let unit = scale.kind == .months ? "months" : "points"
        let parts = [measurementError.map { "Standard error of measurement: \(Self.plain($0)) \(unit)." }, retest.map { "Two sittings agree by \(Self.plain($0))." }].compactMap(\.self)
        return isKnown ? "\(parts.joined(separator: " ")) Source: \(source)" : "No error is known. \(source)"
    }

    /// Without the noughts at its end.
    private static func plain(_ number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }
}
