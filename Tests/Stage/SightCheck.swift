import Basics

/// Everybody to whose record a page links was noted by the visit's witness, or the trail of sights would have a hole.
public struct SightCheck {
    private let linked: Set<PupilID>
    private let seen: Set<PupilID>

    /// The menu is left out: “Your child” in it names nobody.
    public init(_ page: String, seen: [PupilID]) {
        let main = page.split(separator: "</header>", maxSplits: 1).last ?? ""
        linked = Set(main.matches(of: /"\/pupils\/([0-9]+)[\/?#"]/).compactMap { PupilID(String($0.1)) })
        self.seen = Set(seen)
    }

    /// - Throws: `PageCheck.Fault` naming the page and those who were shown without a note.
    public func check(_ path: String) throws {
        let missing = linked.subtracting(seen).sorted()
        if !missing.isEmpty { throw PageCheck.Fault(description: "\(path): shows pupils \(missing) whom the witness did not see") }
    }
}
