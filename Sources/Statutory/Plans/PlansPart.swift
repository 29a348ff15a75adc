import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// EHC plans: written down in a form, a grid or from a file; section by section; what section F comes to; moves and ends.
let plansPart = AreaPart(
    migrations: [Migration(603, "ehc_plans", PackageResources._603_plans_sql)],
    routes: planPages + versionPages, apiRoutes: ehcAPI,
    words: planWords, sections: [planSection], timelines: [planTimeline], safetyRules: planSafetyRules,
    // What points to another row stands behind it: whatever is disposed of goes from the last to the first.
    sources: [
        .ofPupil("EHC plans", EHCPlan.self, keep: .send, words: planFact), .ofPupil("Versions of EHC plans", PlanVersion.self, keep: .send, words: planFact),
        .ofPupil("Sections of EHC plans", SectionText.self, keep: .send), .ofPupil("Outcomes of EHC plans", PlanOutcome.self, keep: .send), .ofPupil("Lines of section F", SectionFLine.self, keep: .send),
    ],
    chapters: [plansChapter],
    freeTexts: [
        FreeTexts((column: "end_words", text: \EHCPlan.endWords)), FreeTexts((column: "note", text: \PlanVersion.note)), FreeTexts((column: "words", text: \SectionText.words)),
        FreeTexts((column: "words", text: \PlanOutcome.words)), FreeTexts((column: "words", text: \SectionFLine.words)),
    ],
    menu: { viewer in viewer.inStaffParts.may(.seeRecord) ? [MenuEntry("EHC plans", ehcPlansPath(), place: "ehc", order: 23)] : [] })

private let planPages: [Route] = plansRoutes + planGridRoutes + planFileRoutes + phaseTransferRoutes + planPageRoutes + deliveryNoteRoutes
    + keepPlan.routes(keepPlanPath) + endPlan.routes(endPlanPath) + transferPlan.routes(transferPlanPath)

private let versionPages: [Route] = addVersion.routes(addVersionPath) + versionRoutes + keepSections.routes(keepSectionsPath) + addLines.routes(addLinesPath)
    + changeLine.routes(changeLinePath) + countLine.routes(countLinePath) + removeLine.routes(removeLinePath)

private let planWords: [String: String] = [
    "/api/v1/ehc-plans": "EHC plans, for a program", "/api/v1/ehc-requests": "Requests for an assessment, for a program", "/api/v1/pupils/*/ehc-plan": "An EHC plan, for a program",
    "/ehc": "The list of EHC plans", "/ehc/transfers": "The list of who changes phase", "/pupils/*/ehc": "The EHC plan", "/pupils/*/ehc/note": "A note to the council about section F",
    "/pupils/*/ehc/versions/*": "A version of the EHC plan", "/pupils/*/ehc/versions/*/compare": "Two versions of the EHC plan",
].merging(formWords([
    "/ehc/grid": "Enter many EHC plans", "/ehc/grid/paste": "Enter many EHC plans", "/ehc/file": "Read EHC plans from a file", "/ehc/files/*": "Read EHC plans from a file",
    "/ehc/files/*/apply": "Read EHC plans from a file", "/ehc/files/*/drop": "Read EHC plans from a file",
    "/pupils/*/ehc/keep": "Keep the EHC plan", "/pupils/*/ehc/end": "End the EHC plan", "/pupils/*/ehc/transfer": "Hand the EHC plan to another council",
    "/pupils/*/ehc/versions/add": "Add a version of the EHC plan", "/pupils/*/ehc/versions/*/sections": "Write the sections", "/pupils/*/ehc/versions/*/lines": "Add lines of section F",
    "/pupils/*/ehc/lines/*/change": "Say what a line of section F comes to", "/pupils/*/ehc/lines/*/count": "Count the minutes of a line", "/pupils/*/ehc/lines/*/remove": "Take a line out of section F",
])) { $1 }

/// On a pupil's page: whether there is a plan, its days and what is next.
private let planSection = PupilSection(order: 32, needs: .seeRecord) { reader, person, pupil, day in
    let viewer = person.inStaffParts
    guard try reader.powers(of: viewer, over: pupil, on: day).contains(.seeRecord), let held = try reader.ehcPlan(of: pupil, for: viewer, on: day) else { return "" }
    let next = try reader.duties(of: held.plan.matter).first(where: \.isOpen)
    let due: HTML = next.map { "<p>Next: \($0.owner.label), by \($0.dueOn.inWords): \($0.what).</p>" } ?? ""
    let days = [held.plan.finalOn.map { "final plan of \($0.inWords)" } ?? "no final plan yet", held.plan.metOn.map { "last review meeting \($0.inWords)" }].compactMap(\.self).joined(separator: ", ")
    return card("EHC plan", id: "ehc", "<p><a href=\"\(ehcPlanPath(pupil))\">See the EHC plan</a>: \(days).</p>\(due)")
}

/// The versions of a plan and its end in a pupil's history.
@Sendable private func planTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let versions = try reader.all(PlanVersion.self, "WHERE pupil_id = \(pupil) ORDER BY dated_on"), plans = try reader.all(EHCPlan.self, "WHERE pupil_id = \(pupil)")
    let alone = plans.filter { plan in !versions.contains { $0.plan == plan.id && $0.datedOn == plan.finalOn } }.compactMap { plan in plan.finalOn.map { TimelineEvent($0, "EHC plan: final plan.", isMilestone: true) } }
    return alone + versions.map { TimelineEvent($0.datedOn, "EHC plan: \($0.kind.label.prefix(1).lowercased() + $0.kind.label.dropFirst()).", isMilestone: $0.kind.isInForce) }
        + plans.compactMap { plan in plan.end.map { TimelineEvent($0.on, "EHC plan ended: \($0.reason.label).", detail: $0.words, isMilestone: true) } }
}

/// Codes in words.
let planFact: FactWords = { reader, table, column, value in
    if ["top_up", "budget"].contains(column), case .integer(let pence) = value { return SubjectRow.Fact(column == "budget" ? "Personal budget" : "Top-up", "\(Pence(pence))") }
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "kind": PlanVersion.Kind(rawValue: text)?.label
    case "placement": text.isEmpty ? "" : EHCPlan.Placement(rawValue: text)?.label
    case "end_reason": EHCPlan.EndReason(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
