import Basics
import Database

/// An area's part of the demonstration trust's story, told through the same rules and saves that people's
/// clicks call, after the trust's files have been read in.
public struct DemonstrationChapter: Sendable {
    public let tell: @Sendable (Store, Day) async throws -> Void

    /// - Parameter tell: given the store and the day on which the story ends.
    public init(_ tell: @escaping @Sendable (Store, Day) async throws -> Void) { self.tell = tell }
}
