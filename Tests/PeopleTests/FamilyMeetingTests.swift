import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

@Suite("Meetings offered to families on SEN support")
struct FamilyMeetingTests {
    static let today = Stage.november
    /// Autumn, spring and summer of 2025/26, and the autumn that runs.
    static let terms = [("2025-09-03", "2025-12-18"), ("2026-01-04", "2026-03-25"), ("2026-04-12", "2026-07-21"), ("2026-09-03", "2026-12-18")].map { Spell(starts: day($0), ends: day($1)) }
    static func day(_ text: String) -> Day { Day(text) ?? .distantPast }

    /// First day on SEN support, days on which meetings were offered, how many were due, how many count, since when one is missing.
    static let table: [(String, [String], Int, Int, String?)] = [
        ("2025-09-01", ["2025-10-13", "2026-02-02", "2026-05-11"], 3, 3, nil),
        ("2025-09-01", ["2025-10-13", "2026-02-02"], 3, 2, "2026-07-22"),
        ("2025-09-01", [], 3, 0, "2025-12-19"),
        // Three in one term are three, and one offered this month mends last term's gap.
        ("2025-09-01", ["2026-05-11", "2026-05-12", "2026-05-13"], 3, 3, nil),
        ("2025-09-01", ["2025-10-13", "2026-02-02", "2026-11-19"], 3, 3, nil),
        // The term in which support began is not counted, nor what was offered before it.
        ("2026-01-20", ["2025-10-13"], 1, 0, "2026-07-22"),
        ("2026-01-20", ["2026-05-11"], 1, 1, nil),
        ("2026-09-03", [], 0, 0, nil), ("2026-04-13", [], 0, 0, nil), ("2026-04-12", [], 1, 0, "2026-07-22"),
    ]

    @Test("The share of each term", arguments: table)
    func share(start: String, offered: [String], due: Int, counted: Int, since: String?) {
        let share = FamilyMeetingShare(terms: Self.terms, from: Self.day(start), offered: offered.map(Self.day), on: Self.today)
        #expect(share.due == due && share.offered == counted && share.shortSince == since.map(Self.day))
    }

    @Test("What is offered between two terms counts for the one before")
    func byTerm() {
        #expect(FamilyMeetingShare.byTerm(Self.terms, offered: ["2025-10-13", "2025-12-28", "2026-05-11"].map(Self.day)) == [2, 0, 1, 0])
    }

    @Test("The safety net finds who was offered too little, and nobody else", arguments: StageEngine.here)
    func net(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let short = try await stage.pupil("Sam", "Whitlock", at: elm, provision: "K"), right = try await stage.pupil("Ada", "Right", at: elm, provision: "K")
        _ = try await stage.pupil("Eve", "Plan", at: elm, provision: "E")
        _ = try await stage.pupil("New", "Comer", at: elm, provision: "K", since: stage.today - 30)
        // Oak has no table of terms, so nobody can say what is due there.
        _ = try await stage.pupil("Olga", "Birch", at: oak, provision: "K")
        let terms = Self.terms
        try await stage.act { writer in
            for (place, term) in terms.enumerated() {
                try writer.save(Change("term.added", to: Term(id: .new, school: elm.id, academicYear: place < 3 ? 2025 : 2026, name: "Term", starts: term.starts, ends: term.ends ?? term.starts)))
                if place < 3 {
                    let offer: Note.Offer = place == 1 ? .declined : .held
                    try writer.save(Change("note.written", to: Note(id: .new, pupil: right.id, school: elm.id, way: .meeting, party: .family, offer: offer, happenedOn: term.starts + 30, who: "", words: "", writtenBy: "Stage")))
                }
            }
            for (way, party, gone) in [(Note.Way.call, Note.Party.family, Day?.none), (.meeting, .colleague, nil), (.meeting, .family, Self.today)] {
                try writer.save(Change("note.written", to: Note(id: .new, pupil: short.id, school: elm.id, way: way, party: party, offer: .held, happenedOn: terms[1].starts, who: "", words: "", writtenBy: "Stage", withdrawnOn: gone)))
            }
        }
        for school in [nil, elm.id] {
            let found = try await stage.read { try fewFamilyMeetings.find($0, SafetyQuestion(viewer: .operator, school: school, day: Self.today)) }
            #expect(found.map(\.pupil) == [short.id] && found.first?.since == Self.day("2025-12-19") && found.first?.message == "No meeting was offered to the family in the last 3 terms.")
        }
        let of = try await stage.read { try fewFamilyMeetings.find($0, SafetyQuestion(viewer: .dev, day: Self.today)) }
        #expect(of.first?.next == pupilPath(short.id), "who writes no notes is led to the pupil")
        #expect(try await stage.read { try fewFamilyMeetings.find($0, SafetyQuestion(viewer: .amira(at: oak.id), day: Self.today)) }.isEmpty)
        #expect(try await stage.visit(.read, pupilPath(right.id), as: .amira(at: elm.id)).text.contains("Meetings offered to the family: Term 2025/26: 1"))
    }
}
