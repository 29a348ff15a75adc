import Basics
@testable import Impact
import Testing

@Suite("The engagement model")
struct EngagementTests {
    let born = Scores.start - 3000

    @Test("Words in each area, none of which can be added up")
    func words() throws {
        let changes = try WriteEngagement([.persistence: "Kept at the water for four minutes.", .initiation: " "], seenOn: Scores.start).applied(to: PupilID(1), at: SchoolID(1), born: born, by: "Amira", today: Scores.today)
        #expect(changes.map(\.after.area) == [.persistence] && changes[0].event == "engagement.seen")
        #expect(EngagementNote.Area.allCases.count == 5)
    }

    @Test("Nothing, a number, or a day to come is refused")
    func refuses() {
        func said(_ words: [EngagementNote.Area: String], _ day: Day) -> [String: String] { refused { try WriteEngagement(words, seenOn: day).applied(to: PupilID(1), at: SchoolID(1), born: born, by: "Amira", today: Scores.today) } }
        #expect(said([:], Scores.start).keys.contains("exploration") && said([.realisation: "3/4"], Scores.start)["realisation"]?.contains("no numbers") == true)
        #expect(said([.realisation: "Smiled"], Scores.today + 1).keys.contains("seen_on") && said([.realisation: "Smiled"], born - 1).keys.contains("seen_on"))
    }
}
