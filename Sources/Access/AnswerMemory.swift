import Basics
import Database

/// Remembers what a program was answered under a key of its own, so that what is sent again is not done again.
public protocol AnswerMemory: Sendable {
    /// The answer kept under a key, once no other act with the same key is under way.
    /// - Parameter request: the digest of what is sent.
    func kept(_ key: String, _ request: String, _ writer: Writer) throws -> KeptAnswer?
    func keep(_ key: String, _ answer: KeptAnswer, _ writer: Writer) throws
}

/// An answer that was given, and the digest of what it answered.
public struct KeptAnswer: Sendable, Equatable {
    public let request: String
    public let status: Int
    public let body: String

    public init(request: String, status: Int, body: String) { (self.request, self.status, self.body) = (request, status, body) }
}
