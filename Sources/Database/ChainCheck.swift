import Basics

/// Follows one chain from link to link, and holds it against the seals.
struct ChainCheck {
    let chain: Chain
    private(set) var findings: [String] = []
    /// The first link that is not what was written.
    private(set) var firstBroken: Int?
    private(set) var links = 0
    private(set) var end: ChainHead
    private var sealed: [Int: [TrailSeal]]
    /// Up to here a seal, or the ground of the chain, vouches for it.
    private var vouched: Int
    /// A chain that is wrong everywhere is said once, not a hundred thousand times.
    private static let mostFindings = 50

    /// - Parameter base: on what the chain stands: nothing, or the last link that a disposal took out.
    init(_ chain: Chain, from base: ChainHead = ChainHead(last: 0, digest: []), seals: [TrailSeal]) {
        (self.chain, end, vouched) = (chain, base, base.last)
        sealed = Dictionary(grouping: seals) { $0.head(of: chain).last }
        meetSeals()
    }

    var goesOn: Bool { findings.count < Self.mostFindings }

    /// - Parameters:
    ///   - own: the digest that the link has by what stands in it, after the digest before.
    ///   - stored: the digest that stands beside it.
    mutating func follow(_ id: Int, _ name: String = "", stored: [UInt8], own: ([UInt8]) -> [UInt8]) {
        // After a gap the digest before is not known, so the chain is taken up again from here.
        if id != end.last + 1 {
            missing(end.last + 1, id - 1)
        } else if own(end.digest) != stored {
            add(id, "\(title(id, name)) is not as it was written, or stands in another's place.")
        }
        end = ChainHead(last: id, digest: stored)
        links += 1
        meetSeals()
    }

    func title(_ id: Int, _ name: String) -> String { "\(chain.link) \(id)" + (name.isEmpty ? "" : " (\(name))") }

    mutating func add(_ broken: Int?, _ finding: String) {
        if let broken { firstBroken = min(firstBroken ?? broken, broken) }
        if goesOn { findings.append(finding) }
    }

    /// Last of all: the head, and seals of what is no longer there.
    mutating func meetHead(_ head: ChainHead?) {
        guard let head else { return add(nil, "The head of the \(chain.whole) is missing.") }
        if head.last > end.last { missing(end.last + 1, head.last) }
        if head.last < end.last { add(head.last + 1, "The \(chain.whole) goes on after its head: entries \(head.last + 1) to \(end.last) were put in.") }
        if head.last == end.last, head.digest != end.digest { add(end.last, "The head of the \(chain.whole) does not fit its last entry.") }
        guard goesOn else { return }
        for (last, seals) in sealed.sorted(by: { $0.key < $1.key }) where last > end.last {
            for seal in seals { add(end.last + 1, "The seal of \(seal.day) reaches to \(title(last, "")), but the \(chain.whole) ends at \(end.last).") }
        }
    }

    /// A chain rewritten with fresh digests holds together, but not with what was sealed.
    private mutating func meetSeals() {
        for seal in sealed[end.last] ?? [] {
            if seal.head(of: chain).digest == end.digest { vouched = end.last; continue }
            add(vouched + 1, "\(chain.links) \(vouched + 1) to \(end.last) are not what was sealed on \(seal.day): they were written anew.")
        }
    }

    private mutating func missing(_ from: Int, _ to: Int) {
        add(from, from == to ? "\(chain.link) \(from) is missing." : "\(chain.links) \(from) to \(to) are missing.")
    }
}
