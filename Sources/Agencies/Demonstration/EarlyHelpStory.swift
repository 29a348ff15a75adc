import Basics

/// How the two councils of the demonstration trust run early help: invented, and different on purpose.
enum EarlyHelpSchemeStory {
    static func all(checked day: Day) -> [KeepEarlyHelpScheme] {
        var marlshire = KeepEarlyHelpScheme(of: "999", name: "Family Help"), wendham = KeepEarlyHelpScheme(of: "998", name: "Early Help")
        (marlshire.assessment, marlshire.meeting, marlshire.reviewDays, marlshire.checkedOn) = ("Family Help Assessment", "Team around the Family", "42", day)
        marlshire.steps = "Visit the family at home | 10\nWrite the Family Help Assessment together | 30\nHold the first Team around the Family | 40\nSend the Family Help Plan to the council | 45"
        (marlshire.form, marlshire.threshold, marlshire.phone) = ("Family Help Assessment, on the council’s portal", "A family who wants help with more than one thing.", "01632 960170")
        (wendham.assessment, wendham.meeting, wendham.reviewDays, wendham.checkedOn) = ("Early Help Record", "Team around the Child", "84", day)
        wendham.steps = "Talk with the family and ask them to sign | 5\nWrite the Early Help Record | 20\nRegister it with the council by telephone\nHold the first Team around the Child"
        (wendham.form, wendham.threshold, wendham.phone, wendham.note) = ("Early Help Record, version 4, on paper", "Anybody from birth to 18 whose family says yes.", "01632 960180", "Paper with a signature; a scan is taken.")
        return [marlshire, wendham]
    }
}

/// What is told of early help with one family, in days before the story ends.
struct EarlyHelpStory: Sendable {
    struct Meeting: Sendable {
        let ago: Int
        let child: String, family: String, progress: String
        /// In how many days after the story's end the next one is; nil where the next of the story follows, or none.
        var nextIn: Int?
    }

    let ago: Int
    let strengths: String, needs: String, wanted: String
    /// In how many days after the story's end the consent ends.
    var consentEndsIn = 200
    var isLed = true
    /// In how many days after the story's end the first meeting is, where none was held.
    var firstMeetingIn: Int?
    /// How many of the council's steps are done.
    var stepsDone = 0
    var meetings: [Meeting] = []
    var actions: [(what: String, family: Bool, dueIn: Int)] = []
    var closed: (ago: Int, ending: EarlyHelpEpisode.Ending, words: String)?
    /// What the safety net finds of it.
    var rule: String?

    /// Told at each school.
    static let everywhere: [EarlyHelpStory] = [
        EarlyHelpStory(ago: 6, strengths: "Loves football and looks after a small sister. Grandmother helps every day.", needs: "Mornings are hard since the move; late three days in five.", wanted: "Calm mornings, and a place at the breakfast club.", firstMeetingIn: 12, stepsDone: 1,
                       actions: [("Visit the breakfast club together", true, 9)]),
        EarlyHelpStory(ago: 90, strengths: "Draws for hours and shares the pencils. The family eats together each evening.", needs: "Bedtime, and money for glasses; tired in lessons.", wanted: "Sleep through, and see the board.", stepsDone: 4, meetings: [
            EarlyHelpStory.Meeting(ago: 55, child: "I like it when dad reads.", family: "We want to try the clinic for sleep.", progress: "Glasses ordered. The sleep clinic has a place in a month."),
            EarlyHelpStory.Meeting(ago: 14, child: "I can see the board now.", family: "Four nights of seven are good.", progress: "Glasses are worn. Keep the bedtime chart; the nurse rings each fortnight.", nextIn: 28),
        ], actions: [("Ring the family each second Friday", false, 11), ("Keep the bedtime chart", true, 26)]),
        EarlyHelpStory(ago: 300, strengths: "Kind to new children. Mum and aunt share the care.", needs: "Worry after a loss in the family; did not want to come in.", wanted: "To laugh again at school.", consentEndsIn: 60, stepsDone: 4, meetings: [
            EarlyHelpStory.Meeting(ago: 255, child: "The memory box helps.", family: "There is more talk at home.", progress: "Counselling began. Comes in each day by the side door."),
            EarlyHelpStory.Meeting(ago: 190, child: "I am fine at school now.", family: "Thank you. We can go on alone.", progress: "Full attendance for six weeks. Agreed to end."),
        ], closed: (185, .met, "In school each day, and laughs. The class teacher keeps an eye on anniversaries.")),
    ]

    /// Told at one school each, and found by the safety net.
    static let undone: [EarlyHelpStory] = [
        EarlyHelpStory(ago: 120, strengths: "Builds anything from wood. Two older brothers who help.", needs: "Arguments about homework end in tears, says the family.", wanted: "Peaceful evenings.", stepsDone: 4, meetings: [
            EarlyHelpStory.Meeting(ago: 70, child: "Homework club is all right.", family: "Fewer arguments on club days.", progress: "Homework club twice a week.", nextIn: -21),
        ], rule: "early-help-meeting-late"),
        EarlyHelpStory(ago: 200, strengths: "Speaks two languages and helps others with both.", needs: "The family is new here and knows nobody.", wanted: "Friends, and somebody to ask.", consentEndsIn: -9, stepsDone: 4, meetings: [
            EarlyHelpStory.Meeting(ago: 60, child: "I have a friend now.", family: "The coffee morning is good.", progress: "Coffee morning each week; library card.", nextIn: 20),
        ], rule: "early-help-without-consent"),
        EarlyHelpStory(ago: 40, strengths: "Knows every bird. Close to grandad.", needs: "Dad works nights, so pick-up is a worry.", wanted: "A safe way home.", isLed: false, firstMeetingIn: 8, stepsDone: 1, rule: "early-help-unled"),
    ]
}
