import AreaKit

/// Patterns of pages as people know them: for those who read who looked.
struct PageWords: Sendable {
    /// What the areas call their pages.
    private let contributed: [String: String]

    init(_ areas: [any Area]) { contributed = areas.reduce(into: [:]) { $0.merge($1.pageWords) { $1 } } }

    func of(_ pattern: String) -> String {
        if let words = known(pattern) { return words }
        let pieces = pattern.split(separator: "/").filter { $0 != "*" && $0 != "api" && $0 != "v1" }.map { $0.replacing("-", with: " ") }
        return pieces.joined(separator: ": ")
    }

    /// Nil where no words are written down yet.
    func known(_ pattern: String) -> String? { contributed[pattern] ?? Self.pages[pattern] ?? Self.forms[pattern].map { "The form “\($0)”" } }

    private static let pages: [String: String] = [
        "/": "Today", "/pupils/*": "The pupil’s page", "/register": "The list of pupils", "/search": "A search",
        "/pupils/*/trail": "Who changed what", "/pupils/*/sights": "Who looked", "/gaps": "The safety net",
        "/register/file": "The register as a file", "/emergencies": "What to do in an emergency",
        "/privacy/requests/*/copy": "A copy that somebody asked for", "/privacy/requests/*": "A request for a copy", "/privacy": "Data protection",
        "/privacy/pupils": "Data protection: a search by number", "/privacy/pupils/*": "Data protection: one pupil",
        "/schools/*": "The school’s page", "/pupils/*/share": "Who else sees the record", "/pupils/*/papers/*/file": "A paper as a file",
        "/pupils/*/papers/*/picture": "A picture among the papers", "/handed-over": "What was handed to the safeguarding lead",
        "/break-glass/alerts": "Emergency access that was used", "/mis-tasks": "What to enter in the MIS", "/imports/*": "What a file would change",
        "/receipts/*": "The receipt of an import", "/accounts/*/sights": "At what one person looked",
        "/privacy/due/*": "What has been kept long enough", "/privacy/sights/due": "Looks that have been kept long enough", "/privacy/disposals/*": "A disposal and its certificate",
        "/privacy/disposals/*/pdf": "A certificate as PDF", "/privacy/copies/*/json": "A released copy as JSON",
        "/privacy/copies/*/print": "A released copy to print", "/privacy/copies/*/pdf": "A released copy as PDF",
        "/privacy/retention": "How long records are kept", "/links/*": "A council officer’s link",
        "/api/v1/pupils": "The list of pupils, for a program", "/api/v1/register": "The register, for a program",
        "/api/v1/pupils/*": "A pupil, for a program", "/api/v1/gaps": "The safety net, for a program",
    ]

    /// Looked at while something was typed; whether it was saved stands in the trail.
    private static let forms: [String: String] = [
        "/gaps/*/*/*": "Answer a finding", "/pupils/add": "Add a pupil", "/pupils/*/status": "Change the SEN status",
        "/pupils/*/status/*/correct": "Correct a status", "/pupils/*/needs/add": "Add a need", "/pupils/*/needs/*/end": "End a need",
        "/pupils/*/needs/*/area": "Choose the area of a need", "/pupils/*/needs/*/move/*": "Move a need up or down",
        "/pupils/*/watch": "Put on the watch list", "/pupils/*/watch/end": "Take off the watch list", "/pupils/*/flags/add": "Add a circumstance",
        "/pupils/*/flags/*/end": "End a circumstance", "/pupils/*/bases/add": "Join a unit or resourced provision",
        "/pupils/*/bases/*/end": "Leave a unit or resourced provision", "/pupils/*/arrangements/add": "Start an arrangement",
        "/pupils/*/arrangements/*/end": "End an arrangement", "/pupils/*/diagnoses/add": "Write down a diagnosis",
        "/pupils/*/diagnoses/*/correct": "Correct a diagnosis", "/pupils/*/diagnoses/*/withdraw": "Withdraw a diagnosis",
        "/pupils/*/contacts/add": "Add a contact", "/pupils/*/contacts/*/change": "Change a contact", "/pupils/*/contacts/*/end": "End a contact",
        "/pupils/*/emergency/add": "Say what to do in an emergency", "/pupils/*/emergency/*/change": "Change what to do in an emergency",
        "/pupils/*/emergency/*/end": "End what to do in an emergency", "/pupils/*/seal": "Seal a record",
        "/pupils/*/details": "Change a pupil’s details", "/pupils/*/papers/add": "Add a paper", "/pupils/*/papers/*/withdraw": "Withdraw a paper",
        "/pupils/*/hand-over": "Hand words about safety to the safeguarding lead",
        "/pupils/*/trail/*/hand-over": "Hand saved words about safety to the safeguarding lead",
        "/pupils/*/open": "Open the whole record with a reason", "/pupils/*/share/parent": "Let a parent or carer look",
        "/pupils/*/share/young-person": "Let the young person look", "/pupils/*/share/works-here": "Say that family works here",
        "/pupils/*/share/specialist": "Let a specialist look", "/pupils/*/share/council": "Give a council officer a link",
        "/pupils/*/share/links/*/again": "Make a council’s link anew", "/pupils/*/share/family/*/end": "End a family’s access",
        "/pupils/*/share/lists/*/end": "End a professional’s access", "/privacy/requests/new": "Somebody asks for a copy",
        "/privacy/requests/*/known": "Say how we know who asks", "/privacy/requests/*/ask": "Stop the clock: ask something",
        "/privacy/pauses/*/answered": "Let the clock run on", "/privacy/requests/*/extend": "Take two months more",
        "/privacy/requests/*/close": "Refuse or close a request", "/privacy/requests/*/items/*": "Decide about one thing in a copy",
        "/privacy/corrections/new": "Somebody says that something is wrong", "/privacy/corrections/*/decide": "Decide about a correction",
        "/privacy/restrictions/new": "Restrict a record", "/privacy/restrictions/*/lift": "End a restriction",
        "/privacy/complaints/new": "Somebody complains about data", "/privacy/complaints/*/acknowledge": "Say that we have a complaint",
        "/privacy/complaints/*/answer": "Answer a complaint", "/privacy/retention/*": "Change how long", "/privacy/holds/new": "Hold a record back",
        "/privacy/holds/*/lift": "Lift a hold", "/privacy/transfers/new": "Note that a file was sent",
        "/privacy/transfers/*/arrived": "Note that a file arrived", "/imports/*/columns": "Say which column holds what",
        "/api/v1/pupils/*/status": "Change the SEN status", "/api/v1/pupils/*/needs": "Add a need", "/api/v1/pupils/*/watch": "Put on the watch list",
        "/api/v1/pupils/*/watch/end": "Take off the watch list", "/break-glass": "Open a record in an emergency",
        "/register/change": "Change several pupils", "/register/change/save": "Change several pupils",
    ]
}
