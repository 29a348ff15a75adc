import Basics

/// What the story of provision leaves undone on purpose; named as the rules of the safety net are.
enum ProvisionGap: String, CaseIterable, Sendable {
    case missing = "provision-missing", withoutOutcome = "provision-without-outcome", short = "section-f-short", low = "delivery-low", unproved = "proof-missing"
    case overrun = "provision-overrun", twoPlaces = "two-places", withoutRate = "cost-without-rate", variance = "variance-unexplained", left = "member-left-school"

    /// Whether it is about one pupil.
    var isOfPupil: Bool { ![.unproved, .overrun, .twoPlaces, .withoutRate].contains(self) }
}

/// A provision of the story before it is begun.
struct ScriptedRun: Sendable {
    /// The programme's key in the catalogue.
    let key: String
    let name: String
    let starts: Day, plannedEnd: Day
    /// Nil while it goes on.
    var endedOn: Day?
    var pupils: [PupilID]
    var times: [PatternForm.TimeForm] = []
    var size: Int
    var schoolClass: ClassID?
    /// Minutes a week that section F owes by it; nil where it serves none.
    var owed: Int?
    var funding = ""
    var sessionPrice = Pence(0)
    var gap: ProvisionGap?

    /// Who gives it; nil for somebody from outside.
    var staff: StaffID? { times.first?.adults.first?.staff }
    var isSectionF: Bool { owed != nil }
}
