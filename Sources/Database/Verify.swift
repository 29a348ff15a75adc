import Basics

/// What came of following both chains and their seals.
public struct TrailProof: Sendable, Equatable {
    /// One link of one chain.
    public struct Link: Sendable, Equatable {
        public let chain: Chain
        public let id: Int
    }

    /// How many entries, sights and seals there are.
    public let changes: Int, sights: Int, seals: Int
    /// The first link of the trail that is not what was written or, where the trail is sound, of the sights.
    public let firstBroken: Link?
    /// All that is not as it was written, in plain words; empty when all is sound.
    public let findings: [String]
}

extension Store {
    /// Goes along both chains and every seal, and says where they are not as they were written.
    /// - Parameters:
    ///   - keyRing: with it, seals made with another key are found; without, each is held against the key it names.
    ///   - file: where the seals also stand; nil to leave that file out.
    public func verify(with keyRing: KeyRing? = nil, seals file: String? = nil) async throws -> TrailProof {
        try await engine.read { connection in
            let reader = Reader(connection), seals = try reader.seals()
            var trail = TrailCheck(seals), sights = try SightCheck(reader, seals)
            try trail.run(reader)
            try sights.run(reader)
            let sealing = SealCheck(seals, keyRing, file.map(SealFile.init), file)
            let broken = [trail.chain, sights.chain].lazy.compactMap { chain in chain.firstBroken.map { TrailProof.Link(chain: chain.chain, id: $0) } }
            return TrailProof(
                changes: trail.chain.links, sights: sights.chain.links, seals: seals.count, firstBroken: broken.first,
                findings: trail.chain.findings + sights.chain.findings + sealing.findings)
        }
    }

    /// What `verify` finds without the key and the file of seals.
    public func verifyTrail() async throws -> [String] { try await verify().findings }

    /// All that is unsound: the engine's own findings, then the trail's and its seals'.
    public func check(with keyRing: KeyRing? = nil, seals file: String? = nil) async throws -> [String] {
        try await engine.soundness() + verify(with: keyRing, seals: file).findings
    }
}
