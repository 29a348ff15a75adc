import Basics

/// One child or young person.
public struct Pupil: Hashable, Sendable {
    public var id: PupilID
    public var version = 1
    public var upn: String?
    public var uln: String?
    public var surname: String
    /// Empty for a pupil with one name.
    public var forename: String
    public var middleNames = ""
    public var preferredSurname = ""
    public var preferredForename = ""
    public var birth: Day
    /// M or F; empty where no file has said.
    public var sex = ""
    public var ethnicity = ""
    public var firstLanguage = ""
    public var homeLanguage = ""
    /// English as an additional language; nil where nobody has said.
    public var eal: Bool?
    /// The local authority where the child lives: it maintains the plan.
    public var homeLA = ""
    public var healthBody = ""
    public var address = ""
    public var disabilities = ""
    /// Sealed for adoption or protection: former names, UPNs and contacts leave every screen.
    public var sealed = false

    /// The name people use, forename first.
    public var name: String {
        [preferredForename.nonEmpty ?? forename, preferredSurname.nonEmpty ?? surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The name by which the child is called.
    public var calledName: String { preferredForename.nonEmpty ?? forename.nonEmpty ?? surname }

    /// The legal name, where it differs from the one people use.
    public var legalName: String { [forename, surname].filter { !$0.isEmpty }.joined(separator: " ") }

    /// Folded surname and forename: the order of every list.
    public var sortName: String { "\(surname) \(forename)".folded }

    /// Every word under which a search finds the pupil.
    public var searchWords: Set<String> {
        Set("\(surname) \(forename) \(middleNames) \(preferredSurname) \(preferredForename)".folded.split(separator: " ").map(String.init))
    }
}
