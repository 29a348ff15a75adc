import Basics
@testable import People
import Testing

@Suite("Notes")
struct NoteTests {
    static let today = Day(2026, 11, 20) ?? .distantPast
    static let sam = Pupil(id: PupilID(7), surname: "Whitlock", forename: "Sam", birth: Day(2018, 3, 10) ?? .distantPast)

    static func write(_ way: Note.Way? = .call, _ party: Note.Party? = .family, _ offer: Note.Offer = .held, day: Day = today, who: String = "Pat, mother", words: String = "Reads at home") throws -> Change<Note> {
        try WriteNote(way: way, party: party, offer: offer, day: day, who: who, words: words).applied(to: sam, at: SchoolID(1), by: "Amira Khan (SENCO)", AccountID(3), today: today)
    }

    @Test("A note says how, with whom, when and what, and who wrote it")
    func written() throws {
        let note = try Self.write(who: "  Pat, mother ").after
        #expect(note.title == "Call with Pat, mother (family)" && note.writtenBy == "Amira Khan (SENCO)" && note.writtenByAccount == AccountID(3) && note.happenedOn == Self.today)
    }

    @Test("What is wrong is said by its field", arguments: [
        (Note.Way?.none, Note.Party?.some(.family), Note.Offer.held, 0, "Pat", "Words", "note_way"), (.call, nil, .held, 0, "Pat", "Words", "note_party"),
        (.call, .family, .declined, 0, "Pat", "", "note_offer"), (.call, .family, .held, 0, "", "Words", "note_who"), (.call, .family, .held, 0, "Pat", " ", "note_words"),
        (.call, .family, .held, 1, "Pat", "Words", "note_day"), (.call, .family, .held, -4000, "Pat", "Words", "note_day"),
        (.call, .family, .held, 0, String(repeating: "x", count: 201), "Words", "note_who"), (.call, .family, .held, 0, "Pat", String(repeating: "x", count: 5_001), "note_words"),
    ])
    func refused(way: Note.Way?, party: Note.Party?, offer: Note.Offer, days: Int, who: String, words: String, field: String) throws {
        let problems = try #require(throws: Problems.self) { try Self.write(way, party, offer, day: Self.today + days, who: who, words: words) }
        #expect(problems.list.map(\.field) == [field])
    }

    @Test("A meeting that was offered counts, whatever the family answered; a call does not", arguments: [
        (Note.Way.meeting, Note.Party.family, Note.Offer.held, true), (.meeting, .family, .declined, true), (.meeting, .family, .unanswered, true),
        (.meeting, .colleague, .held, false), (.call, .family, .held, false), (.document, .family, .held, false),
    ])
    func offered(way: Note.Way, party: Note.Party, offer: Note.Offer, counts: Bool) throws {
        #expect(try Self.write(way, party, offer).after.offersFamilyMeeting == counts)
    }

    @Test("An offer needs neither name nor words, and says what became of it")
    func offerWithoutWords() throws {
        #expect(try Self.write(.meeting, .family, .declined, who: "", words: "").after.title == "Meeting offered to the family, declined")
        #expect(try Self.write(.meeting, .family, .unanswered, who: "Pat", words: "").after.title == "Meeting offered to Pat (family), no answer")
    }

    @Test("A note is put right and withdrawn; one that was withdrawn is neither")
    func corrected() throws {
        let note = try Self.write().after, other = WriteNote(way: .mail, party: .family, day: Self.today - 1, who: "Pat, mother", words: "Reads on Sundays")
        let change = try other.applied(to: Self.sam, correcting: note, today: Self.today)
        #expect(change.event == "note.corrected" && change.after.way == .mail && change.after.writtenBy == note.writtenBy)
        #expect(throws: Problems.self) { try WithdrawNote(reason: " ").applied(to: note, today: Self.today) }
        let gone = try WithdrawNote(reason: "Wrong child").applied(to: note, today: Self.today)
        #expect(gone.after.withdrawnOn == Self.today && gone.reason == "Wrong child" && !gone.after.offersFamilyMeeting)
        #expect(throws: Problems.self) { try WithdrawNote(reason: "Again").applied(to: gone.after, today: Self.today) }
        #expect(throws: Problems.self) { try other.applied(to: Self.sam, correcting: gone.after, today: Self.today) }
    }
}
