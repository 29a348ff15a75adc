import Basics

extension WordingCheck {
    /// Whether it says what the pupil will do, in words that pupil and family read alike.
    static let plainness: [WordingCheck] = [
        .phrases("unseen-verb", "Nobody can see this happen", ["understand*", "know*", "appreciat*", "learn about", "learns about", "be aware", "is aware", "aware of", "awareness", "explor*", "experienc*", "realis*"],
                 looksFor: "Understand, know, be aware of, explore, experience and the like.",
                 reason: "These go on inside. Choose a verb that two people in the room would both see: says, shows, chooses, writes, goes to.",
                 example: WordingExample("Sam understands time words.", "Sam acts on before, after, first and last in PE and at tidying-up time.")),
        .phrases("trying", "It promises an attempt", ["try to", "tries to", "will try", "attempt*", "work* towards", "aim to", "aims to", "begin to", "begins to", "starts to", "hopefully", "should", "hopes to"],
                 looksFor: "Try to, work towards, begin to, should and the like.",
                 reason: "An attempt is met on the first day. Say what will be there at the end, and make it small enough to be reached.",
                 example: WordingExample("Sam will try to join in at playtime.", "Sam joins a game for five minutes in 7 playtimes of 10.")),
        .phrases("access-to", "“Access to” is not something a pupil does", in: [.words, .target], ["access to", "accesses", "access the", "will access", "able to access", "accessing"],
                 looksFor: "Access to, accesses, accessing.",
                 reason: "It is met when a door is open, even if nobody goes through. Say what the pupil does there.",
                 example: WordingExample("Sam will have access to a laptop.", "Sam types his classwork at 25 words a minute.")),
        .phrases("opportunities", "An opportunity is met when it is offered", in: [.words, .target, .provision], ["opportunit*", "chances to", "exposure to", "exposed to"],
                 looksFor: "Opportunities for, opportunity to, exposure to.",
                 reason: "It is met when something was offered once. Say what the pupil does, or how often it is given.",
                 example: WordingExample("Sam will have opportunities for talk.", "Sam tells a partner one piece of news in four circle times of five.")),
        .phrases("help-as-outcome", "It says what adults give", ["be supported", "will receive", "receives", "be given", "be provided", "have support", "has support", "will benefit", "benefits from", "be encouraged", "be helped", "be taught", "be offered"],
                 looksFor: "Will be supported, will receive, will be given, will benefit and the like.",
                 reason: "This is provision: it belongs there, with how often and how long. An outcome says what the pupil can do because of it.",
                 example: WordingExample("Sam will be given a visual timetable.", "Sam moves to the next activity within two minutes of looking at his timetable.")),
        .phrases("attending", "Being there is not yet an outcome", ["will attend", "attend* sessions", "attend* intervention*", "attend* an intervention", "attend* the intervention", "take part in sessions", "complete the programme", "completes the programme"],
                 looksFor: "Will attend, completes the programme and the like.",
                 reason: "Somebody can be there each week and take nothing away. Say what the pupil does afterwards that was new.",
                 example: WordingExample("Sam will attend Talk Boost.", "Sam tells a story in order: who, where, what happened, how it ended.")),
        .phrases("negative", "It says what should stop", ["will not", "wont", "does not", "doesnt", "do not", "dont", "no longer", "refrain*", "reduc*", "stop *ing", "stops *ing", "without hitting", "without hurting", "without shouting"],
                 looksFor: "Will not, stops …ing, reduces, no longer, without hitting and the like.",
                 reason: "It tells the pupil what you look out for, and not what to do. Name the new way that serves the same purpose.",
                 example: WordingExample("Sam stops shouting out.", "Sam writes his idea on the whiteboard and holds it up.")),
        .when("long", "It is long", .words, looksFor: "An outcome of more than 45 words.",
              reason: "The pupil should be able to say it in their own words. What is counted belongs to the measure, what is given to the provision.",
              example: WordingExample(Self.longOne, "Sam tells a partner who, where and what happened in a story just read.")) { Wording($0.words).words.count > 45 },
        .when("short", "It is very short", .words, looksFor: "An outcome of one to four words.",
              reason: "A heading says what it is about. An outcome says what the pupil will do, where, and how well.",
              example: WordingExample("Reading fluency", "Sam reads an unseen page aloud, pausing at full stops.")) { (1...4).contains(Wording($0.words).words.count) },
        .when("several", "It holds several outcomes", .words, looksFor: "Three sentences or more, or four times “and”.",
              reason: "At the review one half is met and the other not, and neither answer is right. Make each an outcome of its own.",
              example: WordingExample("Sam reads aloud. He writes a sentence. He joins in.", "Sam reads an unseen page aloud, pausing at full stops.")) { outcome in
            let sentences = outcome.words.split { ".!?;".contains($0) }.count { !Wording(String($0)).isEmpty }
            return sentences > 2 || Wording(outcome.words).words.count { $0 == "and" } > 3
        },
        WordingCheck(
            id: "abbreviation", title: "An abbreviation that a family may not know", looksFor: "Abbreviations of the trade, such as SALT, OT, ELSA, ASD or IEP.",
            reason: "Pupil and family read this first. Write it out: “the speech and language therapist”.",
            example: WordingExample("Sam uses the sound set by SALT.", "Sam uses the sound chosen by the speech and language therapist.")
        ) { outcome in
            [WordingPart.words, .measure, .target].compactMap { part in
                let words = outcome[part].split { !($0.isLetter || $0.isNumber) }
                return words.first { abbreviations.contains(String($0)) }.map { WordingHit(part: part, said: String($0)) }
            }
        },
    ]

    private static let longOne = """
        In lessons, at playtime and at home Sam tells adults and friends who was in a story that the class has read together during the week, where it took place, \
        what happened first, what happened next, what happened after that and how the whole story came to its end for everybody.
        """

    private static let abbreviations: Set<String> = [
        "SALT", "SLT", "SaLT", "OT", "EP", "TA", "TAs", "LSA", "HLTA", "IEP", "ISP", "EHCP", "SEMH", "ASD", "ASC", "SpLD", "SPLD", "MLD", "SLD", "PMLD", "SLCN", "ELSA", "PECS",
        "QFT", "SEN", "SEND", "ADHD", "DCD", "EBSA", "EBSNA", "CAMHS", "EYFS", "KS1", "KS2", "KS3", "KS4", "PfA", "PSHE", "ARE",
    ]
}
