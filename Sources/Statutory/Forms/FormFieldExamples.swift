import Files

/// Fields that belong together, as the list of all fields shows them.
public struct FormFieldGroup: Sendable {
    /// An anchor.
    public let key: String
    public let title: String
    public let fields: [FormField]
}

extension FormField {
    /// All fields by group, in the order of the guide.
    public static let groups: [FormFieldGroup] = [
        group("pupil", "The pupil", ["pupil", "needs"]), group("family", "The family", ["family"]), group("school", "The school, the council and the form", ["school", "council", "form"]),
        group("record", "What the record holds", ["attendance", "attainment", "cycles", "provision", "totals", "advice", "views"]), group("request", "A request for assessment", ["request"]),
        group("plan", "The EHC plan", ["plan"]), group("review", "An annual review", ["review", "people", "contributions", "differences", "recommendations", "actions"]),
        group("early-help", "Early help", ["help"]), group("consultation", "A consultation", ["consultation", "cohort", "reply"]),
    ]

    private static func group(_ key: String, _ title: String, _ beginnings: Set<String>) -> FormFieldGroup {
        FormFieldGroup(key: key, title: title, fields: all.filter { beginnings.contains(String($0.name.prefix { $0 != "." })) })
    }

    /// Invented words that show what would stand there; about nobody.
    public var example: String { FormField.examples[name] ?? "…" }

    /// All examples as values, two entries to a list: with them a form is tried.
    public static let exampleValues: WordValues = {
        var values: WordValues = [:], lists: [String: WordValues] = [:]
        for field in all {
            guard let list = field.list else { values[field.name] = .text(field.example); continue }
            lists[list, default: [:]][String(field.name.dropFirst(list.count + 1))] = .text(field.example)
        }
        return values.merging(lists.mapValues { .rows([$0, $0]) }) { $1 }
    }()

    static let examples: [String: String] = [
        "pupil.forename": "Robin", "pupil.surname": "Example", "pupil.known": "Rob", "pupil.birth": "3 May 2016", "pupil.year": "Year 5", "pupil.upn": "A999000000001X", "pupil.address": "1 Any Street, Alderton, ZZ99 3WZ",
        "pupil.language": "English", "pupil.status": "SEN support", "pupil.looked": "No", "needs.area": "Communication and interaction", "needs.words": "Follows one step at a time",
        "family.name": "Ms Pat Example", "family.relation": "Mother", "family.responsibility": "With parental responsibility", "family.address": "1 Any Street, Alderton, ZZ99 3WZ", "family.phone": "01632 960123",
        "family.email": "pat@example.org", "family.language": "Polish, with an interpreter",
        "school.name": "Any Primary School", "school.urn": "999001", "school.address": "School Lane, Alderton, ZZ99 3WZ", "school.phone": "01632 960100", "school.email": "office@example.org", "school.head": "Helen Ash",
        "school.senco": "Amira Khan", "council.name": "Aldershire", "council.officer": "Jo Hill", "council.email": "send@example.org", "form.date": "20 November 2026", "form.by": "Amira Khan", "form.role": "SENCO",
        "attendance.period": "1 September 2026 to 20 November 2026", "attendance.present": "91.4%", "attendance.authorised": "6.2%", "attendance.unauthorised": "2.4%", "attendance.suspensions": "One, of 2 days",
        "attainment.subject": "Reading test", "attainment.result": "Standard score 82, percentile 12", "attainment.date": "12 October 2026",
        "cycles.dates": "5 January 2026 to 27 March 2026", "cycles.outcome": "Tells a friend what to do next", "cycles.support": "Pictures for each step; a word group", "cycles.result": "Partly met",
        "provision.what": "Language group", "provision.who": "Teaching assistant", "provision.group": "Group of 4", "provision.often": "3 times a week", "provision.minutes": "60", "provision.dates": "From 8 September 2026",
        "provision.cost": "£640.00", "totals.minutes": "135", "totals.cost": "£1,420.00", "advice.from": "Kim Reed, speech and language therapist", "advice.date": "9 October 2026", "advice.words": "Short sentences, with pictures",
        "views.pupil": "I like it when I know what comes next.", "views.how": "With picture cards, by an adult Robin knows", "views.family": "Mornings are hard at home.", "views.school": "Robin joins in more since September.",
        "request.date": "20 November 2026", "request.by": "The school", "request.reason": "Help of two terms was not enough.", "request.health": "Wears glasses", "request.care": "None known",
        "request.outcomes": "To have friends and to read alone", "request.agreement": "The mother agrees, 18 November 2026",
        "plan.date": "14 February 2025", "plan.setting": "Any Primary School", "plan.band": "Band C, £4,200.00 a year", "plan.aspirations": "To work with animals", "plan.outcomes.number": "1",
        "plan.outcomes.outcome": "Robin follows three steps without help", "plan.outcomes.progress": "On the way, in time", "plan.outcomes.next": "Two steps in a full class", "plan.provision.what": "Speech therapy once a week for 30 minutes",
        "plan.provision.owed": "30", "plan.provision.given": "25", "plan.provision.cost": "£900.00", "plan.provision.note": "Therapist away for two weeks",
        "review.date": "4 November 2026", "review.kind": "EHC plan", "review.chair": "Helen Ash", "review.due": "2 December 2026", "review.conclusion": "Change it", "review.adulthood": "Wants to try a Saturday job",
        "review.transport": "By taxi", "review.budget": "None", "people.name": "Kim Reed", "people.role": "Agency", "people.came": "Came", "contributions.from": "Kim Reed, agency", "contributions.date": "20 October 2026",
        "contributions.words": "Robin says more with pictures at hand.", "differences.who": "Family", "differences.about": "Hours of therapy", "differences.words": "We think that two hours are needed.",
        "recommendations.section": "F", "recommendations.words": "Therapy twice a week, since words are not yet enough", "actions.what": "Order the pictures", "actions.who": "Amira Khan", "actions.by": "1 December 2026",
        "help.name": "Early Help Assessment", "help.started": "5 October 2026", "help.consent": "Pat Example, mother: in writing, 2 October 2026. It holds until 2 October 2027.",
        "help.strengths": "Robin loves the garden, and helps others.", "help.needs": "Mornings are hard, and school is far.", "help.wanted": "Calm mornings", "help.household": "Robin, a sister of 4, their mother",
        "help.lead": "Sam Lowe, family support", "help.contact": "01632 960130", "help.next": "30 November 2026", "help.steps.what": "Write the assessment with the family", "help.steps.state": "Done, 12 October 2026", "help.steps.by": "19 October 2026",
        "help.meetings.date": "19 October 2026", "help.meetings.people": "Robin’s mother, Amira Khan, Sam Lowe", "help.meetings.child": "I like the bus with my sister.", "help.meetings.family": "Two mornings went well.",
        "help.meetings.progress": "A place at breakfast club from Monday",
        "consultation.reference": "AL/2026/118", "consultation.received": "6 November 2026", "consultation.due": "21 November 2026", "consultation.basis": "The family asked for this school (section 38)",
        "cohort.year": "Year 5", "cohort.places": "60", "cohort.roll": "58", "cohort.plans": "3", "cohort.support": "11", "cohort.classes": "2 classes, of 29 each", "reply.answer": "Can admit if", "reply.grounds": "None",
        "reply.steps.what": "A second adult in the mornings", "reply.steps.why": "Enough, if paid for", "reply.steps.cost": "£9,800.00", "reply.conditions.what": "Training of two adults", "reply.conditions.by": "4 January 2027",
        "reply.conditions.cost": "£600.00", "reply.information": "The therapist’s last report, by 27 November 2026", "reply.other": "We would welcome a visit.",
    ]
}
