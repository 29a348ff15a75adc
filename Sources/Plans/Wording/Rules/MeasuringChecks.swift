import Basics

extension WordingCheck {
    /// Whether two people would measure alike.
    static let measuring: [WordingCheck] = [
        .phrases("measure-by-eye", "The measure is somebody’s impression", in: [.measure],
                 ["observation*", "observ*", "teacher judgement", "teacher judgment", "teacher assessment", "professional judgement", "feedback", "monitoring", "ongoing"],
                 looksFor: "Observation, judgement, feedback or monitoring as the measure, without a number.",
                 reason: "Two people who watch the same lesson see two things. Say what is counted, and in how many tries.",
                 example: WordingExample(.measure, "Teacher observation and feedback", "Answers with a reason, counted in five class discussions")) { $0.hasNumber },
        .phrases("how-often", "It does not say how often", in: [.words, .measure, .target, .provision],
                 ["regularly", "regular", "often", "frequently", "frequent", "sometimes", "occasionally", "when needed", "as needed", "if needed", "as required", "when required",
                  "as necessary", "when necessary", "where necessary", "as appropriate", "when appropriate", "where appropriate", "where possible", "when possible", "ad hoc"],
                 looksFor: "Regularly, often, sometimes, as needed, where possible and the like.",
                 reason: "“Regularly” is daily for one reader and monthly for another. A number holds for both, also when staff change.",
                 example: WordingExample(.provision, "Reading with an adult regularly", "Reading with an adult, 3 times 15 minutes a week, Mr Osei")),
        .provisionLines("provision-unmeasured", "Provision does not say how often or how long", looksFor: "A line of provision without a number and without daily, weekly, each or every.",
                        reason: "What is given can be checked only where it says how often, how long and with whom.",
                        example: WordingExample(.provision, "Speech group with Mrs Hill", "Speech group, twice 20 minutes a week, Mrs Hill")) { line in
            let wording = Wording(line)
            return !wording.hasNumber && wording.first(of: ["daily", "weekly", "fortnightly", "termly", "once", "each", "every", "all"]) == nil
        },
        .provisionLines("provision-unnamed", "Provision does not say who gives it", looksFor: "A line of provision without a name and without a role such as teacher, assistant or therapist.",
                        reason: "Where nobody is named, everybody thinks that somebody else does it.",
                        example: WordingExample(.provision, "Speech group, twice 20 minutes a week", "Speech group, twice 20 minutes a week, Mrs Hill"), lacksWho),
        .phrases("nearly-always", "It leaves open how much is enough", in: [.words, .target],
                 ["usually", "generally", "mostly", "most of the time", "the majority of", "consistently", "increasingly", "as much as possible", "to the best of"],
                 looksFor: "Usually, mostly, consistently, increasingly and the like.",
                 reason: "Everybody draws this line elsewhere. “8 of 10” is drawn once.",
                 example: WordingExample("Sam consistently starts tasks on his own.", "Sam starts a task on his own within two minutes in 8 lessons of 10.")),
        .phrases("perfect", "It asks for perfection", in: [.words, .target], ["always", "never", "100%", "100 percent", "100 per cent", "all the time", "at all times", "every time", "every single"],
                 looksFor: "Always, never, 100% and every time.",
                 reason: "Nobody manages this. One hard day makes it not met, and the pupil learns that trying did not count.",
                 example: WordingExample("Sam always puts up a hand.", "Sam puts up a hand and waits to be asked, in 8 discussions of 10.")),
        .phrases("comparing-word", "More or better than what?", ["more", "less", "better", "fewer", "greater", "higher"],
                 looksFor: "More, less, better or fewer, in an outcome that holds no number.",
                 reason: "It is met by the smallest change, or by none that anybody can show. Say from what to what.",
                 example: WordingExample("Sam is more confident in class.", "Sam offers one idea of his own in a group discussion.")) { $0.hasNumber },
        .phrases("growing-word", "It names a direction and no point", ["improv*", "develop*", "increas*", "progress*", "enhanc*", "strengthen*", "build* confidence", "build* resilience", "gain* confidence"],
                 looksFor: "Improve, develop, increase, progress and the like.",
                 reason: "A direction is never reached. Say what will be seen when the pupil has got there.",
                 example: WordingExample("Sam improves his reading.", "Sam reads an unseen page at 90 correct words a minute.")),
        .phrases("range-of", "It does not say which", in: [.words, .measure, .target], ["a range of", "a variety of", "a number of", "various", "different strategies", "appropriate*", "suitable", "etc"],
                 looksFor: "A range of, a variety of, various, appropriate and the like.",
                 reason: "The next adult cannot tell which ones are meant. Name the two or three that matter.",
                 example: WordingExample("Sam uses a range of calming strategies.", "Sam takes one of three calming choices: breathing, drawing or a walk to the garden.")),
    ]
}

/// Whether a line of provision names nobody: no title, no role, and no piece but the first that begins with a capital.
private func lacksWho(_ line: String) -> Bool {
    let roles = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "teacher*", "ta", "tas", "hlta", "lsa", "assistant*", "adult*", "senco", "therapist*", "nurse*", "mentor*",
                 "tutor*", "counsellor*", "psychologist*", "specialist*", "coach*", "staff", "keyworker*", "key worker*", "parent*", "family", "carer*", "volunteer*", "peer*", "buddy"]
    let pieces = line.split(whereSeparator: { ",;:(–".contains($0) }).dropFirst().map { String($0).trimmed }
    return Wording(line).first(of: roles) == nil && !pieces.contains { $0.first?.isUppercase == true }
}

extension WordingCheck {
    /// Looks at each line of the provision by itself, and says which.
    fileprivate static func provisionLines(
        _ id: String, _ title: String, looksFor: String, reason: String, example: WordingExample, _ lacks: @escaping @Sendable (String) -> Bool
    ) -> WordingCheck {
        WordingCheck(id: id, title: title, looksFor: looksFor, reason: reason, example: example) { outcome in
            let lines = outcome.provision.split(separator: "\n").map { String($0).trimmed }
            return lines.filter { !Wording($0).isEmpty && lacks($0) }.map { WordingHit(part: .provision, said: $0) }
        }
    }
}
