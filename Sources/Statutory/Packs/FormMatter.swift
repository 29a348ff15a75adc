import Access
import Basics
import Files
import Pages
import People

/// What a form is filled from: a request, a review, a consultation or early help, as plain values. What is not among them is not known.
public struct FormMatter: Sendable {
    /// Where something is written that a form may lack.
    public struct Place: Sendable {
        /// The beginning of the names of its fields, such as `pupil.`; the longest that fits counts.
        let beginning: String
        let label: String
        let address: Address?

        public init(_ beginning: String, _ label: String, _ address: Address?) { (self.beginning, self.label, self.address) = (beginning, label, address) }
    }

    public let kind: PackForm.Kind
    /// The request, review, consultation or episode.
    public let row: RowID
    /// Nil for a child who is not a pupil.
    public let pupil: PupilID?
    public let school: SchoolID
    public let council: String
    /// By whom it is known on pages: never in an address or the name of a file.
    public let name: String
    public let values: WordValues
    public let places: [Place]

    public init(_ kind: PackForm.Kind, row: RowID, pupil: PupilID?, school: SchoolID, council: String, name: String, values: WordValues, places: [Place]) {
        (self.kind, self.row, self.pupil, self.school, self.council, self.name, self.values, self.places) = (kind, row, pupil, school, council, name, values, places)
    }

    func place(of field: String) -> Place? { places.filter { field.hasPrefix($0.beginning) }.max { $0.beginning.count < $1.beginning.count } }
}

/// Who fills a form, and when.
struct FormAsker: Sendable {
    /// In those parts that allow it.
    let viewer: Viewer
    /// In all their parts.
    let person: Viewer
    let today: Day
}

extension FormMatter {
    /// Whether a matter of this kind can ever tell this field; a record may still hold nothing there.
    static func tells(_ field: String, in kind: PackForm.Kind) -> Bool {
        switch kind {
        case .reply: everywhere.contains(field) || ["consultation.", "cohort.", "reply."].contains(where: field.hasPrefix)
        case .request: everywhere.contains(field) || record.contains(field) || request.contains(field)
        case .review: everywhere.contains(field) || record.contains(field) || review.contains(field)
        case .earlyHelp: everywhere.contains(field) || record.contains(field) || ["help.", "actions."].contains(where: field.hasPrefix)
        case .other: tells(field, in: .request) || tells(field, in: .review) || tells(field, in: .earlyHelp)
        }
    }

    private static let everywhere: Set<String> = [
        "pupil.forename", "pupil.surname", "pupil.known", "pupil.birth", "pupil.year", "pupil.upn", "pupil.address", "pupil.language", "pupil.status", "pupil.looked", "needs.area",
        "family.name", "family.relation", "family.responsibility", "family.address", "family.phone", "family.email",
        "school.name", "school.urn", "school.address", "school.phone", "school.head", "school.senco", "council.name", "council.officer", "council.email", "form.date", "form.by", "form.role",
    ]
    private static let record: Set<String> = [
        "attendance.period", "attendance.present", "attendance.authorised", "attendance.unauthorised", "attendance.suspensions", "attainment.subject", "attainment.result", "attainment.date", "cycles.dates", "cycles.outcome", "cycles.support", "cycles.result",
        "provision.what", "provision.who", "provision.group", "provision.often", "provision.minutes", "provision.dates", "provision.cost", "totals.minutes", "totals.cost", "advice.from", "advice.date", "advice.words",
        "views.pupil", "views.family",
    ]
    private static let request: Set<String> = ["request.date", "request.by", "request.reason", "request.health", "request.outcomes", "request.care", "request.agreement", "views.how"]
    private static let review: Set<String> = [
        "plan.date", "plan.setting", "plan.band", "plan.aspirations", "plan.outcomes.number", "plan.outcomes.outcome", "plan.outcomes.progress", "plan.outcomes.next", "plan.provision.what", "plan.provision.owed",
        "plan.provision.given", "views.school", "review.date", "review.kind", "review.chair", "review.due", "review.conclusion", "review.adulthood", "review.transport", "review.budget", "views.how", "people.name", "people.role", "people.came",
        "contributions.from", "contributions.date", "contributions.words", "differences.words", "recommendations.words", "actions.what", "actions.who", "actions.by",
    ]
}

extension WordValue {
    /// Nothing, where the record holds no words: then the field is listed.
    static func known(_ words: String?) -> WordValue? { words?.nonEmpty.map { .text($0) } }

    /// Without what is confidential, in lists, too.
    func redacted(_ redaction: Redaction) -> WordValue {
        switch self {
        case .text(let words): .text(redaction.applied(to: words))
        case .rows(let rows): .rows(rows.map { $0.mapValues { $0.redacted(redaction) } })
        }
    }
}
