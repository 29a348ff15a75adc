import Basics

/// Writes down a talk with a family or a colleague, or puts a note right.
public struct WriteNote: Sendable {
    public let way: Note.Way?
    public let party: Note.Party?
    public let offer: Note.Offer
    public let day: Day
    public let who: String
    public let words: String

    public init(way: Note.Way?, party: Note.Party?, offer: Note.Offer = .held, day: Day, who: String, words: String) {
        (self.way, self.party, self.offer, self.day, self.who, self.words) = (way, party, offer, day, who.trimmed, words.trimmed)
    }

    public static let longest = 5_000

    public func applied(to pupil: Pupil, at school: SchoolID, by who: String, _ account: AccountID?, today: Day) throws -> Change<Note> {
        let (way, party) = try checked(pupil, today)
        return Change("note.written", to: Note(
            id: .new, pupil: pupil.id, school: school, way: way, party: party, offer: offer, happenedOn: day, who: self.who, words: words, writtenBy: who, writtenByAccount: account))
    }

    public func applied(to pupil: Pupil, correcting before: Note, today: Day) throws -> Change<Note> {
        if before.withdrawnOn != nil { throw Problems("", "This note was withdrawn, so it can’t be changed.") }
        var after = before
        (after.way, after.party) = try checked(pupil, today)
        (after.offer, after.happenedOn, after.who, after.words) = (offer, day, self.who, words)
        return Change("note.corrected", from: before, to: after)
    }

    private func checked(_ pupil: Pupil, _ today: Day) throws -> (Note.Way, Note.Party) {
        var problems = Problems()
        problems.require(way != nil, "note_way", "Choose how you spoke: a call, a mail, a meeting or a document.")
        problems.require(party != nil, "note_party", "Choose with whom: the family, a colleague or somebody outside the school.")
        problems.require(offer == .held || way == .meeting || way == nil, "note_offer", "Only a meeting is offered and declined. Choose “Meeting”, or say that it took place.")
        problems.require(!who.isEmpty || offer != .held, "note_who", "Say who it was, such as: Mrs Okafor, mother.")
        problems.require(who.count <= 200, "note_who", "Make this shorter: at most 200 characters.")
        problems.require(!words.isEmpty || offer != .held, "note_words", "Say in a sentence what was said.")
        problems.require(words.count <= Self.longest, "note_words", "Make this shorter: at most \(Self.longest) characters. A long report is better kept as a paper.")
        problems.require(day <= today, "note_day", "This day is in the future. Write the note when it has happened; until then, write it down as something to do.")
        problems.require(day >= pupil.birth, "note_day", "This day is before \(pupil.calledName) was born.")
        guard problems.isEmpty, let way, let party else { throw problems }
        return (way, party)
    }
}

/// Takes a note out that was written in the wrong record. The trail keeps that it was there.
public struct WithdrawNote: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    public func applied(to note: Note, today: Day) throws -> Change<Note> {
        if note.withdrawnOn != nil { throw Problems("", "This note was withdrawn already.") }
        if reason.isEmpty { throw Problems("reason", "Say why, in a few words. It is kept with the record.") }
        var after = note
        after.withdrawnOn = today
        return Change("note.withdrawn", from: note, to: after, because: reason)
    }
}
