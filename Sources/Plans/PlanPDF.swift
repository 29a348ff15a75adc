import Access
import AreaKit
import Basics
import Pages
import People

// A plan and a profile as PDF: to send to a family, to keep, to hand to another school.

let planPDFPath = PagePath<PlanID>("/plans/*/pdf")
let profilePDFPath = PagePath<PupilID>("/pupils/*/profile/pdf")

let planPDFRoutes: [Route] = [
    .read(planPDFPath, .seePlans) { visit, id in
        let body = try await visit.read { reader in
            let seen = try reader.plan(id, for: visit.viewer, on: visit.today)
            // What came as a file is a file already.
            if seen.plan.paper != nil { throw NotFound() }
            return planPrint(seen, try reader.layers(of: seen.plan.pupil), visit.today)
        }
        return try await visit.pdf("Plan", body, file: "plan-\(id).pdf", at: "plans", back: ("Go back to the plan", planPath(id)))
    },
    .read(profilePDFPath, .seePupils) { visit, pupil in
        let body = try await visit.read { reader in
            guard let profile = try reader.profile(of: pupil, for: visit.viewer, on: visit.today) else { throw NotFound() }
            return profilePrint(profile)
        }
        return try await visit.pdf("How to help", body, file: "profile-\(pupil).pdf", at: "pupils", back: ("Go back to the profile", profilePath(pupil)))
    },
]

private func planPrint(_ seen: SeenPlan, _ layers: [LayerSpell], _ today: Day) -> HTML {
    let whole = seen.whole, plan = seen.plan
    return """
        <h1>\(plan.title)</h1><p>\(seen.pupil.name) · \(daysInWords(plan))</p>\(partCards(whole, whole.kind.parts.map(\.part)))\(reviewCard(whole))\(answerCard(whole))\(layerCard(layers, today))\
        <p class="quiet">Made on \(today.inWords). It holds facts about a child: keep it safe.</p>
        """
}

/// The same as the page, on one side of A4: in two columns, and in smaller letters where there is more of it.
private func profilePrint(_ profile: PlanProfile) -> HTML {
    """
    \(profile.length > PlanProfile.mostInUsualLetters ? smallLetters : usualLetters)<h1>How to help \(profile.pupil.calledName)</h1><p>\(profile.pupil.name) · \(profile.place)</p>\
    \(emergencies(profile))<div class="profile">\(profileCards(profile))</div>\(reviewWords(profile))
    """
}

private let usualLetters: HTML = """
    <style>@page { margin: 13mm 15mm !important; } body { font-size: 10pt !important; line-height: 1.3 !important; } .profile { columns: 2; column-gap: 8mm; } p, ul, h2 { margin: 0 0 3pt !important; } \
    ul { padding-left: 12pt; } .emergency { border: 1.5pt solid #000; padding: 5pt; margin-bottom: 6pt; }</style>
    """

private let smallLetters: HTML = """
    \(usualLetters)<style>body { font-size: 8.5pt !important; line-height: 1.2 !important; } h1 { font-size: 13pt !important; margin: 0; } h2 { font-size: 9.5pt !important; }</style>
    """
