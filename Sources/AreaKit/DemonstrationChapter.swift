import Basics
import Database

/// An area's part of the demonstration trust's story, told through the same rules and saves that people's
/// clicks call, after the trust's files have been read in.
public struct DemonstrationChapter: Sendable {
    /// Tells it, and gives back what it left undone on purpose.
    public let tell: @Sendable (Store, Day) async throws -> [PlantedGap]

    /// - Parameter tell: given the store and the day on which the story ends.
    public init(_ tell: @escaping @Sendable (Store, Day) async throws -> Void) {
        self.tell = { try await tell($0, $1); return [] }
    }

    /// A chapter that leaves gaps for the safety net to find.
    public init(planting tell: @escaping @Sendable (Store, Day) async throws -> [PlantedGap]) { self.tell = tell }
}

/// A gap that a chapter leaves on purpose: the safety net must find it.
public struct PlantedGap: Hashable, Sendable {
    /// The safety-net rule that must find it.
    public let rule: String
    public let urn: String
    public let upn: String

    public init(rule: String, urn: String, upn: String) { (self.rule, self.urn, self.upn) = (rule, urn, upn) }
}
