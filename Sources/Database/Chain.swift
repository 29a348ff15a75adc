import Basics

/// The two chains of a trust: what was changed, and who looked.
public enum Chain: String, Sendable {
    case trail, sights

    /// `Trail entry 3`, `Sight 3`: what one link is called in a finding.
    var link: String { self == .trail ? "Trail entry" : "Sight" }
    var links: String { self == .trail ? "Trail entries" : "Sights" }
    /// The chain itself, in a finding.
    var whole: String { self == .trail ? "trail" : "list of sights" }
}

/// The end of a chain: its last link and that one's digest, empty while there is none.
struct ChainHead: Equatable {
    var last: Int, digest: [UInt8]
}

extension Reader {
    /// Nil where somebody has taken the head out.
    func head(of chain: Chain) throws -> ChainHead? {
        let table: SQL = chain == .trail ? "trail_head" : "sight_head"
        return try first("SELECT last, digest FROM \(table) WHERE id = 1") { ChainHead(last: try $0.next(), digest: try $0.next(Bytes?.self)?.bytes ?? []) }
    }

    /// The end to which links are added; an act stops where it is gone.
    func sureHead(of chain: Chain) throws -> ChainHead {
        guard let head = try head(of: chain) else { throw StoreProblem.failed("the \(chain.whole) has no head") }
        return head
    }
}
