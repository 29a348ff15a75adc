import Basics

/// The agencies of the demonstration trust: two councils and three health bodies, each with its own ways.
struct AgencyStory: Sendable {
    let name: String
    let kind: AgencyKind
    let council: String
    /// Which of the three health bodies, if any.
    var body: Int?
    var how = "", form = "", threshold = ""
    var usualDays: Int?
    var phone = ""

    static let bodies: [(name: String, kind: HealthBody.Kind, area: String, contact: String, note: String)] = [
        ("Marlshire and Wendham Care Board", .board, "All of Marlshire and Wendhamshire", "Designated clinical officer, 01632 960110", "Plans and pays for health services. Answers where two health trusts disagree."),
        ("Marlshire Children’s Health", .provider, "Marlshire", "Single front door, 01632 960120", "One form for all its services. It wants the school’s screening with every referral."),
        ("Wendham Valley Health", .provider, "Wendhamshire and the villages beyond the river", "Booking team, 01632 960130", "A form for each service. Consent on paper with a signature, nothing else is taken."),
    ]

    static let all: [AgencyStory] = [
        AgencyStory(name: "Marlshire speech and language therapy", kind: .speech, council: "999", body: 1, how: "Through the front door, by the common form. Add the school’s language screening and what was tried for a term.",
                    form: "Common referral form, part B", threshold: "Two terms of help in school, or words that strangers can’t understand.", usualDays: 42, phone: "01632 960121"),
        AgencyStory(name: "Wendham Valley speech therapy", kind: .speech, council: "998", body: 2, how: "By post or portal. A therapist rings the school first.", form: "SLT 3, with a signed consent", threshold: "Any child of whom the school is worried.",
                    usualDays: 56, phone: "01632 960131"),
        AgencyStory(name: "Marlshire community paediatrics", kind: .paediatrics, council: "999", body: 1, how: "Through the front door, by the common form, with a growth and hearing check.", form: "Common referral form, part D",
                    threshold: "Development that differs in two settings.", usualDays: 60, phone: "01632 960122"),
        AgencyStory(name: "Wendham Valley paediatrics", kind: .paediatrics, council: "998", body: 2, how: "By letter from the school with the family’s own words.", form: "A letter", threshold: "Development that differs in two settings.", usualDays: 60,
                    phone: "01632 960132"),
        AgencyStory(name: "Marlshire educational psychology service", kind: .psychology, council: "999", how: "At the planning meeting each term; in between by mail to the link psychologist.", form: "Request for involvement",
                    threshold: "Two reviewed cycles of support.", usualDays: 30, phone: "01632 960141"),
        AgencyStory(name: "Wendhamshire psychologists", kind: .psychology, council: "998", how: "By the council’s portal.", form: "Online request", threshold: "Two reviewed cycles of support.", usualDays: 30, phone: "01632 960151"),
        AgencyStory(name: "Lantern charity for anxious children", kind: .charity, council: "", how: "The family rings; the school may ring with them.", threshold: "Anybody from 7 to 18.", phone: "01632 960160"),
    ]
}

/// What is told of one referral, in days before the story ends.
struct ReferralStory: Sendable {
    struct Step: Sendable {
        let state: ReferralState
        let ago: Int
        var words = ""
        /// How many days after the story's end they expect to see the pupil.
        var expectedIn: Int?

        init(_ state: ReferralState, _ ago: Int, _ words: String = "", expectedIn: Int? = nil) { (self.state, self.ago, self.words, self.expectedIn) = (state, ago, words, expectedIn) }
    }

    let kind: AgencyKind
    let reason: String
    let wanted: String
    let ago: Int
    /// How many days ago consent was given, and in how many it ends; nil where nobody was asked yet.
    var consent: (ago: Int, endsIn: Int)?
    var steps: [Step] = []
    /// How many days ago advice came of it; answered where the story says so.
    var advice: (ago: Int, isAnswered: Bool)?
    /// What the safety net finds of it.
    var rule: String?

    static let speechWords = "Strangers understand few words. Answers with one word. A term of small-group talking, with pictures, has helped a little."

    /// Told at each school.
    static let everywhere: [ReferralStory] = [
        ReferralStory(kind: .speech, reason: speechWords, wanted: "An assessment of speech sounds, and what to do in class.", ago: 3),
        ReferralStory(kind: .paediatrics, reason: "Falls often, tires quickly, holds a pencil in the fist. The family sees the same at home.", wanted: "A look at movement and muscle tone.", ago: 12,
                      steps: [Step(.consent, 10, "The SENCO spoke with the family at the gate and gave them the form.")]),
        ReferralStory(kind: .psychology, reason: "Two cycles of reading support, each day, with no change in what is read.", wanted: "A view of how reading is learnt best, and what the next cycle should change.", ago: 20, consent: (18, 300),
                      steps: [Step(.sent, 14, "By mail to the link psychologist.")]),
        ReferralStory(kind: .speech, reason: "Follows the class by looking at others. Language screening: red in understanding.", wanted: "An assessment of understanding.", ago: 30, consent: (28, 250),
                      steps: [Step(.sent, 25), Step(.acknowledged, 17, "Letter with a number came.")]),
        ReferralStory(kind: .paediatrics, reason: "Staring spells of some seconds, about twice a week, noted by three adults.", wanted: "A medical view.", ago: 26, consent: (26, 200),
                      steps: [Step(.sent, 24), Step(.moreInformation, 7, "They ask for a diary of the spells over two weeks.")]),
        ReferralStory(kind: .psychology, reason: "Stays under the table when the room is loud. Quiet corner and ear defenders help at times.", wanted: "Advice for the classroom.", ago: 70, consent: (68, 200),
                      steps: [Step(.sent, 65), Step(.acknowledged, 57), Step(.accepted, 45, "To be taken up in the spring round.")]),
        ReferralStory(kind: .speech, reason: "Stammers on most sentences since the summer; begins to avoid speaking.", wanted: "Help with talking, and advice for staff.", ago: 110, consent: (108, 240),
                      steps: [Step(.sent, 105), Step(.accepted, 80), Step(.waiting, 78, "Letter with the place on the list.", expectedIn: 40)]),
        ReferralStory(kind: .speech, reason: "Leaves out the ends of words; spelling shows the same.", wanted: "An assessment of speech sounds.", ago: 150, consent: (148, 200),
                      steps: [Step(.sent, 145), Step(.accepted, 120), Step(.waiting, 118), Step(.seen, 9, "Seen at the clinic with the family. A report follows.")]),
        ReferralStory(kind: .speech, reason: "Few words at school, many at home.", wanted: "A view on why, and what helps.", ago: 200, consent: (198, 150),
                      steps: [Step(.sent, 195), Step(.accepted, 170), Step(.seen, 80, "Seen in school twice.")], advice: (40, true)),
        ReferralStory(kind: .speech, reason: "Lisp that others remark on.", wanted: "Advice.", ago: 330, consent: (328, 30),
                      steps: [Step(.sent, 325), Step(.acknowledged, 310), Step(.seen, 240, "Seen at the clinic."), Step(.reported, 220), Step(.discharged, 200, "Exercises are going well. The family may ring within a year.")]),
        ReferralStory(kind: .paediatrics, reason: "Restless in long lessons; fine in short ones.", wanted: "An assessment of attention.", ago: 120, consent: (118, 100),
                      steps: [Step(.sent, 115), Step(.declined, 90, "Seen in one setting only. They advise a parenting course and to come back if it is seen at home.")]),
        ReferralStory(kind: .charity, reason: "Worries about tests, sleeps badly before them.", wanted: "Somebody to talk to.", ago: 60, consent: (59, 200),
                      steps: [Step(.sent, 55), Step(.withdrawn, 30, "The family found help through their doctor.")]),
    ]

    /// Each told at one of the schools in turn.
    static let undone: [ReferralStory] = [
        ReferralStory(kind: .speech, reason: "Sounds run together; classmates answer for the child.", wanted: "An assessment of speech.", ago: 95, consent: (93, 220), steps: [Step(.sent, 90)], rule: "referral-unanswered"),
        ReferralStory(kind: .paediatrics, reason: "Toe walking, stiff on stairs, more so this term.", wanted: "A look at movement.", ago: 140, consent: (138, 200),
                      steps: [Step(.sent, 135), Step(.accepted, 110), Step(.waiting, 108, expectedIn: -15)], rule: "referral-unanswered"),
        ReferralStory(kind: .psychology, reason: "Reads well, writes three words in a lesson.", wanted: "A view of writing.", ago: 90, consent: (88, -6),
                      steps: [Step(.sent, 85), Step(.accepted, 70)], rule: "referral-without-consent"),
        ReferralStory(kind: .psychology, reason: "Forgets what was said a minute ago, in every lesson; remembers what was done by hand.", wanted: "A view of memory and what helps.", ago: 160, consent: (158, 200),
                      steps: [Step(.sent, 155), Step(.accepted, 140), Step(.seen, 80, "Two mornings in class.")], advice: (60, false), rule: "recommendation-unanswered"),
    ]
}
