/// One part of a plan: what stands under one of its headings.
public struct PlanPart: Hashable, Sendable {
    /// What is written in it.
    public enum Content: Sendable {
        /// Sentences.
        case words
        /// One thing on each line.
        case lines
        /// One thing on each line, apart for each area of need.
        case barriers
        /// Outcomes, each with its measure.
        case outcomes
    }

    /// Who reads it beyond those who see the whole plan.
    public enum Readers: Sendable {
        case planOnly
        /// Assistants who work with the pupil, too.
        case assistants
        /// Every adult who has the pupil in front of them: it stands on the one-page profile.
        case everyAdult
    }

    public let key: String
    public let title: String
    public let hint: String
    public let content: Content
    public let readers: Readers
    /// Whether it stays as it is once the plan is live; another way is taken from a day on, by an amendment.
    public let locks: Bool

    init(_ key: String, _ title: String, _ hint: String, _ content: Content = .words, for readers: Readers = .planOnly, locks: Bool = false) {
        (self.key, self.title, self.hint, self.content, self.readers, self.locks) = (key, title, hint, content, readers, locks)
    }

    public static func named(_ key: String) -> PlanPart? { all.first { $0.key == key } }

    static let important = PlanPart("important", "What is important to me", "In the child’s own words: people, things, routines.", for: .everyAdult)
    static let strengths = PlanPart("strengths", "Strengths", "What goes well, what is enjoyed, what others like about the child.", for: .everyAdult)
    static let hard = PlanPart("hard", "What is hard for me", "In the child’s own words. No diagnosis and nothing about the family.", for: .everyAdult)
    static let help = PlanPart("help", "How to help me", "One thing on each line, such as: give me one instruction at a time.", .lines, for: .everyAdult)
    static let avoid = PlanPart("avoid", "What to avoid", "One thing on each line.", .lines, for: .everyAdult)
    static let communication = PlanPart("communication", "How I understand and make myself understood", "Signs, pictures, time to answer, hearing aids.", for: .everyAdult)
    static let calming = PlanPart("calming", "What upsets me, and what calms me", "What one sees first, and what helps then.", for: .everyAdult)
    static let exams = PlanPart("exams", "In tests and exams", "The usual way of working, one thing on each line.", .lines, for: .everyAdult)

    static let pupilView = PlanPart("pupil_view", "The pupil’s view", "In their own words, or what they showed: what helps, what they hope for.", locks: true)
    static let familyView = PlanPart("family_view", "The family’s view", "In their own words: what they see at home, what they hope for.", locks: true)
    static let barriers = PlanPart("barriers", "What gets in the way", "One thing on each line, in the child’s own words where you can. Leave an area empty where nothing does.", .barriers, locks: true)
    static let outcomes = PlanPart("outcomes", "Outcomes", "What the pupil will be able to do, from where, by when, and how one will know.", .outcomes, locks: true)
    static let strategies = PlanPart("strategies", "Strategies for the classroom", "One on each line: what every adult does in every lesson.", .lines, for: .assistants)
    static let provision = PlanPart("provision", "Provision", "One on each line: what, how often, how long, with whom. Such as: phonics group, 3 times 20 minutes a week, Mrs Hill. Write 1:1 where it is for this pupil alone.", .lines, for: .assistants)
    static let people = PlanPart("people", "People", "One on each line: who, and what they do in this plan.", .lines, for: .assistants)

    static let condition = PlanPart("condition", "The condition and how it shows", "What it is, what one sees, what starts it.", locks: true)
    static let dailyCare = PlanPart("daily_care", "Care every day", "One thing on each line: what is done, when, by whom.", .lines, for: .assistants)
    static let medicine = PlanPart("medicine", "Medicine", "One on each line: name, dose, when, where it lies, who may give it.", .lines, for: .assistants)
    static let emergency = PlanPart("emergency", "In an emergency", "What to do, in order, and whom to call. Add it to the emergency lines as well, which every adult sees.", .lines, for: .everyAdult)
    static let absence = PlanPart("absence", "Trips, sport and absence", "What is different then, and who sees to it.")
    static let training = PlanPart("training", "Training of staff", "Who is trained in what, by whom, until when.", .lines)

    static let disadvantage = PlanPart("disadvantage", "What is harder because of the disability", "What the pupil can’t do as others do without a change.", locks: true)
    static let adjustments = PlanPart("adjustments", "Adjustments", "One on each line: what the school changes, where, and from when.", .lines, for: .assistants)

    /// In the order of a plan.
    static let all = [
        important, strengths, hard, help, avoid, communication, calming, exams, pupilView, familyView, barriers, outcomes, strategies, provision,
        people, condition, dailyCare, medicine, emergency, absence, training, disadvantage, adjustments,
    ]
}
