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
    /// Whether invented people may be chosen without a password.
    var isDemonstration = false

    var areas: [any Area] { Program.areas(keys: keys, papers: papers, isDemonstration: isDemonstration) }
}

extension DataOptions {
    func premises(_ store: Store, isDemonstration: Bool = false) throws -> Premises {
        Premises(store: store, uploads: folder.uploads, keys: try keyRing(), papers: try papers(), isDemonstration: isDemonstration)
    }
}
