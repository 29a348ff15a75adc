import Basics
import Database

/// An area's part of the demonstration trust's story, told through the same rules and saves that people's
/// clicks call, after the trust's files have been read in.
public struct DemonstrationChapter: Sendable {
    public let tell: @Sendable (Store, Day) async throws -> Void
    /// What the story leaves undone on purpose, for the file of answers; asked once it is told.
    public let planted: @Sendable (Reader, Day) throws -> [PlantedGap]

    /// - Parameters:
    ///   - planted: what the safety net must find of it.
    ///   - tell: given the store and the day on which the story ends.
    public init(planted: @escaping @Sendable (Reader, Day) throws -> [PlantedGap] = { _, _ in [] }, _ tell: @escaping @Sendable (Store, Day) async throws -> Void) {
        (self.tell, self.planted) = (tell, planted)
    }
}

/// A gap that the demonstration trust has on purpose: which rule of the safety net must find it, and where.
public struct PlantedGap: Codable, Hashable, Sendable {
    public let rule: String
    public let urn: String
    /// Empty where the finding is about the school.
    public let upn: String

    public init(rule: String, urn: String, upn: String) { (self.rule, self.urn, self.upn) = (rule, urn, upn) }
}
