/// The files of a demonstration trust, in the order in which they are to be read.
public struct DemonstrationFiles: Sendable, Equatable {
    /// A report of a school's own system, and the map by which it is read.
    public struct Report: Sendable, Equatable {
        /// `pupils`, `staff` and so on: a kind of report.
        public let kind: String
        public let file: String
        public let map: String
    }

    /// The files of one school: transfer file first, then census, then reports.
    public struct School: Sendable, Equatable {
        public let urn: String
        public let transferFile: String
        public let census: String
        public let reports: [Report]
    }

    /// The register of schools, with the trust's schools and two that are not its own.
    public let gias: String
    public let trustName: String
    public let trustUID: String
    public let schools: [School]
    /// What a safety net must find: a JSON list of rule, urn and upn.
    public let answers: String
}
