@testable import Agencies
import Basics
@testable import People
import Testing

/// With whom papers may be shared, on what ground, and how long.
struct SharingRuleTests {
    private static let today = Day(2026, 11, 20) ?? .distantPast

    private func problems(_ change: (inout SharePapers) -> Void, contacts: [Contact] = []) -> [String] {
        var share = SharePapers()
        (share.papers, share.name, share.because, share.until) = ([PaperID(1)], "Priya Nair", "The mother agreed on 18 November", Self.today + 28)
        share.isRead = true
        change(&share)
        do {
            _ = try share.applied(of: PupilID(1), at: SchoolID(1), among: [PaperID(1), PaperID(2)], contacts: contacts, by: "Amira", today: Self.today)
            return []
        } catch let found as Problems { return found.list.map(\.field) } catch { return ["?"] }
    }

    @Test("One person, chosen papers, a ground and a last day within a year")
    func limits() {
        #expect(problems { _ in } == [])
        #expect(problems { $0.papers = [] } == ["papers"])
        #expect(problems { $0.papers = [PaperID(1), PaperID(3)] } == ["papers"], "a paper that the one who shares may not read")
        #expect(problems { $0.isRead = false } == ["is_read"])
        #expect(problems { $0.name = " " } == ["name"])
        #expect(problems { $0.name = String(repeating: "x", count: 121) } == ["name"])
        #expect(problems { $0.because = "" } == ["because"])
        #expect(problems { $0.until = Self.today } == [])
        #expect(problems { $0.until = Self.today - 1 } == ["until"])
        #expect(problems { $0.until = Self.today + 366 } == [])
        #expect(problems { $0.until = Self.today + 367 } == ["until"])
        #expect(problems { $0.until = nil } == ["until"])
    }

    @Test("Who may be sent no papers is given none this way either, however the name is typed", arguments: ["Pat Whitlock", "mr pat whitlock", "PAT WHITLOCK", "Whitlock, Pat"])
    func barred(name: String) {
        var contact = Contact(id: RowID(1), pupil: PupilID(1), position: 1, surname: "Whitlock", forename: "Pat")
        (contact.title, contact.mayReceivePapers) = ("Mr", false)
        #expect(problems({ $0.name = name }, contacts: [contact]) == ["name"])
        contact.mayReceivePapers = true
        #expect(problems({ $0.name = name }, contacts: [contact]) == [])
        contact.courtOrder = "No contact"
        #expect(problems({ $0.name = name }, contacts: [contact]) == ["name"])
    }

    @Test("It opens up to its last day and until it is ended")
    func time() {
        var share = PaperShare(pupil: PupilID(1), school: SchoolID(1), name: "Priya", organisation: "", because: "Consent", madeOn: Self.today, madeBy: "Amira", until: Self.today + 2)
        #expect([0, 2, 3].map { share.isOpen(on: Self.today + $0) } == [true, true, false])
        share.endedAt = Instant(Self.today, hour: 9)
        #expect(!share.isOpen(on: Self.today))
    }
}
