import Basics
import People

extension ReviewPerson {
    /// Why nothing may be sent to them; nil where it may. What a court said is not repeated.
    /// - Parameter contacts: all of the pupil's, those that ended, too: what a court ordered is not forgotten with them.
    public func barred(by contacts: [Contact]) -> String? {
        let own = contact.flatMap { id in contacts.first { $0.id == id } }
        let alike = own.map { [$0] } ?? contacts.filter { $0.isAlike(name, email) }
        // What stands now goes before what ended.
        let standing = alike.filter { $0.ends == nil }, found = standing.isEmpty ? alike : standing
        if found.contains(where: { !$0.courtOrder.isEmpty }) { return "The record says that a court has ordered something. Ask the safeguarding lead first" }
        if contact != nil, own?.ends != nil || own == nil { return "No longer a contact in the record" }
        return standing.allSatisfy(\.mayReceivePapers) ? nil : "The record says that they get no papers"
    }
}

extension Contact {
    /// Whether somebody typed by hand is this contact: by name, with or without a title or a middle name, or by mail address.
    func isAlike(_ typed: String, _ mail: String) -> Bool {
        let theirs = Self.words(typed), ours = Self.words(name)
        let isName = theirs == ours || min(theirs.count, ours.count) > 1 && (theirs.isSubset(of: ours) || ours.isSubset(of: theirs))
        return isName || !mail.trimmed.isEmpty && mail.folded == email.folded
    }

    /// Whether it may be this contact: the same surname and the same first letter, or only the surname.
    func isNear(_ typed: String) -> Bool {
        let family = Self.words(surname), theirs = Self.words(typed), rest = theirs.subtracting(family)
        guard !family.isEmpty, family.isSubset(of: theirs), !isAlike(typed, "") else { return false }
        return rest.isEmpty || rest.contains { $0.first == forename.folded.first }
    }

    /// The words of a name, without the title.
    private static func words(_ name: String) -> Set<String> {
        Set(name.folded.split { !$0.isLetter && $0 != "'" }.map(String.init)).subtracting(titles)
    }

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "lady", "lord"]
}
