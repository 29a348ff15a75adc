import Access
import Basics
import Database
import Foundation
import Pages
import People

extension Reader {
    /// The pupil with this UPN, now or before.
    /// - Throws: `NotFound` where there is none.
    public func pupil(upn: String) throws -> PupilID {
        let upn = upn.uppercased()
        let found = try value("SELECT id FROM pupil WHERE upn = \(upn)", as: PupilID.self)
            ?? value("SELECT f.pupil_id FROM former_upn f JOIN pupil p ON p.id = f.pupil_id WHERE f.upn = \(upn) AND p.sealed = \(false) ORDER BY f.id LIMIT 1", as: PupilID.self)
        guard let found else { throw NotFound() }
        return found
    }
}

extension Store {
    /// Takes a file of plans in for the pupil whose UPN stands in it, or whom the person names.
    /// - Throws: `Problems`, each with its place in the file; `NotFound` where no pupil has the UPN.
    public func importPlans(_ path: String, of upn: String?, as viewer: Viewer, _ act: Act, dryRun: Bool) async throws -> ImportResult {
        let file = try PlanFile.read(at: path)
        let (pupil, school) = try await read { reader in
            let pupil = try reader.pupil(upn: upn ?? file.child.upn)
            return (pupil, try reader.planRecord(of: pupil, for: viewer, on: act.today).school)
        }
        let coming = PlanFileImport(file: file, pupil: pupil, isSameChild: upn != nil), name = URL(filePath: path).lastPathComponent
        return try await importFile(ImportedFile(kind: "plan-file", path: path, name: name, school: school), act, dryRun: dryRun) { try coming.take($0, viewer) }
    }
}
