import Basics

/// A person or an authority to reach about a pupil.
public struct Contact: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// Who is called first; 1 comes first.
    public var position: Int
    public var title = ""
    public var surname = ""
    public var forename = ""
    /// For a local authority or another body in place of a person.
    public var organisation = ""
    /// A code of `CodeList.relationships`.
    public var relationship = ""
    /// Parental responsibility.
    public var responsibility = false
    public var mayReceivePapers = false
    public var address = ""
    public var addressConfidential = false
    public var phones = ""
    public var email = ""
    /// What a court has ordered about contact or papers. An import never opens what this closes.
    public var courtOrder = ""
    public var ends: Day?

    public var name: String {
        organisation.nonEmpty ?? [title, forename, surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// A file may not change who receives papers or what is confidential once a person has restricted it.
    public var isRestricted: Bool { !courtOrder.isEmpty || addressConfidential }
}
