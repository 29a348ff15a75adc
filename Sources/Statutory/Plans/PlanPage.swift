import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People
import Provision

/// A pupil’s EHC plan: its facts, its versions, what is owed and short, and what may be done.
let planPageRoutes: [Route] = [
    .read(ehcPlanPath, .seeRecord) { visit, pupil in try await visit.read { try page(visit, $0, pupil) } },
]

private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID) throws -> Answer {
    let record = try reader.pupilRecord(id, for: visit.viewer, on: visit.today), pupil = record.pupil
    let held = try reader.ehcPlan(of: id, for: visit.viewer, on: visit.today), ended = try reader.endedPlans(of: id, for: visit.viewer, on: visit.today)
    let powers = try reader.powers(of: visit.person, over: id, on: visit.today), writes = powers.contains(.changeRegister)
    let body: HTML = try held.map { try whole(visit, reader, record, $0, powers) } ?? none(pupil, record.isOnRegisterWithPlan(on: visit.today), writes)
    let past: [HTML] = ended.map { plan in "<li>Until \(plan.end?.on.inWords ?? ""): \(plan.end?.reason.label ?? "")\(plan.end?.words.isEmpty ?? true ? "" : ". “\(plan.end?.words ?? "")”")</li>" }
    return visit.page("EHC plan of \(pupil.name)", at: "ehc", """
        \(crumbs(("EHC plans", ehcPlansPath()), (pupil.name, pupilPath(id))))\(planSaved(visit))\(pageTitle("EHC plan of \(pupil.calledName)", lead: "\(pupil.fullCalledName)", actions: [printButton("Print this page")]))\
        \(body)\(past.isEmpty ? "" : card("Plans that ended", id: "ended", "<ul>\(past)</ul>"))
        """)
}

func planSaved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "": ""
    case "version": notice("The version is added. Write its sections and the lines of section F next.")
    case "ended": notice("The plan has ended. If the register still says E, change the SEN status, too.")
    case "counted": notice("Saved. Sessions that are logged count for this line from now on.")
    default: notice("Saved.")
    }
}

private func none(_ pupil: Pupil, _ isRegistered: Bool, _ writes: Bool) -> HTML {
    let said: HTML = isRegistered ? "<p><span class=\"tag tag-warn\">E on the register</span> The register says that \(pupil.calledName) has an EHC plan, and none is written down here.</p>" : "<p>\(pupil.calledName) has no EHC plan here.</p>"
    return card("No plan", id: "plan", said + (writes ? "<p class=\"actions\">\(linkButton("Add the plan", keepPlanPath(pupil.id)))</p>" : ""))
}

private func whole(_ visit: Visit, _ reader: Reader, _ record: PupilRecord, _ held: HeldPlan, _ powers: Set<Permission>) throws -> HTML {
    let pupil = record.pupil, plan = held.plan, days = try reader.daysToReview(pupil.id)
    let begin: HTML = powers.contains(.changeRegister) ? "<p class=\"actions no-print\">\(linkButton("Begin the review", startReviewPath(pupil.id)))</p>" : ""
    let unreviewed: HTML = try reader.isReviewToBegin(days, on: visit.today) ? "\(notice("The next review is to be complete by \(days?.dueOn?.inWords ?? ""), and nobody has begun it.", warns: true))\(begin)" : ""
    let unregistered: HTML = record.isOnRegisterWithPlan(on: visit.today) || plan.finalOn == nil ? "" : notice("The register does not say E for \(pupil.calledName) today. One of the two is wrong: check the SEN status.", warns: true)
    let undated: HTML = plan.finalOn == nil && held.versions.isEmpty ? notice("Nobody has written down the day of the final plan.", warns: true) : ""
    let paper = try plan.paper.flatMap { id in try reader.papers(of: pupil.id, for: visit.viewer, on: visit.today).first { $0.id == id && !$0.isWithdrawn } }
    let line: [(String, HTML)] = [
        ("LA", "\(try reader.knownCouncils().words(plan.council))"), ("Officer", "\(plan.officer)"), ("Final plan", "\(plan.finalOn?.inWords ?? "")"), ("Last review meeting", "\(plan.metOn?.inWords ?? "")"),
        ("Last decision", "\(plan.decidedOn?.inWords ?? "")"), ("Next review", days?.dueOn.map { "complete by \($0.inWords), so its meeting by \(($0 - 28).inWords)" } ?? ""), ("Placement", plan.placement == .unsaid ? "" : "\(plan.placement.label)"), ("Section I names", "\(plan.setting)"), ("Funding band", "\(plan.band)"),
        ("Top-up", "\(plan.topUp?.words ?? "")"), ("Personal budget", plan.hasBudget ? "\(plan.budget.map { "\($0) a year" } ?? "Yes")" : "No"),
        ("Paper", paper.map { "<a href=\"\(paperFilePath(pupil.id, $0.id))\">\($0.title)</a>" } ?? ""),
    ]
    return """
        \(unregistered)\(undated)\(unreviewed)<div class="columns"><aside>\(powers.contains(.changeRegister) ? doCard(pupil.id, held) : "")\(versionsCard(pupil.id, held))</aside><div>\
        \(card("The plan", id: "plan", facts(line.filter { !$0.1.isEmpty })))\(try dutiesCard(reader, visit, plan))\(try shortCard(visit, reader, pupil, held))</div></div>
        """
}

private func doCard(_ pupil: PupilID, _ held: HeldPlan) -> HTML {
    card("What you can do", id: "do", printed: false, """
        <p class="actions">\(linkButton("Change the plan", keepPlanPath(pupil), aside: true))</p><p class="actions">\(linkButton("Add a version", addVersionPath(pupil), aside: true))</p>\
        <ul class="plain tall"><li><a href="\(transferPlanPath(pupil))">The pupil moves to another council’s area</a></li><li><a href="\(endPlanPath(pupil))">End the plan</a></li></ul>
        """)
}

private func versionsCard(_ pupil: PupilID, _ held: HeldPlan) -> HTML {
    let items: [HTML] = held.versions.map { version in
        "<li><a href=\"\(planVersionPath(pupil, version.id))\">\(version.name)</a>\(version.id == held.inForce?.id ? " <span class=\"tag tag-good\">In force</span>" : "")</li>"
    }
    return card("By section", id: "versions", items.isEmpty ? "<p>No words of it are here yet. Add a version to keep it section by section, and section F line by line.</p>" : "<ul class=\"plain tall\">\(items)</ul>")
}

/// What section F owes and was not given, in the version in force.
private func shortCard(_ visit: Visit, _ reader: Reader, _ pupil: Pupil, _ held: HeldPlan) throws -> HTML {
    guard let version = held.inForce, let whole = try reader.whole([version]).first, !whole.lines.isEmpty else { return "" }
    let minutes = try reader.sectionFMinutes(whole.lines, of: pupil.id, for: visit.person, on: visit.today)
    let uncounted = whole.lines.count { $0.owedLine == nil }, vague = whole.lines.count { !VagueWording.found(in: $0).isEmpty }
    let alerts: [HTML] = whole.lines.flatMap { line in minutes.alerts(of: line).map { "<li><b>\(line.words.prefix(80).description)</b>: \($0.alert.offered) of \(count($0.alert.owed, "minute")) in the week of \($0.alert.from.inWords), not made up.</li>" } }
    let rows: [(String, HTML)] = [("Lines", "\(whole.lines.count)"), ("Not joined to provision", "\(uncounted)"), ("With something left open", "\(vague)")]
    let note: HTML = alerts.isEmpty ? "" : "<p class=\"actions no-print\">\(linkButton("Draft a note to the council", deliveryNotePath(pupil.id)))</p>"
    return card("Section F", id: "section-f", "\(facts(rows))\(alerts.isEmpty ? "<p>Nothing that is counted is short.</p>" : "<p><span class=\"tag tag-warn\">Short</span> The SENCO and the head find this in the safety net, too.</p><ul>\(alerts)</ul>")\(note)<p><a href=\"\(planVersionPath(pupil.id, version.id).at("f"))\">See section F line by line</a></p>")
}
