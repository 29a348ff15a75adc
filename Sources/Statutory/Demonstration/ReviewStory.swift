import Basics

/// What is told of one review, in days before the story ends; days still to come count the other way.
struct ReviewStory: Sendable {
    let kind: AnnualReview.Kind
    /// How many days ago the last meeting was; of top-up funding, in how many days the council wants the review. No two stories have
    /// the same, so that one can be found again by it.
    let from: Int
    /// In how many days the meeting is, or was.
    var meeting: Int?
    var invited: Int?
    var circulated: Int?
    var held = false
    var reported: Int?
    var decided: (ago: Int, what: AnnualReview.Decision)?
    var noticed: Int?
    var finished: Int?
    /// Whether anybody pressed “Begin a review”.
    var isBegun = true
    /// What the safety net finds of it.
    var rule: String?

    /// Told at each school.
    static let everywhere: [ReviewStory] = [
        ReviewStory(kind: .plan, from: 255, meeting: 72),
        ReviewStory(kind: .plan, from: 316, meeting: 20, invited: 25),
        ReviewStory(kind: .plan, from: 350, meeting: -18, invited: 62, circulated: 35, held: true, reported: 8),
        ReviewStory(kind: .plan, from: 470, meeting: -120, invited: 165, circulated: 136, held: true, reported: 110, decided: (97, .keep)),
        ReviewStory(kind: .plan, from: 450, meeting: -100, invited: 145, circulated: 116, held: true, reported: 90, decided: (78, .amend), noticed: 76, finished: 40),
        ReviewStory(kind: .topUp, from: 150),
    ]

    /// Each told at one of the schools in turn.
    static let undone: [ReviewStory] = [
        ReviewStory(kind: .plan, from: 300, rule: "review-unplanned"),
        ReviewStory(kind: .plan, from: 308, isBegun: false, rule: "review-not-begun"),
        ReviewStory(kind: .plan, from: 321, meeting: 16, rule: "review-not-invited"),
        ReviewStory(kind: .plan, from: 340, meeting: -7, invited: 50, circulated: 22, rule: "review-not-held"),
        ReviewStory(kind: .topUp, from: 33, meeting: -32, invited: 75, circulated: 48, held: true, rule: "review-report-late"),
        ReviewStory(kind: .plan, from: 361, meeting: -45, invited: 90, circulated: 61, held: true, reported: 35, rule: "duty-late-la"),
        ReviewStory(kind: .plan, from: 337, meeting: -19, invited: 64, circulated: 35, held: true, rule: "duty-late-school"),
    ]

    static func undone(at place: Int, of schools: Int) -> [ReviewStory] { undone.enumerated().filter { $0.offset % schools == place }.map(\.element) }

    /// What opens it.
    func start(_ today: Day) -> StartReview { kind == .plan ? StartReview(kind, metOn: today - from) : StartReview(kind, ownDay: today + from) }
}

/// What the people of the story write.
enum ReviewStoryWords {
    static let contributions: [ReviewRole: [ReviewQuestion.Key: String]] = [
        .pupil: [.well: "I like painting, and the group with Mrs Lane.", .hard: "Loud dinner times.", .wanted: "I want to sit with my friend."],
        .family: [.well: "Mornings are calmer since the picture timetable.", .hard: "Homework still ends in tears.", .wanted: "To read a comic alone.", .more: "More help with speech."],
        .head: [.well: "Joins in three lessons of four. The books show it.", .hard: "Waiting for a turn.", .wanted: "Fifteen minutes of speech practice, four times a week.", .more: "Section F should name how often."],
    ]

    /// Of three health bodies.
    static let health: [(name: String, email: String)] = [("Dr Lena Ahmed, Larkshire Therapies", "lena.ahmed@example.org"), ("Rob Kerr, Marlshire Children’s Health", "rob.kerr@example.org"), ("Ana Cole, Wendham Valley Health", "ana.cole@example.org")]

    static let lines = [
        RecordMeeting.Line(outcome: "Asks for help with a word or a card in each lesson", progress: "on-track", words: "Seen in six of eight visits."),
        RecordMeeting.Line(outcome: "Reads and follows three steps on a board", progress: "some", words: "Two steps alone, the third with a prompt."),
    ]
}
