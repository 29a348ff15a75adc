import Basics

/// Looks at the seals themselves: signatures, numbers, and whether the file and the database hold the same.
struct SealCheck {
    private(set) var findings: [String] = []

    init(_ seals: [TrailSeal], _ keyRing: KeyRing?, _ file: SealFile?, _ path: String?) {
        for (place, seal) in seals.enumerated() where seal.number != place + 1 {
            findings.append("Seal \(place + 1) is missing from the database.")
            break
        }
        for seal in seals { look(at: seal, keyRing) }
        guard let file, let path else { return }
        compare(seals, file.lines, path)
    }

    private mutating func look(at seal: TrailSeal, _ keyRing: KeyRing?) {
        if !seal.isAsSigned {
            findings.append("The seal of \(seal.day) in the database is not as it was signed.")
        } else if let keyRing, keyRing.publicSeal != seal.publicKey {
            findings.append("The seal of \(seal.day) was made with another key than the one in the key file.")
        }
    }

    private mutating func compare(_ seals: [TrailSeal], _ lines: [String]?, _ path: String) {
        guard let lines else {
            if !seals.isEmpty { findings.append("The file of seals \(path) is not there. Put it back from where you keep your copy.") }
            return
        }
        let kept = Set(lines), known = Set(seals.map(\.line))
        for seal in seals where !kept.contains(seal.line) { findings.append("The seal of \(seal.day) is in the database, but not in \(path).") }
        for (place, line) in lines.enumerated() where !known.contains(line) {
            findings.append("Line \(place + 1) of \(path) is a seal that is not in the database.")
        }
    }
}
