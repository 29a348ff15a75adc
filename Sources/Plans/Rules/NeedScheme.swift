import Basics

/// Into which areas needs are sorted, from a day on. A plan keeps the scheme it was written by; a later scheme never
/// rewrites it.
public struct NeedScheme: Hashable, Sendable {
    public struct Area: Hashable, Sendable {
        public let key: String
        public let label: String
        /// The area of the scheme before that comes nearest; empty where none does.
        public let from: String
    }

    public let key: String
    public let name: String
    public let areas: [Area]
    /// Nil for one that is only proposed.
    public let starts: Day?
    public let ends: Day?

    /// The scheme in force on a day.
    public static func current(on day: Day) -> NeedScheme {
        all.last { ($0.starts.map { $0 <= day } ?? false) && ($0.ends.map { day <= $0 } ?? true) } ?? all[0]
    }

    public static func named(_ key: String) -> NeedScheme? { all.first { $0.key == key } }

    public func label(_ area: String) -> String { areas.first { $0.key == area }?.label ?? area }

    public static let all = [
        NeedScheme(key: "code-2015", name: "Areas of need (SEND Code of Practice 2015, 6.28 to 6.35)", areas: [
            Area(key: "C&I", label: "Communication and interaction", from: ""), Area(key: "C&L", label: "Cognition and learning", from: ""),
            Area(key: "SEMH", label: "Social, emotional and mental health", from: ""), Area(key: "S&P", label: "Sensory and physical", from: ""),
        ], starts: Day(2014, 9, 1), ends: nil),
        NeedScheme(key: "areas-2026", name: "Areas of development (proposed, 2026)", areas: [
            Area(key: "SLC", label: "Speech, language and communication", from: "C&I"), Area(key: "SE", label: "Social and emotional", from: "SEMH"),
            Area(key: "EF", label: "Executive function", from: ""), Area(key: "SENS", label: "Sensory", from: "S&P"), Area(key: "MP", label: "Motor and physical", from: "S&P"),
        ], starts: nil, ends: nil),
    ]
}
