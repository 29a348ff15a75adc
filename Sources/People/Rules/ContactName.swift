import Basics

// Whether somebody who is typed by hand is a contact of the record.
extension Contact {
    /// Whether somebody typed by hand is this contact: by name, with or without a title or a middle name, or by mail address.
    public func isAlike(_ typed: String, _ mail: String) -> Bool {
        let theirs = Self.words(typed), ours = Self.words(name)
        let isName = theirs == ours || min(theirs.count, ours.count) > 1 && (theirs.isSubset(of: ours) || ours.isSubset(of: theirs))
        return isName || !mail.trimmed.isEmpty && mail.folded == email.folded
    }

    /// Whether it may be this contact: the same surname and the same first letter, or only the surname.
    public func isNear(_ typed: String) -> Bool {
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
