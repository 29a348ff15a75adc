import Basics

/// Seals a pupil's record after an adoption or for protection: former numbers, former names and contacts
/// leave every screen, search, file and view of the trail. There is no way back by a page.
public struct SealPupil: Sendable {
    public let reason: String
    public let understood: Bool

    public init(reason: String, understood: Bool) {
        self.reason = reason.trimmed
        self.understood = understood
    }

    public func applied(to pupil: Pupil) throws -> Change<Pupil> {
        var problems = Problems()
        problems.require(!pupil.sealed, "", "This record is sealed already.")
        problems.require(!reason.isEmpty, "reason", "Say who decided this and why. Give no former name here.")
        problems.require(understood, "understood", "Tick the box to show that you have read what sealing does.")
        try problems.check()
        var after = pupil
        after.sealed = true
        return Change("pupil.sealed", from: pupil, to: after, because: reason)
    }
}
