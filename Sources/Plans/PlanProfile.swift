import Access
import AreaKit
import Basics
import Database
import Pages
import People

// The one-page profile: what every adult who has the pupil in front of them needs, and no more. It is made from the
// passport and the plans in force, so that nobody writes it twice; always with the emergency lines.

let profileRoutes: [Route] = [
    .read(profilePath, .seePupils) { visit, pupil in
        try await visit.read { reader in
            guard let profile = try reader.profile(of: pupil, for: visit.viewer, on: visit.today) else { throw NotFound() }
            return profilePage(visit, profile)
        }
    },
]

/// Those who read a profile without seeing plans: they have the pupil in class.
private let classroomRoles: Set<Role> = [.assistant, .cover, .teacher]

/// What one person may read of how to help a pupil.
struct PlanProfile: Sendable {
    let pupil: Pupil
    let place: String
    let emergencies: [EmergencyLine]
    /// Heading and words of each part, in their order.
    let parts: [(PlanPart, WholePlan)]
    /// By when it is looked at again.
    let reviewBy: Day?
    /// Whether the viewer may shorten it.
    let writes: Bool

    /// How many letters there are; a heading takes the room of a line.
    var length: Int {
        let lines = parts.flatMap { part, whole in whole.words(part).split(separator: "\n").map { max(60, $0.count) } }
        let emergency = emergencies.flatMap(\.parts).map { max(110, $0.text.count) }
        return lines.reduce(0, +) + emergency.reduce(0, +) + 80 * parts.count
    }

    /// More than this does not fit on one side of A4, even in small letters.
    static let mostOnOnePage = 5200
    static let mostInUsualLetters = 3000
}

extension Reader {
    /// The profile of a pupil in sight; nil for those to whom it is not addressed.
    func profile(of id: PupilID, for viewer: Viewer, on day: Day) throws -> PlanProfile? {
        let pupil = try pupil(id, for: viewer, on: day)
        let parts = try self.parts(of: viewer, over: id, on: day)
        let powers: Set<Permission> = parts.reduce(into: []) { $0.formUnion($1.permissions) }
        let roles = Set(parts.map(\.role))
        guard powers.contains(.seePlans) || !roles.isDisjoint(with: classroomRoles) else { return nil }
        let assists = powers.contains(.seePlans) || roles.contains(.assistant)
        let plans = try whole(try all(Plan.self, "WHERE pupil_id = \(id) AND state IN ('live', 'reviewed') ORDER BY id DESC"))
        return PlanProfile(pupil: pupil, place: try place(of: id, on: day), emergencies: try all(EmergencyLine.self, "WHERE pupil_id = \(id) ORDER BY id").filter { $0.spell.covers(day) },
                           parts: profileParts(plans, assists: assists), reviewBy: plans.compactMap(\.plan.reviewBy).min(), writes: powers.contains(.workOnPlans))
    }

    /// School, year and class of today.
    private func place(of pupil: PupilID, on day: Day) throws -> String {
        try first("""
            SELECT s.name, (SELECT y.year FROM pupil_year y WHERE y.pupil_id = e.pupil_id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: day).starting)), \
            (SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = e.pupil_id AND c.school_id = e.school_id AND c.kind = 'class' \
            AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.starts DESC LIMIT 1) \
            FROM enrolment e JOIN school s ON s.id = e.school_id WHERE e.pupil_id = \(pupil) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) \
            ORDER BY CASE e.kind WHEN 'S' THEN 1 WHEN 'G' THEN 2 ELSE 0 END, e.starts DESC LIMIT 1
            """) { row in
            let (school, year, schoolClass) = try (row.next(String.self), row.next(YearGroup?.self), row.next(String?.self))
            return [year?.label, schoolClass.map { "class \($0)" }, school].compactMap { $0 }.joined(separator: ", ")
        } ?? ""
    }
}

/// Each part once, from the plan that says most of it: the passport before the others.
private func profileParts(_ plans: [WholePlan], assists: Bool) -> [(PlanPart, WholePlan)] {
    let ordered = plans.filter { $0.kind.key == "profile" } + plans.filter { $0.kind.key != "profile" }
    return PlanPart.all.filter { $0.readers == .everyAdult || (assists && $0.readers == .assistants) }.compactMap { part in
        ordered.first { $0.kind.part(part.key) != nil && $0.holdsSomething(part) }.map { (part, $0) }
    }
}

private func profilePage(_ visit: Visit, _ profile: PlanProfile) -> Answer {
    let pupil = profile.pupil, name = pupil.calledName
    let none: HTML = profile.parts.isEmpty ? "<p>Nothing is written yet about how to help \(name). Ask the SENCO.</p>" : ""
    return visit.page("How to help \(pupil.name)", at: "pupils", """
        \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))\(tooLong(profile))<div class="one-page\(profile.length > PlanProfile.mostInUsualLetters ? " much" : "")">\
        \(pageTitle("How to help \(name)", lead: "\(pupil.name) · \(profile.place)", actions: [linkButton("Download as PDF", profilePDFPath(pupil.id), aside: true), printButton("Print on one page")]))\
        \(emergencies(profile))<div class="profile">\(profileCards(profile))</div>\(none)\(reviewWords(profile))</div>
        """)
}

func profileCards(_ profile: PlanProfile) -> HTML { "\(profile.parts.map { part, whole in card(part.title, id: part.key, partBody(whole, part)) })" }

func reviewWords(_ profile: PlanProfile) -> HTML { profile.reviewBy.map { "<p class=\"quiet\">Looked at again by \($0.inWords).</p>" } ?? "" }

private func tooLong(_ profile: PlanProfile) -> HTML {
    guard profile.writes, profile.length > PlanProfile.mostOnOnePage else { return "" }
    return notice("This is too long for one side of paper. Shorten some parts, so that somebody who is new can read it in a minute.", warns: true)
}

func emergencies(_ profile: PlanProfile) -> HTML {
    if profile.emergencies.isEmpty { return "" }
    let lines: [HTML] = profile.emergencies.map { line in "<h3>\(line.kind.label)</h3>\(facts(line.parts.map { ($0.label, "\($0.text)") }))" }
    return "<section class=\"card emergency\" id=\"emergency\"><h2><span class=\"tag tag-bad\">Emergency</span> What to do for \(profile.pupil.calledName)</h2>\(lines)</section>"
}
