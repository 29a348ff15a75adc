/// A field that a school may type into a form, and what it stands for. The same names hold in every form.
public struct FormField: Sendable, Equatable {
    /// As it is typed between braces. Where the part before the last dot is one of `lists`, it stands for each entry.
    public let name: String
    /// One line for the person who makes a form.
    public let meaning: String

    /// Every field, in the order in which the guide lists them.
    public static let all: [FormField] = pupil + family + school + record + request + plan + review + earlyHelp + consultation

    /// The names alone.
    public static let names: [String] = all.map(\.name)

    /// Names whose fields are repeated: a row of a table, or else a line, for each entry.
    public static let lists: Set<String> = [
        "needs", "family", "attainment", "cycles", "provision", "advice", "plan.outcomes", "plan.provision",
        "people", "contributions", "differences", "recommendations", "actions", "help.steps", "help.meetings", "reply.steps", "reply.conditions",
    ]

    /// The list that the field is part of; nil for a field that stands alone.
    public var list: String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let list = String(name[..<dot])
        return FormField.lists.contains(list) ? list : nil
    }

    private static func fields(_ pairs: KeyValuePairs<String, String>) -> [FormField] { pairs.map { FormField(name: $0.key, meaning: $0.value) } }

    private static let pupil = fields([
        "pupil.forename": "First name",
        "pupil.surname": "Last name",
        "pupil.known": "The name the pupil goes by",
        "pupil.birth": "Date of birth",
        "pupil.year": "Year group",
        "pupil.upn": "Unique pupil number",
        "pupil.address": "Home address",
        "pupil.language": "Language spoken at home",
        "pupil.status": "SEN support, EHC plan, or neither",
        "pupil.looked": "Whether the pupil is looked after, and by which council",
        "needs.area": "Each need: its area, the main one first",
        "needs.words": "Each need: what it looks like in school",
    ])

    private static let family = fields([
        "family.name": "Each parent or carer: name",
        "family.relation": "Each parent or carer: relation to the pupil",
        "family.responsibility": "Each parent or carer: whether with parental responsibility",
        "family.address": "Each parent or carer: address",
        "family.phone": "Each parent or carer: telephone",
        "family.email": "Each parent or carer: email",
        "family.language": "Each parent or carer: language, and whether an interpreter is needed",
    ])

    private static let school = fields([
        "school.name": "Name of the school",
        "school.urn": "Unique reference number of the school",
        "school.address": "Address of the school",
        "school.phone": "Telephone of the school",
        "school.email": "Email of the school",
        "school.head": "Name of the head teacher",
        "school.senco": "Name of the SENCO",
        "council.name": "Name of the council",
        "council.officer": "The council’s officer for this pupil",
        "council.email": "Where the council wants forms sent",
        "form.date": "The day on which the form is filled",
        "form.by": "Who fills the form",
        "form.role": "What that person does in the school",
    ])

    private static let record = fields([
        "attendance.period": "The weeks that the figures of attendance are about",
        "attendance.present": "Attendance in per cent",
        "attendance.authorised": "Authorised absence in per cent",
        "attendance.unauthorised": "Unauthorised absence in per cent",
        "attendance.suspensions": "Suspensions and exclusions, with days",
        "attainment.subject": "Each result: subject or test",
        "attainment.result": "Each result: what was reached, and what is expected at this age",
        "attainment.date": "Each result: day",
        "cycles.dates": "Each cycle of support: from when to when",
        "cycles.outcome": "Each cycle of support: what it was to reach",
        "cycles.support": "Each cycle of support: what was done",
        "cycles.result": "Each cycle of support: what came of it",
        "provision.what": "Each line of provision: what it is",
        "provision.who": "Each line of provision: who gives it",
        "provision.group": "Each line of provision: alone, or size of the group",
        "provision.often": "Each line of provision: how often",
        "provision.minutes": "Each line of provision: minutes a week",
        "provision.dates": "Each line of provision: from when to when",
        "provision.cost": "Each line of provision: cost a year",
        "totals.minutes": "All provision: minutes a week",
        "totals.cost": "All provision: cost a year",
        "advice.from": "Each piece of advice: who gave it, and their work",
        "advice.date": "Each piece of advice: day",
        "advice.words": "Each piece of advice: what it recommends",
        "views.pupil": "What the pupil says",
        "views.how": "How the pupil’s views were gathered",
        "views.family": "What the family says",
        "views.school": "What the school says",
    ])

    private static let request = fields([
        "request.date": "The day of the request",
        "request.by": "Who asks for the assessment",
        "request.reason": "Why an assessment may be necessary",
        "request.health": "What is known of health needs",
        "request.care": "What is known of social care needs",
        "request.outcomes": "What the pupil and the family hope for",
        "request.agreement": "Whether the family and the young person agree, and when they said so",
    ])

    private static let plan = fields([
        "plan.date": "Date of the final plan",
        "plan.setting": "The setting named in section I",
        "plan.band": "Funding band and top-up",
        "plan.aspirations": "Section A: hopes of the pupil and the family",
        "plan.outcomes.number": "Each outcome of section E: number",
        "plan.outcomes.outcome": "Each outcome of section E: words",
        "plan.outcomes.progress": "Each outcome of section E: progress since the last review",
        "plan.outcomes.next": "Each outcome of section E: what comes next",
        "plan.provision.what": "Each line of section F: words",
        "plan.provision.owed": "Each line of section F: minutes a week owed",
        "plan.provision.given": "Each line of section F: minutes a week given",
        "plan.provision.cost": "Each line of section F: cost a year",
        "plan.provision.note": "Each line of section F: how it went",
    ])

    private static let review = fields([
        "review.date": "Day of the meeting",
        "review.kind": "First, yearly, early, or before a move to another phase",
        "review.chair": "Who led the meeting",
        "review.due": "The day by which the council must decide",
        "review.conclusion": "What the meeting recommends: keep, change or end the plan",
        "review.adulthood": "Preparation for adulthood, from Year 9",
        "review.transport": "Travel to school",
        "review.budget": "Personal budget, where there is one or one is asked for",
        "people.name": "Each person invited: name",
        "people.role": "Each person invited: work, or relation to the pupil",
        "people.came": "Each person invited: whether they came",
        "contributions.from": "Each contribution: who gave it",
        "contributions.date": "Each contribution: day",
        "contributions.words": "Each contribution: what it says",
        "differences.who": "Each difference of view: whose",
        "differences.about": "Each difference of view: about what",
        "differences.words": "Each difference of view: in their words",
        "recommendations.section": "Each change asked for: section of the plan",
        "recommendations.words": "Each change asked for: new words, and why",
        "actions.what": "Each action: what is to be done",
        "actions.who": "Each action: by whom",
        "actions.by": "Each action: by when",
    ])

    private static let earlyHelp = fields([
        "help.name": "What the council calls early help",
        "help.started": "The day on which it began",
        "help.consent": "Who of the family agreed, how, when, and until when it holds",
        "help.strengths": "What goes well",
        "help.needs": "What is hard, and for whom",
        "help.wanted": "What the family hopes for",
        "help.household": "Who belongs to the family and the home",
        "help.lead": "The lead practitioner, and for whom they work",
        "help.contact": "How to reach the lead practitioner",
        "help.next": "The day of the next meeting",
        "help.steps.what": "Each step of the council: what",
        "help.steps.state": "Each step of the council: where it stands",
        "help.steps.by": "Each step of the council: by when",
        "help.meetings.date": "Each meeting: day",
        "help.meetings.people": "Each meeting: who was there",
        "help.meetings.child": "Each meeting: what the child says",
        "help.meetings.family": "Each meeting: what the family says",
        "help.meetings.progress": "Each meeting: what changed",
    ])

    private static let consultation = fields([
        "consultation.reference": "The council’s reference",
        "consultation.received": "The day on which the council’s letter came",
        "consultation.due": "The day by which the council wants an answer",
        "consultation.basis": "Whether the family asked for the school (section 38) or the council proposes it (section 40)",
        "cohort.year": "The year group the child would join",
        "cohort.places": "Places in that year group",
        "cohort.roll": "Pupils in that year group",
        "cohort.plans": "Pupils with an EHC plan in that year group",
        "cohort.support": "Pupils with SEN support in that year group",
        "cohort.classes": "Classes of that year group, and their sizes",
        "reply.answer": "The answer: can admit, can admit if, cannot admit, or needs to know more",
        "reply.grounds": "The ground in law, with the facts behind it",
        "reply.steps.what": "Each reasonable step that was considered: what",
        "reply.steps.why": "Each reasonable step that was considered: what it would do, and why it is or is not enough",
        "reply.steps.cost": "Each reasonable step that was considered: cost",
        "reply.conditions.what": "Each thing needed before the child can start: what",
        "reply.conditions.by": "Each thing needed before the child can start: by when",
        "reply.conditions.cost": "Each thing needed before the child can start: cost",
        "reply.information": "What the school still needs to know, and by when",
        "reply.other": "Other remarks to the council",
    ])
}
