import Basics

/// Puts an entry of the register right that was written down wrongly: another code, first day or last day.
public struct CorrectStatus: Sendable {
    public let entry: RowID
    public let provision: String
    public let starts: Day
    public let ends: Day?
    public let reason: String

    public init(entry: RowID, provision: String, starts: Day, ends: Day?, reason: String) {
        self.entry = entry
        self.provision = provision
        self.starts = starts
        self.ends = ends
        self.reason = reason.trimmed
    }

    public func applied(to record: RegisterRecord) throws -> RegisterChange {
        guard let before = record.provisions.first(where: { $0.id == entry }) else {
            throw Problems("", "This entry is no longer there. Go back and look again.")
        }
        var after = before
        after.provision = provision
        after.spell = Spell(starts: starts, ends: ends)
        try problems(after, record).check()
        var change = RegisterChange()
        change.provisions = [Change("status.corrected", from: before, to: after, because: reason)]
        return change
    }

    private func problems(_ after: ProvisionSpell, _ record: RegisterRecord) -> Problems {
        var problems = Problems()
        problems.require(CodeList.provision.contains(provision), "provision", "Choose a status.")
        problems.require(!after.spell.isReversed, "ends", "The last day comes before the first. Give a later last day.")
        problems.require(starts > record.pupil.birth, "starts", "The first day is before \(record.pupil.calledName) was born.")
        problems.require(!reason.isEmpty, "reason", "Say what was wrong, in a few words. It is kept with the record.")
        if let other = record.provisions.first(where: { $0.id != entry && $0.spell.overlaps(after.spell) }) {
            problems.add("starts", "These days overlap with another entry, \(other.inWords). Change the days so that they do not meet.")
        }
        return problems
    }
}
