import Basics
import People

/// Writes down what a specialist advised, with each recommendation on a line of its own.
public struct KeepAdvice: Sendable {
    public var author: String
    public var writtenOn: Day?
    public var receivedOn: Day?
    public var summary: String
    /// One line for each.
    public var recommendations: String
    public var agency: AgencyID?
    public var referral: ReferralID?
    public var paper: PaperID?

    public init(by author: String, summary: String, recommendations: String) {
        (self.author, self.summary, self.recommendations) = (author.trimmed, summary.trimmed, recommendations)
    }

    /// Of one report, more is a book.
    static let most = 40
    static let longest = 500

    /// The lines that say something, without the dashes and numbers that people put before them.
    public var lines: [String] {
        recommendations.split(whereSeparator: \.isNewline).map { line -> String in
            String(String(line).trimmed.drop { "-–•*·".contains($0) }).trimmed
        }.filter { !$0.isEmpty }
    }

    public func applied(about pupil: PupilID, at school: SchoolID, by who: String, today: Day) throws -> Change<Advice> {
        let (writtenOn, receivedOn) = try days(today)
        var advice = Advice(pupil: pupil, school: school, author: author, writtenOn: writtenOn, receivedOn: receivedOn, summary: summary, recordedBy: who)
        (advice.agency, advice.referral, advice.paper) = (agency, referral, paper)
        return Change("advice.received", to: advice)
    }

    /// Puts right what was entered; its recommendations stay, and the first words stay in the trail.
    public func applied(to before: Advice, today: Day) throws -> Change<Advice> {
        if before.withdrawnOn != nil { throw Problems("", "This advice was taken out, so nothing of it can be changed.") }
        var after = before
        (after.writtenOn, after.receivedOn) = try days(today)
        (after.author, after.summary, after.agency, after.paper) = (author, summary, agency, paper)
        return Change("advice.corrected", from: before, to: after)
    }

    /// Both days, where nothing is wrong with any of it.
    private func days(_ today: Day) throws -> (written: Day, received: Day) {
        var problems = Self.problems(of: lines, field: "recommendations")
        problems.require(!author.isEmpty && author.count <= 200, "author", "Say who wrote it, with what they are, such as: Ana Cole, speech therapist.")
        problems.require(writtenOn != nil, "written_on", "Give the day that stands on it.")
        problems.require(receivedOn != nil, "received_on", "Give the day on which it came.")
        if let writtenOn, let receivedOn { problems.require(writtenOn <= receivedOn, "received_on", "It came before it was written. Check both days.") }
        problems.require(receivedOn.map { $0 <= today } ?? true, "received_on", "This day is still to come.")
        problems.require(!summary.isEmpty, "summary", "Say in your own words what it says.")
        problems.require(summary.count <= 5000, "summary", "Make this shorter: at most 5,000 letters.")
        guard problems.isEmpty, let writtenOn, let receivedOn else { throw problems }
        return (writtenOn, receivedOn)
    }

    /// What is wrong with lines of recommendations.
    static func problems(of lines: [String], field: String) -> Problems {
        var problems = Problems()
        problems.require(lines.count <= most, field, "These are \(lines.count) lines. Enter at most \(most), and put like things together.")
        problems.require(lines.allSatisfy { $0.count <= longest }, field, "A line is longer than \(longest) letters. Make each one thing to do.")
        return problems
    }
}

/// Puts the words of one recommendation right; what was made of it stays, and the first words stay in the trail.
public struct CorrectRecommendation: Sendable {
    let words: String

    public init(_ words: String) { self.words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The field of a form in which its words stand.
    public static func field(_ recommendation: Recommendation) -> String { "recommendation_\(recommendation.id)" }

    /// - Throws: `Problems` by its field.
    public func applied(to before: Recommendation) throws -> Change<Recommendation> {
        var problems = Problems(), after = before
        problems.require(!words.isEmpty, Self.field(before), "Say what is recommended.")
        problems.require(words.count <= KeepAdvice.longest, Self.field(before), "Make this shorter: at most \(KeepAdvice.longest) letters.")
        try problems.check()
        after.words = words
        return Change("recommendation.corrected", from: before, to: after)
    }
}

/// Takes out advice that was entered by mistake, such as about another pupil.
public struct WithdrawAdvice: Sendable {
    let reason: String

    public init(because reason: String) { self.reason = reason.trimmed }

    public func applied(to before: Advice, today: Day) throws -> Change<Advice> {
        var problems = Problems()
        problems.require(before.withdrawnOn == nil, "", "This advice was taken out already.")
        problems.require(!reason.isEmpty && reason.count <= 500, "reason", "Say why, in a few words.")
        try problems.check()
        var after = before
        (after.withdrawnOn, after.withdrawnBecause) = (today, reason)
        return Change("advice.withdrawn", from: before, to: after, because: reason)
    }
}

/// Says what the school makes of a recommendation.
public struct DecideRecommendation: Sendable {
    public var state: Recommendation.State?
    public var words: String
    public var owner: ActionOwner?
    public var due: Day?
    public var evidence = ""
    public var run: ProvisionID?
    public var plan: PlanID?

    public init(_ state: Recommendation.State?, words: String = "") { (self.state, self.words) = (state, words.trimmed) }

    public func applied(to before: Recommendation, by who: String, today: Day) throws -> (recommendation: Change<Recommendation>, step: RecommendationStep) {
        guard let state, before.state.next.contains(state) else {
            throw Problems("to", before.state.next.isEmpty ? "This recommendation is done." : "It stands at “\(before.state.label)”. Choose one of the steps that may follow.")
        }
        try problems(state, before, today).check()
        var after = before
        (after.state, after.since) = (state, today)
        if state.asksForOwner { (after.owner, after.due) = (owner ?? before.owner, due ?? before.due) }
        if state == .inProvision { (after.run, after.plan) = (run, plan) }
        if state == .done { after.evidence = evidence.trimmed }
        return (Change("recommendation.\(state == .inProvision ? "inProvision" : state.rawValue)", from: before, to: after, because: words.nonEmpty),
                RecommendationStep(state, of: before, on: today, by: who, words: words))
    }

    private func problems(_ state: Recommendation.State, _ before: Recommendation, _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(!state.asksForReason || !words.isEmpty, "words", state == .adapted ? "Say what you do instead, and why." : "Say why, in a sentence.")
        problems.require(words.count <= 2000, "words", "Make this shorter: at most 2,000 letters.")
        if state.asksForOwner {
            problems.require(!(owner ?? before.owner).name.isEmpty, "owner", "Choose who carries it out.")
            let last = due ?? before.due
            problems.require(last != nil, "due", "Give the day by which it is carried out, or looked at again.")
            problems.require(last.map { $0 >= today || $0 == before.due } ?? true, "due", "This day has passed. Give today or a later day.")
        }
        problems.require(state != .inProvision || run != nil || plan != nil, "run", "Choose the provision or the plan that carries it out. If there is none yet, start it first.")
        problems.require(state != .done || evidence.trimmed.count >= 5, "evidence", "Say what shows that it was done, and what came of it.")
        problems.require(evidence.count <= 2000, "evidence", "Make this shorter: at most 2,000 letters.")
        return problems
    }
}
