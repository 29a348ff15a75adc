import Basics

/// Nothing about a pupil is disposed of while this stands: a tribunal, a claim, an inquiry.
public struct LegalHold: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var reason: String
    public var spell: Spell

    public static func placed(on pupil: PupilID, because reason: String, standing: LegalHold?, today: Day) throws -> Change<LegalHold> {
        var problems = Problems()
        problems.require(standing == nil, "upn", "A hold stands over this record already.")
        problems.require(reason.nonEmpty != nil, "reason", "Say why, such as “appeal to the tribunal”, and who asked.")
        try problems.check()
        return Change("hold.placed", to: LegalHold(id: .new, pupil: pupil, reason: reason.trimmed, spell: Spell(starts: today)), because: reason.trimmed)
    }

    public func lifted(because reason: String, today: Day) throws -> Change<LegalHold> {
        var problems = Problems()
        problems.require(spell.ends == nil, "", "This hold is lifted already.")
        problems.require(reason.nonEmpty != nil, "reason", "Say why it is no longer needed, and who says so.")
        try problems.check()
        var after = self
        after.spell = Spell(starts: spell.starts, ends: max(today, spell.starts))
        return Change("hold.lifted", from: self, to: after, because: reason.trimmed)
    }
}

/// That a pupil's file was sent to another school.
public struct FileTransfer: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var sentTo: String
    public var sentOn: Day
    public var way: String
    public var confirmedOn: Day?
    public var confirmedBy = ""

    public static func sent(_ pupil: PupilID, to school: String, on day: Day, by way: String, today: Day) throws -> Change<FileTransfer> {
        var problems = Problems()
        problems.require(school.nonEmpty != nil, "sent_to", "Write which school it went to.")
        problems.require(day <= today, "sent_on", "This day is still to come. Give the day on which it was sent.")
        problems.require(way.nonEmpty != nil, "way", "Say how it was sent, such as “by hand, signed for”.")
        try problems.check()
        return Change("file.sent", to: FileTransfer(id: .new, pupil: pupil, sentTo: school.trimmed, sentOn: day, way: way.trimmed))
    }

    public func confirmed(on day: Day, by name: String, today: Day) throws -> Change<FileTransfer> {
        var problems = Problems()
        problems.require(confirmedOn == nil, "", "The other school has confirmed this already.")
        problems.require(day >= sentOn && day <= today, "confirmed_on", "Give a day from \(sentOn.inWords) to today.")
        problems.require(name.nonEmpty != nil, "confirmed_by", "Write who at the other school has it now.")
        try problems.check()
        var after = self
        (after.confirmedOn, after.confirmedBy) = (day, name.trimmed)
        return Change("file.confirmed", from: self, to: after)
    }
}
