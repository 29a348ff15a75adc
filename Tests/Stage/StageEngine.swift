import Foundation

/// Where a test's data lie. Tests take `StageEngine.here` as their arguments and so run on both.
public enum StageEngine: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite, postgres

    public var description: String { rawValue }

    /// The engines of this machine: SQLite, and PostgreSQL where `TRELLIS_TEST_POSTGRES` names one.
    public static var here: [StageEngine] { postgresAddress == nil ? [.sqlite] : allCases }

    /// A fresh store's address: a file of its own, or a schema of its own in a cluster that is thrown away.
    public var freshAddress: String {
        let name = "stage_\(UUID().uuidString.lowercased().filter(\.isHexDigit))"
        switch self {
        case .sqlite: return "sqlite:\(FileManager.default.temporaryDirectory.path)/\(name).sqlite"
        case .postgres: return "\(Self.postgresAddress ?? "")&schema=\(name)"
        }
    }

    private static var postgresAddress: String? { ProcessInfo.processInfo.environment["TRELLIS_TEST_POSTGRES"] }
}
