/// What a colleague in the demonstration trust writes into the form.
struct ConcernWords: Sendable {
    let areas: [String]
    let seen: String
    let since: String
    let tried: String
    let howItWent: String
    let familyTold: String
    let familySaid: String

    var concern: RaiseConcern {
        RaiseConcern(areas: areas, seen: seen, since: since, tried: tried, howItWent: howItWent, familyTold: familyTold, familySaid: familySaid)
    }

    static let all = [
        ConcernWords(areas: ["C&L"], seen: "Reads each word alone and loses the sentence. Guesses from the first letter. Avoids reading aloud.", since: "The start of the year",
                     tried: "Shorter texts, a reading ruler, reading with a partner each day.", howItWent: "A little more willing; no faster.",
                     familyTold: "yes", familySaid: "Reading at home ends in tears. An uncle found reading hard, too."),
        ConcernWords(areas: ["C&I"], seen: "Follows the first part of what I say and then watches the others. Mixes up before and after.", since: "Half-term",
                     tried: "One step at a time, pictures on the board.", howItWent: "Starts sooner when there is a picture.", familyTold: "yes", familySaid: "They repeat things at home, too."),
        ConcernWords(areas: ["SEMH"], seen: "Leaves the room most afternoons, always before writing. Calm again after ten minutes.", since: "About four weeks",
                     tried: "A place at the side, a card to ask for a break.", howItWent: "Uses the card twice a day.", familyTold: "no", familySaid: ""),
        ConcernWords(areas: ["C&L", "SEMH"], seen: "Counts on fingers for sums the class knows by heart, and tears the page when wrong.", since: "January",
                     tried: "Number line on the desk, fewer sums, praise for the way and not the answer.", howItWent: "Fewer tears. The sums are no easier.",
                     familyTold: "yes", familySaid: "They say maths was never liked in the family."),
        ConcernWords(areas: ["S&P"], seen: "Tilts the head to read the board and copies from a neighbour. Rubs eyes by late morning.", since: "Two weeks",
                     tried: "Moved to the front.", howItWent: "Better, not gone.", familyTold: "yes", familySaid: "They will book an eye test."),
        ConcernWords(areas: ["C&I", "SEMH"], seen: "Plays alone at every break. Talks at length about trains, and seems not to see when others turn away.", since: "Since joining",
                     tried: "A buddy, a club at lunch.", howItWent: "Likes the club. Comes early and tidies up.", familyTold: "yes", familySaid: "At home it is the same; they are not worried."),
        ConcernWords(areas: [RaiseConcern.notSure], seen: "Tired, slow to begin, and work is half of what it was last term.", since: "A month or so",
                     tried: "Checked in each morning.", howItWent: "Polite, says little.", familyTold: "no", familySaid: ""),
        ConcernWords(areas: ["C&L"], seen: "Writes two lines where others write a page. The ideas come when we talk.", since: "Last year's teacher saw it too",
                     tried: "A plan with boxes, a scribe for the first sentence.", howItWent: "With the plan: half a page.", familyTold: "yes", familySaid: "Happy that we look at it."),
        ConcernWords(areas: ["C&I"], seen: "New to English since September. Joins in PE and maths, silent in all else.", since: "September",
                     tried: "Pictures, a friend who speaks the language.", howItWent: "Understands more than is said.", familyTold: "yes", familySaid: "Talks a lot at home."),
        ConcernWords(areas: ["SEMH"], seen: "Cries at the gate, stomach ache on Mondays, fine by ten.", since: "The new year",
                     tried: "Met at the door by the same adult.", howItWent: "Comes in faster.", familyTold: "yes", familySaid: "The house move was hard for everybody."),
    ]
}
