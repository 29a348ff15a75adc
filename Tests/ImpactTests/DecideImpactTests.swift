import Basics
@testable import Impact
import Testing

@Suite("Deciding about an intervention")
struct DecideImpactTests {
    static func subject(judgeFrom: Day? = nil) -> DecideImpact.Subject {
        .init(intervention: InterventionID(3), school: SchoolID(1), from: Scores.start, to: Scores.end, judgeFrom: judgeFrom)
    }

    @Test("Keep, with reason and day")
    func keep() throws {
        let change = try DecideImpact(verdict: .keep, because: " Seven of ten outcomes met. ", decidedOn: Scores.today, lookAgain: Scores.today + 200)
            .applied(to: Self.subject(), by: "Amira", today: Scores.today)
        #expect(change.event == "impact.decided" && change.after.because == "Seven of ten outcomes met." && change.after.decidedBy == "Amira" && change.after.verdict == .keep)
    }

    @Test("Everything that is wrong at once")
    func wrong() {
        let said = refused { try DecideImpact(verdict: nil, because: "", decidedOn: Scores.today + 1, lookAgain: Scores.today).applied(to: Self.subject(), by: "Amira", today: Scores.today) }
        #expect(Set(said.keys) == ["verdict", "because", "decided_on", "look_again"])
        #expect(refused { try DecideImpact(verdict: .adapt, because: "Too long", decidedOn: Scores.today).applied(to: Self.subject(), by: "Amira", today: Scores.today) }.keys.contains("change"))
    }

    @Test("Not before the day that was set; but what harms is stopped at any time")
    func early() {
        let subject = Self.subject(judgeFrom: Scores.today + 30)
        #expect(refused { try DecideImpact(verdict: .keep, because: "Fine", decidedOn: Scores.today).applied(to: subject, by: "Amira", today: Scores.today) }["decided_on"]?.contains("before") == true)
        #expect(refused { try DecideImpact(verdict: .stop, because: "It upsets them", decidedOn: Scores.today).applied(to: subject, by: "Amira", today: Scores.today) }.isEmpty)
        #expect(subject.tooEarly(on: Scores.today + 30) == nil)
    }
}
