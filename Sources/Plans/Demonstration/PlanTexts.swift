/// What plans of the demonstration trust say, by area of need. `{}` stands for the pupil's name.
struct PlanTexts: Sendable {
    struct Goal: Sendable {
        let words, measure, target: String
        /// Where the pupil was at first, and where each review found them.
        let steps: [String]
        let owner: String
    }

    let area: String
    let strengths, barriers, strategies, provision, pupilViews, familyViews: [String]
    let goals: [Goal]

    static func of(_ area: String) -> PlanTexts { all.first { $0.area == area } ?? all[1] }

    static let all = [
        PlanTexts(
            area: "C&I",
            strengths: ["Notices what others feel and says so kindly.", "Remembers how things work and explains them with pictures.", "Loves stories that are acted out."],
            barriers: ["“When many people talk I lose what I have to do.”", "Long instructions are gone before the second part.", "New words are used in one lesson and lost in the next."],
            strategies: ["Say the name first, then one instruction at a time.", "Show a picture or the thing itself beside each new word.", "Wait ten seconds for an answer before you ask again."],
            provision: ["Language group, 3 times 20 minutes a week, Mrs Okoro", "Word aware time before each topic, 2 times 15 minutes a week, class teacher"],
            pupilViews: ["“I like it when you draw it for me.”", "“I want to tell my news without getting stuck.”"],
            familyViews: ["At home we see more words than last year. We would like to know the topic words early.", "We practise with the picture cards at breakfast."],
            goals: [
                Goal(words: "{} follows an instruction with three parts in class, with a picture list", measure: "Ten instructions counted by the teaching assistant each second Friday", target: "8 of 10, two counts running",
                     steps: ["2 of 10", "4 of 10", "6 of 10", "8 of 10"], owner: "Class teacher"),
                Goal(words: "{} tells a grown-up what happened at play in four sentences in order", measure: "A recording each half-term, scored for order and joining words", target: "4 sentences, 3 joining words",
                     steps: ["1 sentence", "2 sentences", "3 sentences, 1 joining word", "4 sentences, 3 joining words"], owner: "Teaching assistant"),
                Goal(words: "{} uses eight topic words in their own sentences by the end of a topic", measure: "Word sheet at the start and end of each topic", target: "8 of 10 words",
                     steps: ["1 of 10 words", "3 of 10 words", "6 of 10 words", "9 of 10 words"], owner: "Class teacher"),
            ]),
        PlanTexts(
            area: "C&L",
            strengths: ["Keeps on trying and asks for help.", "Good with numbers of things one can hold.", "Has many ideas for stories when someone writes them down."],
            barriers: ["“The letters jump about when the line is long.”", "Sounds are known one by one and lost within a word.", "Copying from the board takes the time for thinking."],
            strategies: ["Give text in short lines with wide spaces.", "Let the pupil say the sentence aloud before writing it.", "Give a sheet with what is on the board."],
            provision: ["Phonics group, 4 times 20 minutes a week, Mr Dale", "Reading to an adult, 1:1, 5 times 10 minutes a week, Mrs Finch"],
            pupilViews: ["“I can do it when nobody rushes me.”", "“I want to read the book about sharks myself.”"],
            familyViews: ["Reading at home ends in tears on long days. Short books help.", "We see that spelling takes all the strength."],
            goals: [
                Goal(words: "{} reads 45 common words aloud without help", measure: "Word list each Friday, by the teaching assistant", target: "40 of 45, three weeks running",
                     steps: ["12 of 45", "21 of 45", "33 of 45", "41 of 45"], owner: "Teaching assistant"),
                Goal(words: "{} writes three sentences about a picture with capital letters and full stops", measure: "A piece of free writing each half-term, marked with the class’s list", target: "3 sentences, all marked right",
                     steps: ["1 sentence", "2 sentences", "3 sentences, one marked right", "3 sentences, all marked right"], owner: "Class teacher"),
                Goal(words: "{} adds and takes away within 20 without counting on fingers", measure: "Twenty sums in three minutes, each second Monday", target: "16 of 20",
                     steps: ["5 of 20", "8 of 20", "12 of 20", "17 of 20"], owner: "Class teacher"),
            ]),
        PlanTexts(
            area: "SEMH",
            strengths: ["Stands up for younger children.", "Honest, and quick to make up after a quarrel.", "Works with great care on things made by hand."],
            barriers: ["“When it is loud I get hot and then I run.”", "A change of plan feels like a telling-off.", "Mistakes are hard to bear, so work is torn up."],
            strategies: ["Say what comes next, and tell of a change before it comes.", "Offer two choices, both of which are fine.", "Praise the trying, quietly and at once."],
            provision: ["Check-in and check-out, 10 minutes each day, Mrs Lamb", "Small group for feelings, 1 time 40 minutes a week, Miss Orton"],
            pupilViews: ["“I need a place where I can be quiet.”", "“I want to stay in for the whole of maths.”"],
            familyViews: ["Mornings after a bad night are the hardest. A message before school helps.", "We use the same words for feelings at home now."],
            goals: [
                Goal(words: "{} asks for a break with the card before leaving the room", measure: "Tally by the adult in the room, each day", target: "4 times of 5, two weeks running",
                     steps: ["1 time of 5", "2 times of 5", "3 times of 5", "4 times of 5"], owner: "Class teacher"),
                Goal(words: "{} stays in maths for the whole lesson", measure: "Lessons a week without leaving, from the class log", target: "5 of 5 lessons, three weeks running",
                     steps: ["1 of 5 lessons", "2 of 5 lessons", "4 of 5 lessons", "5 of 5 lessons"], owner: "Teaching assistant"),
                Goal(words: "{} names how they feel with the colour chart at check-in, without being asked", measure: "Check-in sheet, each day", target: "4 mornings of 5",
                     steps: ["No morning of 5", "1 morning of 5", "3 mornings of 5", "4 mornings of 5"], owner: "Mrs Lamb"),
            ]),
        PlanTexts(
            area: "S&P",
            strengths: ["Plans ahead and knows what helps.", "Funny, and good at telling stories.", "Never gives up in PE."],
            barriers: ["“I miss what is said when you turn to the board.”", "Writing by hand is slow and tires the arm.", "Stairs and crowds take time that others do not need."],
            strategies: ["Face the class when you speak, with the light on your face.", "Let longer pieces be typed.", "Let the pupil leave five minutes before the bell."],
            provision: ["Touch typing, 3 times 15 minutes a week, Mr Hale", "Exercises from the therapist, 1:1, 5 times 10 minutes a week, Mrs Reid"],
            pupilViews: ["“I want to carry my own things.”", "“Ask me before you help me.”"],
            familyViews: ["The new seat helps. By Thursday the hands are tired.", "Please tell us when the equipment fails; we can often mend it."],
            goals: [
                Goal(words: "{} types 15 words a minute with two hands", measure: "Typing test each half-term", target: "15 words a minute, 9 of 10 letters right",
                     steps: ["4 words a minute", "7 words a minute", "11 words a minute", "15 words a minute"], owner: "Teaching assistant"),
                Goal(words: "{} checks their own equipment each morning and says when it fails", measure: "Morning checklist, by the pupil", target: "5 mornings of 5, four weeks running",
                     steps: ["1 morning of 5", "2 mornings of 5", "4 mornings of 5", "5 mornings of 5"], owner: "Class teacher"),
                Goal(words: "{} dresses for PE without help within six minutes", measure: "Timed once a week", target: "6 minutes, three weeks running",
                     steps: ["14 minutes", "11 minutes", "8 minutes", "6 minutes"], owner: "Teaching assistant"),
            ]),
    ]
}
