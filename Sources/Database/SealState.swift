import Basics

/// How far the trail is signed.
public struct SealState: Sendable, Equatable {
    /// When the newest seal was made; nil where there is none.
    public let newest: Instant?
    /// Since when something waits for its first seal; nil where there is a seal, or nothing was written yet.
    public let unsealedSince: Instant?
    /// Whether somebody changed or looked at something since the newest seal.
    public let hasGrown: Bool

    public init(newest: Instant?, unsealedSince: Instant?, hasGrown: Bool) { (self.newest, self.unsealedSince, self.hasGrown) = (newest, unsealedSince, hasGrown) }
}

extension Reader {
    public func sealState() throws -> SealState {
        let last = try seals().last, trail = try sureHead(of: .trail).last, sights = try sureHead(of: .sights).last
        let first = try last == nil ? value("SELECT MIN(at) FROM trail", as: Instant?.self).flatMap { $0 } : nil
        return SealState(newest: last?.at, unsealedSince: first, hasGrown: trail > last?.head(of: .trail).last ?? 0 || sights > last?.head(of: .sights).last ?? 0)
    }
}
