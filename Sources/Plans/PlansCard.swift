import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The plans of a pupil on the pupil's page, or the way to the profile for those who help in class.
let plansSection = PupilSection(order: 2, needs: .seePupils) { reader, viewer, pupil, day in
    let powers = try reader.powers(of: viewer, over: pupil, on: day)
    if powers.contains(.seePlans) { return plansCard(try reader.plans(of: pupil, for: viewer, on: day), pupil, powers, day) }
    guard try reader.profile(of: pupil, for: viewer, on: day) != nil else { return "" }
    return card("How to help on one page", id: "plans", "<p class=\"actions\">\(linkButton("See the one-page profile", profilePath(pupil)))</p>")
}

private func plansCard(_ plans: [Plan], _ pupil: PupilID, _ powers: Set<Permission>, _ day: Day) -> HTML {
    let open: [HTML] = plans.filter(\.isOpen).map { line($0, day) }, closed: [HTML] = plans.filter { !$0.isOpen }.map { line($0, day) }
    let list: HTML = open.isEmpty ? "<p>There is none now.</p>" : "<ul class=\"plain\">\(open)</ul>"
    let past: HTML = closed.isEmpty ? "" : "<details><summary>Plans of the past</summary><ul class=\"plain\">\(closed)</ul></details>"
    let begin: HTML = powers.contains(.workOnPlans) ? linkButton("Begin a plan", startPlanPath(pupil)) : ""
    let profile: HTML = plans.contains(where: \.isInForce) ? "<a href=\"\(profilePath(pupil))\">See the one-page profile</a>" : ""
    return card("Plans", id: "plans", "\(list)\(past)<p class=\"actions no-print\">\(begin) \(profile)</p>")
}

private func line(_ plan: Plan, _ day: Day) -> HTML {
    """
    <li>\(stateTag(plan, on: day)) <a href="\(planPath(plan.id))">\(plan.title)\(plan.isAmendment ? ", amended" : "")<span class="unseen">, plan \(plan.id.rawValue)</span></a> \
    <span class="quiet">\(daysInWords(plan))</span></li>
    """
}

/// What happened to a pupil's plans since they were shared. Whoever asks has the whole record in sight.
@Sendable func plansTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let plans = viewer.may(.seePlans) ? try reader.plans(of: pupil) : []
    if plans.isEmpty { return [] }
    let reviews = Dictionary(try reader.all(PlanReview.self, "WHERE plan_id IN \(plans.map(\.id))").map { ($0.plan, $0) }) { $1 }
    return plans.flatMap { plan -> [TimelineEvent] in
        var events: [TimelineEvent] = []
        if let shared = plan.sharedOn { events.append(TimelineEvent(shared, "\(plan.title): shared with the family.")) }
        if let starts = plan.starts { events.append(TimelineEvent(starts, "\(plan.title)\(plan.isAmendment ? ", amended" : "") is live.", isMilestone: true)) }
        if let review = reviews[plan.id] { events.append(TimelineEvent(review.heldOn, "\(plan.title) was reviewed: \(review.decision.label).", detail: review.because)) }
        if let ends = plan.ends, !plan.because.isEmpty { events.append(TimelineEvent(ends, "\(plan.title) was closed.", detail: plan.because)) }
        return events
    }
}
