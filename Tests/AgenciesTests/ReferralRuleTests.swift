@testable import Agencies
import Basics
import Testing

/// What a referral may do, and on what it rests.
struct ReferralRuleTests {
    static let today = Day(number: 20_777)

    static func referral(_ state: ReferralState = .drafted, since: Day = today - 10) -> Referral {
        var referral = Referral(pupil: PupilID(1), school: SchoolID(1), agency: AgencyID(1), reason: "Words are unclear", wanted: "An assessment", draftedBy: "Amira Khan", on: today - 60)
        (referral.id, referral.state, referral.since) = (ReferralID(1), state, since)
        return referral
    }

    static func consent(_ agency: Int = 1, from: Day = today - 30, until: Day = today + 300, ended: Day? = nil) -> AgencyConsent {
        var consent = AgencyConsent(pupil: PupilID(1), school: SchoolID(1), agency: AgencyID(agency), basis: .consent, givenBy: "Pat, mother", way: .form, givenOn: from, until: until, words: "", recordedBy: "Amira Khan")
        consent.endedOn = ended
        return consent
    }

    @Test("Each step leads only to those of the table, and each state can be reached", arguments: ReferralState.allCases)
    func steps(from state: ReferralState) throws {
        for next in ReferralState.allCases {
            let step = TakeReferralStep(next, on: Self.today, words: "They said so", expectedOn: next == .waiting ? Self.today + 20 : nil)
            let taken = try? step.applied(to: Self.referral(state), consents: [Self.consent()], by: "Amira Khan", today: Self.today)
            #expect((taken != nil) == state.next.contains(next), "\(state) to \(next)")
            #expect(taken?.referral.after.state ?? next == next)
        }
        #expect(state == .drafted || ReferralState.allCases.contains { $0.next.contains(state) })
        #expect(Set(state.next).count == state.next.count)
    }

    static let unsendable: [([AgencyConsent], String)] = [
        ([], "has not agreed"), ([consent(2)], "has not agreed"), ([consent(until: today - 1)], "holds until 19 November 2026 only"),
        ([consent(ended: today - 3)], "was taken back"), ([consent(from: today + 1)], "only"),
    ]

    @Test("Nothing is sent without consent for this agency on that day, and the reason is said", arguments: unsendable)
    func noConsent(consents: [AgencyConsent], words: String) {
        let step = TakeReferralStep(.sent, on: Self.today)
        #expect { try step.applied(to: Self.referral(.consent), consents: consents, by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.description.contains(words) == true }
    }

    @Test("With consent, or for a child's safety, it is sent; the first day it was sent stays")
    func sent() throws {
        var exception = Self.consent()
        (exception.basis, exception.referral) = (.safeguarding, ReferralID(1))
        for held in [Self.consent(), exception] {
            let taken = try TakeReferralStep(.sent, on: Self.today - 2).applied(to: Self.referral(), consents: [held], by: "Amira Khan", today: Self.today)
            #expect(taken.referral.after.sentOn == Self.today - 2 && taken.referral.event == "referral.sent" && taken.step.who == "Amira Khan")
        }
        var asked = Self.referral(.moreInformation)
        asked.sentOn = Self.today - 40
        let again = try TakeReferralStep(.sent, on: Self.today).applied(to: asked, consents: [Self.consent()], by: "Amira Khan", today: Self.today)
        #expect(again.referral.after.sentOn == Self.today - 40)
    }

    @Test("An exception serves the referral for which it was made, and no later one to the same agency")
    func oneReferral() throws {
        var exception = Self.consent()
        (exception.basis, exception.referral) = (.safeguarding, ReferralID(7))
        #expect { try TakeReferralStep(.sent, on: Self.today).applied(to: Self.referral(), consents: [exception], by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.description.contains("has not agreed") == true }
        #expect([exception].holding(for: Self.referral(), on: Self.today) == nil)
        var giving = GiveConsent("safeguarding", by: "Dana Reid, safeguarding lead")
        (giving.givenOn, giving.until, giving.words) = (Self.today, Self.today + 30, "Asking would put the child at risk.")
        #expect { try giving.applied(about: PupilID(1), at: SchoolID(1), agency: AgencyID(1), by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.message(for: "basis") != nil }
        giving.referral = ReferralID(1)
        #expect(try giving.applied(about: PupilID(1), at: SchoolID(1), agency: AgencyID(1), by: "Amira Khan", today: Self.today).after.referral == ReferralID(1))
        (giving.basis, giving.way) = ("consent", "form")
        #expect(try giving.applied(about: PupilID(1), at: SchoolID(1), agency: AgencyID(1), by: "Amira Khan", today: Self.today).after.referral == nil)
    }

    @Test("While it waits, the agency may give a new day; without one nothing is new")
    func newDay() throws {
        var waiting = Self.referral(.waiting)
        waiting.expectedOn = Self.today + 5
        let taken = try TakeReferralStep(.waiting, on: Self.today, expectedOn: Self.today + 40).applied(to: waiting, consents: [], by: "Amira Khan", today: Self.today)
        #expect(taken.referral.after.expectedOn == Self.today + 40 && taken.referral.after.state == .waiting)
        #expect { try TakeReferralStep(.waiting, on: Self.today).applied(to: waiting, consents: [], by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.message(for: "expected_on") != nil }
    }

    @Test("Nothing is sent to an agency that is closed, and what it did before may be written down")
    func closed() throws {
        var step = TakeReferralStep(.sent, on: Self.today)
        step.agencyEnds = Self.today - 1
        #expect { try step.applied(to: Self.referral(), consents: [Self.consent()], by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.description.contains("closed after") == true }
        step.agencyEnds = Self.today
        _ = try step.applied(to: Self.referral(), consents: [Self.consent()], by: "Amira Khan", today: Self.today)
        var seen = TakeReferralStep(.seen, on: Self.today)
        seen.agencyEnds = Self.today - 1
        _ = try seen.applied(to: Self.referral(.sent), consents: [], by: "Amira Khan", today: Self.today)
    }

    static let refused: [(ReferralState, TakeReferralStep, String)] = [
        (.sent, TakeReferralStep(.acknowledged, on: nil), "happened_on"), (.sent, TakeReferralStep(.acknowledged, on: today + 1), "happened_on"),
        (.sent, TakeReferralStep(.acknowledged, on: today - 11), "happened_on"), (.sent, TakeReferralStep(.declined, on: today), "words"),
        (.sent, TakeReferralStep(.moreInformation, on: today, words: "  "), "words"), (.accepted, TakeReferralStep(.waiting, on: today, expectedOn: today - 1), "expected_on"),
        (.discharged, TakeReferralStep(.seen, on: today), "to"), (.sent, TakeReferralStep(nil, on: today), "to"),
    ]

    @Test("What is wrong with a step is said by its field", arguments: refused)
    func refusals(state: ReferralState, step: TakeReferralStep, field: String) {
        #expect { try step.applied(to: Self.referral(state), consents: [Self.consent()], by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.list.contains { $0.field == field } == true }
    }

    @Test("An answer is missing after the agency's usual time, or after the day it named; never before, and not once somebody was seen")
    func unanswered() {
        let today = Self.today
        #expect(Self.referral(.sent, since: today - 42).unansweredSince(42, on: today) == nil)
        #expect(Self.referral(.sent, since: today - 43).unansweredSince(42, on: today) == today)
        #expect(Self.referral(.acknowledged, since: today - 50).unansweredSince(28, on: today) == today - 21)
        #expect(Self.referral(.accepted, since: today - 300).unansweredSince(28, on: today) == nil)
        var waiting = Self.referral(.waiting)
        waiting.expectedOn = today - 1
        #expect(waiting.unansweredSince(28, on: today) == today)
        waiting.expectedOn = today
        #expect(waiting.unansweredSince(28, on: today) == nil)
        waiting.state = .seen
        #expect(waiting.unansweredSince(1, on: today + 100) == nil)
    }

    @Test("The day that was named goes with the waiting, and the wait ends when the pupil is seen")
    func waits() throws {
        var waiting = Self.referral(.waiting)
        (waiting.sentOn, waiting.expectedOn) = (Self.today - 70, Self.today + 5)
        #expect(waiting.waited(on: Self.today) == 70)
        let seen = try TakeReferralStep(.seen, on: Self.today).applied(to: waiting, consents: [], by: "Amira Khan", today: Self.today).referral.after
        #expect(seen.expectedOn == nil && seen.seenOn == Self.today && seen.waited(on: Self.today + 90) == 70)
        #expect(Self.referral().waited(on: Self.today) == nil)
    }

    static let medians: [([Int], Int?)] = [([], nil), ([1, 2, 3, 4], nil), ([9, 1, 5, 3, 7], 5), ([10, 20, 30, 41, 50, 60], 36), ([0, 0, 0, 0, 100], 0)]

    @Test("The waiting time is the middle of at least five", arguments: medians)
    func median(days: [Int], middle: Int?) { #expect(WaitingTime(days)?.median == middle) }

    @Test("Waiting time is said with how many it rests on")
    func words() {
        #expect(WaitingTime([20, 20, 20, 20, 20])?.inWords == "20 days, the middle of 5 referrals")
        #expect(WaitingTime([70, 70, 77, 80, 80, 77])?.inWords == "11 weeks, the middle of 6 referrals")
    }

    @Test("Consent has an end, a person and a way; an exception has a reason")
    func consents() throws {
        var giving = GiveConsent("consent", by: " Pat, mother ")
        (giving.way, giving.givenOn, giving.until) = ("spoken", Self.today, Self.today + 365)
        let given = try giving.applied(about: PupilID(1), at: SchoolID(1), agency: AgencyID(1), by: "Amira Khan", today: Self.today)
        #expect(given.event == "agencyConsent.given" && given.after.givenBy == "Pat, mother" && given.after.holds(on: Self.today + 365) && !given.after.holds(on: Self.today + 366))
        let faults: [(String, (inout GiveConsent) -> Void)] = [
            ("basis", { $0.basis = "" }), ("given_by", { $0.givenBy = "" }), ("way", { $0.way = "" }), ("way", { $0.way = "none" }), ("given_on", { $0.givenOn = Self.today + 1 }),
            ("until", { $0.until = nil }), ("until", { $0.until = Self.today + 800 }), ("words", { ($0.basis, $0.words) = ("safeguarding", "Yes") }),
        ]
        for (field, spoil) in faults {
            var spoilt = giving
            spoil(&spoilt)
            #expect(throws: Problems.self, "\(field)") { try spoilt.applied(about: PupilID(1), at: SchoolID(1), agency: AgencyID(1), by: "Amira Khan", today: Self.today) }
            do { _ = try spoilt.applied(about: PupilID(1), at: SchoolID(1), agency: AgencyID(1), by: "Amira Khan", today: Self.today) } catch let wrong as Problems { #expect(wrong.message(for: field) != nil, "\(field)") }
        }
        let ended = try EndConsent(on: Self.today, because: "They asked us to stop").applied(to: given.after, today: Self.today).after
        #expect(!ended.holds(on: Self.today) && ended.holds(on: Self.today - 1) == false)
        #expect(throws: Problems.self) { try EndConsent(on: Self.today, because: "Again").applied(to: ended, today: Self.today) }
    }

    @Test("A second referral to the same agency is not begun while one is open, and what was sent is not rewritten")
    func drafts() throws {
        let draft = DraftReferral(to: AgencyID(1), because: "Words", wanted: "Help")
        let apply = { (others: [Referral]) in try draft.applied(about: PupilID(1), at: SchoolID(1), among: [AgencyID(1)], beside: others, by: "Amira Khan", today: Self.today) }
        #expect(try apply([]).after.state == .drafted)
        #expect(try apply([Self.referral(.declined)]).after.state == .drafted)
        #expect(throws: Problems.self) { try apply([Self.referral(.waiting)]) }
        #expect(throws: Problems.self) { try DraftReferral(to: AgencyID(2), because: "Words", wanted: "Help").applied(about: PupilID(1), at: SchoolID(1), among: [AgencyID(1)], beside: [], by: "", today: Self.today) }
        #expect(throws: Problems.self) { try draft.applied(to: Self.referral(.sent)) }
        #expect(try draft.applied(to: Self.referral(.consent)).after.reason == "Words")
    }
}
