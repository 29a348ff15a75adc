import AreaKit
import Database
import Papers

/// What the server of one trust needs: its data, its keys and its papers.
struct Premises: Sendable {
    let store: Store
    /// Where files lie while they are being read in.
    let uploads: String
    let keys: KeyRing
    let papers: PaperStore?
    /// Where the daily seals of the trail are also written; nil where nothing is sealed.
    var seals: String?
    /// Whether invented people may be chosen without a password.
    var isDemonstration = false

    var areas: [any Area] { Program.areas(keys: keys, papers: papers, isDemonstration: isDemonstration) }
}

extension DataOptions {
    func premises(_ store: Store, isDemonstration: Bool = false) throws -> Premises {
        Premises(store: store, uploads: folder.uploads, keys: try keyRing(), papers: try papers(), seals: folder.seals, isDemonstration: isDemonstration)
    }
}
