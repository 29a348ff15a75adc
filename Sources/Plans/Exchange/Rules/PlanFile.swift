import Basics

/// Plans of one pupil as they go from one school to another: what stands in a file of docs/plan.schema.json. Plans and
/// outcomes in it name each other by their place in the file, never by numbers of a database.
struct PlanFile: Sendable {
    static let format = "trellis-plans", version = 1
    /// More than any pupil's plans take, so that no file can fill the memory.
    static let most = (bytes: 4 << 20, plans: 200, rows: 500)

    struct School: Sendable, Hashable { let urn: String, name: String }

    /// Whose plans they are.
    struct Child: Sendable, Hashable { let upn: String, forename: String, surname: String, called: String, birth: Day }

    struct Layer: Sendable, Hashable { let layer: String, spell: Spell }

    /// A file that goes with a plan and is handed over beside this one.
    struct Paper: Sendable, Hashable { let title: String, file: String, sha256: String }

    struct Entry: Sendable {
        let whole: WholePlan
        /// What the sender calls the kind.
        let kindName: String
        let areas: [NeedScheme.Area]
        let schemeName: String
        /// Where it was made, if elsewhere than where the file was written.
        let school: School?
        /// The plan itself, where it came as a file.
        let paper: Paper?
        /// What shows how an outcome went.
        let evidence: [OutcomeID: [Paper]]
    }

    let writtenAt: Instant
    let writtenBy: String
    let school: School
    let child: Child
    let layers: [Layer]
    /// In the order in which they were begun.
    let entries: [Entry]
}
