import Access
import Basics
import Database
import Pages

// Who does it: the person who writes, somebody of the school's staff, the family, or somebody else in words.

extension Reader {
    /// Whom one may choose to do something at a school.
    public func ownerChoices(at school: SchoolID, for viewer: Viewer) throws -> [Choice] {
        [Choice("me", "Me (\(viewer.name))")] + (try staffChoices(at: school)) + [Choice("family", "The family"), Choice("other", "Somebody else: write who below")]
    }

    /// Who was chosen.
    /// - Throws: `Problems` by the field.
    public func owner(_ typed: FormValues, at school: SchoolID, for viewer: Viewer) throws -> ActionOwner {
        switch typed["owner"] {
        case "me": return ActionOwner(staff: try ownPlace(viewer, at: school), account: viewer.account, name: viewer.name)
        case "family": return .family
        case "other":
            guard let name = typed["owner_words"].nonEmpty, name.count <= 200 else { throw Problems("owner_words", "Write who does it, such as: Dr Ahmed, the paediatrician.") }
            return ActionOwner(name: name)
        case let text:
            guard let id = StaffID(text), let member = try one(id, of: StaffMember.self), member.school == school else { throw Problems("owner", "Choose who does it.") }
            return ActionOwner(staff: id, name: [member.forename, member.surname].filter { !$0.isEmpty }.joined(separator: " "))
        }
    }

    /// Who this person is on the list of staff of one school.
    private func ownPlace(_ viewer: Viewer, at school: SchoolID) throws -> StaffID? {
        try value("SELECT id FROM staff WHERE school_id = \(school) AND id IN \(viewer.staff) ORDER BY id")
    }
}

extension Action {
    /// What stands in a form about it.
    func typed(for viewer: Viewer) -> [(name: String, text: String)] {
        let chosen = viewer.owns(self) ? "me" : owner.staff.map { "\($0)" } ?? (owner == .family ? "family" : "other")
        return [("what", what), ("owner", chosen), ("owner_words", chosen == "other" ? owner.name : ""), ("due", due.description)]
    }
}

/// The fields of an action.
/// - Parameter notice: where it is about a pupil.
func actionFields(_ write: FormWriter, _ owners: [Choice], aboutChild notice: ChildNotice?) -> HTML {
    """
    \(write.text("what", "What is to be done?", hint: "One thing, such as: ring the family about the hearing test.", aboutChild: notice))\
    \(write.select("owner", "Who does it?", owners))\
    \(write.text("owner_words", "Who, if somebody else?", hint: "Only if you chose “Somebody else”. Such as: Dr Ahmed, the paediatrician."))\
    \(write.day("due", "By which day?"))
    """
}
