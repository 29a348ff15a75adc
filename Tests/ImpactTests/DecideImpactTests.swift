import Basics
@testable import Impact
import Testing

@Suite("Deciding about an intervention")
struct DecideImpactTests {
    static func subject(judgeFrom: Day? = nil) -> DecideImpact.Subject {
        .init(intervention: InterventionID(3), school: SchoolID(1), from: Stage.start, to: Stage.end, judgeFrom: judgeFrom)
    }

    @Test("Keep, with reason and day")
    func keep() throws {
        let change = try DecideImpact(verdict: .keep, because: " Seven of ten outcomes met. ", decidedOn: Stage.today, lookAgain: Stage.today + 200)
            .applied(to: Self.subject(), by: "Amira", today: Stage.today)
        #expect(change.event == "impact.decided" && change.after.because == "Seven of ten outcomes met." && change.after.decidedBy == "Amira" && change.after.verdict == .keep)
    }

    @Test("Everything that is wrong at once")
    func wrong() {
        let said = refused { try DecideImpact(verdict: nil, because: "", decidedOn: Stage.today + 1, lookAgain: Stage.today).applied(to: Self.subject(), by: "Amira", today: Stage.today) }
        #expect(Set(said.keys) == ["verdict", "because", "decided_on", "look_again"])
        #expect(refused { try DecideImpact(verdict: .adapt, because: "Too long", decidedOn: Stage.today).applied(to: Self.subject(), by: "Amira", today: Stage.today) }.keys.contains("change"))
    }

    @Test("Not before the day that was set; but what harms is stopped at any time")
    func early() {
        let subject = Self.subject(judgeFrom: Stage.today + 30)
        #expect(refused { try DecideImpact(verdict: .keep, because: "Fine", decidedOn: Stage.today).applied(to: subject, by: "Amira", today: Stage.today) }["decided_on"]?.contains("before") == true)
        #expect(refused { try DecideImpact(verdict: .stop, because: "It upsets them", decidedOn: Stage.today).applied(to: subject, by: "Amira", today: Stage.today) }.isEmpty)
        #expect(subject.tooEarly(on: Stage.today + 30) == nil)
    }
}
