/// What came of locking small secrets anew with another key.
public struct Relocked: Sendable, Equatable {
    /// How many lay under an older key, and no longer do.
    public var number = 0
    /// How many no key of the ring opens. They stay as they are.
    public var closed = 0

    public init(number: Int = 0, closed: Int = 0) { (self.number, self.closed) = (number, closed) }

    public static func + (a: Relocked, b: Relocked) -> Relocked { Relocked(number: a.number + b.number, closed: a.closed + b.closed) }

    /// Counts one secret.
    /// - Parameters:
    ///   - fresh: the secret under the key in use; nil where it lies under it already. It throws where no key opens it.
    ///   - save: puts it in its place.
    public mutating func count<Secret>(_ fresh: () throws -> Secret?, save: (Secret) throws -> Void) throws {
        let secret: Secret?
        do { secret = try fresh() } catch {
            closed += 1
            return
        }
        guard let secret else { return }
        try save(secret)
        number += 1
    }
}
