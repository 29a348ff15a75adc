import Basics
@testable import Impact
import Measures
import Testing

@Suite("Signing a data drop off")
struct SignDropTests {
    static let drop = DataDrop(id: DataDropID(1), school: SchoolID(1), halfTerm: HalfTerm(AcademicYear(starting: 2025), 4)!, asOf: Scores.end, instrument: InstrumentID(1), scale: "reading", state: .explained)
    static let people: [DropReviewer.Seat: (account: AccountID, name: String)] = [.sendLead: (AccountID(1), "Amira"), .head: (AccountID(2), "Ben"), .governor: (AccountID(3), "Cara")]

    static func reviewers() throws -> [DropReviewer] { try NameReviewers(people).applied(to: drop, []).map(\.after) }

    @Test("Three different people, and only one without names")
    func named() throws {
        #expect(try Self.reviewers().map(\.seat) == [.sendLead, .head, .governor])
        var people = Self.people
        people[.governor] = (AccountID(2), "Ben")
        #expect(refused { try NameReviewers(people).applied(to: Self.drop, []) }.keys.contains("governor"))
        people[.governor] = nil
        #expect(refused { try NameReviewers(people).applied(to: Self.drop, []) }["governor"]?.contains("Name somebody") == true)
        #expect(DropReviewer.Seat.allCases.filter { !$0.seesPupils } == [.governor])
        #expect(try NameReviewers(Self.people).applied(to: Self.drop, Self.reviewers()).isEmpty)
    }

    @Test("The third to sign closes it, unless a question is open")
    func closes() throws {
        var reviewers = try Self.reviewers(), drop = Self.drop
        for (place, account) in [1, 2, 3].enumerated() {
            let sign = SignDrop(comment: place == 1 ? "" : "Seen.", question: place == 1 ? "What of attendance?" : "")
            let signed = try sign.applied(to: drop, by: AccountID(account), among: reviewers, today: Scores.today)
            reviewers[place] = signed.reviewer.after
            #expect(signed.drop == nil && signed.reviewer.event == "drop.signed")
        }
        let answered = try AnswerReviewer("It was 93 %.").applied(to: reviewers[1], of: drop, among: reviewers)
        drop = try #require(answered.drop).after
        #expect(drop.state == .signed)
        #expect(refused { try AnswerReviewer("It was 95 %.").applied(to: answered.reviewer.after, of: drop, among: reviewers) }[""]?.contains("stays as it is") == true)
        #expect(refused { try SignDrop(comment: "Again").applied(to: drop, by: AccountID(1), among: reviewers, today: Scores.today) }[""]?.contains("already") == true)
    }

    @Test("Nobody signs for another, twice, without a word, or before it was sent")
    func refuses() throws {
        let reviewers = try Self.reviewers()
        func said(_ comment: String, by account: Int, among: [DropReviewer]? = nil, to drop: DataDrop = Self.drop) -> [String: String] {
            refused { try SignDrop(comment: comment).applied(to: drop, by: AccountID(account), among: among ?? reviewers, today: Scores.today) }
        }
        #expect(said("Seen", by: 9)[""]?.contains("not one of the three") == true && said("", by: 1).keys.contains("comment"))
        var open = Self.drop
        open.state = .open
        #expect(said("Seen", by: 1, to: open)[""]?.contains("has not been sent") == true)
        var signed = reviewers
        signed[0].signedOn = Scores.end
        #expect(said("Seen", by: 1, among: signed)[""]?.contains("You signed on") == true)
    }

    @Test("A pupil below gets a reason, another measure and an action")
    func explains() throws {
        var open = Self.drop
        open.state = .open
        let below = DropLine(pupil: PupilID(7), baseline: nil, actual: Score(70), expected: 85, on: Scores.reading), fine = DropLine(pupil: PupilID(7), baseline: nil, actual: Score(90), expected: 85, on: Scores.reading)
        let said = refused { try ExplainLine(reason: nil, words: "", otherMeasure: "", action: "").applied(to: nil, line: below, in: open) }
        #expect(Set(said.keys) == ["reason-7", "other-7", "action-7"])
        let change = try ExplainLine(reason: .attendance, words: "", otherMeasure: "Spelling went up", action: "Call home").applied(to: nil, line: below, in: open)
        #expect(change.event == "drop.explained" && change.after.pupil == PupilID(7) && change.after.otherMeasure == "Spelling went up")
        #expect(refused { try ExplainLine(reason: .other, words: "", otherMeasure: "x", action: "y").applied(to: nil, line: fine, in: open) }.keys.sorted() == ["reason-7", "words-7"])
    }

    @Test("It goes to the three once everybody below is explained, and comes back until somebody signs")
    func sends() throws {
        var open = Self.drop, reviewers = try Self.reviewers()
        open.state = .open
        func said(_ unexplained: Int, _ judged: Int, _ among: [DropReviewer]) -> String { refused { try SendDrop(unexplained: unexplained, judged: judged).applied(to: open, among: among) }[""] ?? "" }
        #expect(said(2, 9, reviewers).contains("2 pupils below") && said(0, 9, []).contains("Name the three") && said(0, 0, reviewers).contains("Nobody in it has a score"))
        let sent = try SendDrop(unexplained: 0, judged: 9).applied(to: open, among: reviewers)
        #expect(sent.event == "drop.sent" && sent.after.state == .explained)
        #expect(try TakeDropBack().applied(to: sent.after, among: reviewers).after.state == .open)
        #expect(refused { try TakeDropBack().applied(to: open, among: reviewers) }[""]?.contains("not been sent") == true)
        reviewers[1].signedOn = Scores.today
        #expect(refused { try TakeDropBack().applied(to: sent.after, among: reviewers) }[""]?.contains("Ben signed already") == true)
    }

    @Test("The next step is always plain")
    func steps() throws {
        var open = Self.drop, reviewers = try Self.reviewers()
        open.state = .open
        #expect(DropStep(open, [], unexplained: 3, judged: 9) == .explain(3) && DropStep(open, [], unexplained: 0, judged: 9) == .nameReviewers)
        #expect(DropStep(open, reviewers, unexplained: 0, judged: 0) == .enterScores && DropStep(open, reviewers, unexplained: 0, judged: 9) == .send)
        #expect(DropStep(Self.drop, reviewers, unexplained: 0, judged: 9) == .sign(["Amira", "Ben", "Cara"]) && Self.drop.stateInWords(signed: 0) == "Explained")
        (reviewers[0].signedOn, reviewers[0].question) = (Scores.today, "Why?")
        #expect(DropStep(Self.drop, reviewers, unexplained: 0, judged: 9) == .answer(["Amira"]) && Self.drop.stateInWords(signed: 1) == "Signed by 1 of 3")
        var signed = Self.drop
        signed.state = .signed
        #expect(DropStep(signed, reviewers, unexplained: 0, judged: 9) == .done && DropStep.explain(1).inWords.contains("1 pupil is below"))
    }
}
