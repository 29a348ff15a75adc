import Access
import Basics
import Database
import Pages
import Papers

// Which papers of a pupil a viewer may see. Every lookup of papers goes through here.

/// What it takes to read a pupil's papers, and to add and withdraw them.
public let readsPapers: Permission = .seeRecord
let keepsPapers: Permission = .changeRegister

extension Reader {
    /// The pupil, where the viewer may do this with their papers.
    /// - Throws: `NotFound` otherwise.
    func pupil(_ id: PupilID, for viewer: Viewer, who needed: Permission, on day: Day) throws -> Pupil {
        let pupil = try pupil(id, for: viewer, on: day)
        guard try powers(of: viewer, over: id, on: day).contains(needed) else { throw NotFound() }
        return pupil
    }

    /// The papers of a pupil in sight, the latest first. Of a sealed record only those that were added after it was sealed: those
    /// before may show former names.
    /// - Throws: `NotFound` where the viewer may not do what is needed.
    public func papers(of pupil: PupilID, for viewer: Viewer, who needed: Permission = readsPapers, on day: Day) throws -> [Paper] {
        let pupil = try self.pupil(pupil, for: viewer, who: needed, on: day), all = try papers(of: pupil.id)
        guard pupil.sealed, !all.isEmpty else { return all }
        let sealed = try value("SELECT MAX(at) FROM trail WHERE pupil_id = \(pupil.id) AND event = 'pupil.sealed'", as: Instant?.self).flatMap { $0 }
        return all.filter { paper in sealed.map { $0 < paper.addedAt } ?? false }
    }

    /// One paper that still stands.
    /// - Throws: `NotFound` where it is withdrawn, not in sight, or another pupil's.
    public func paper(_ id: PaperID, of pupil: PupilID, for viewer: Viewer, who needed: Permission = readsPapers, on day: Day) throws -> Paper {
        let papers = try papers(of: pupil, for: viewer, who: needed, on: day)
        guard let paper = papers.first(where: { $0.id == id && !$0.isWithdrawn }) else { throw NotFound() }
        return paper
    }
}
