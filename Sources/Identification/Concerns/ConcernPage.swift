import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One concern: what was seen, what colleagues say, what was decided.
public let concernPath = PagePath<PupilID, RowID>("/pupils/*/concerns/*")

/// - Parameter starts: what may be begun from a concern in other areas.
func concernRoutes(_ starts: [Start]) -> [Route] {
    [
        .read(concernPath, .raiseConcern) { visit, pupil, row in
            try await visit.read { reader in
                let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today)
                let concern = try reader.concern(row, of: pupil, for: visit.viewer, on: visit.today)
                let powers = try reader.powers(of: visit.person, over: pupil, on: visit.today)
                let sheet = ConcernSheet(visit: visit, record: record, concern: concern, powers: powers, rounds: try reader.rounds(of: concern.concern.id),
                                         promises: try reader.promises(of: concern, for: visit.viewer, on: visit.today), isTold: try reader.isTold(pupil))
                return concernPage(sheet, starts.filter { $0.origins.contains(.concern) && powers.contains($0.needs) })
            }
        },
    ]
}

/// What the page is made from.
struct ConcernSheet: Sendable {
    let visit: Visit
    let record: PupilRecord
    let concern: ConcernRecord
    /// What the viewer may do about this pupil.
    let powers: Set<Permission>
    let rounds: [ColleagueRound]
    /// What its decisions left to be done, as far as the viewer may know.
    let promises: [Action]
    /// Whether somebody has written down that the family knows of SEN support.
    let isTold: Bool

    var pupil: Pupil { record.pupil }
    var decides: Bool { powers.contains(.changeRegister) && !concern.isClosed }
}

private func concernPage(_ sheet: ConcernSheet, _ starts: [Start]) -> Answer {
    let pupil = sheet.pupil, concern = sheet.concern.concern
    let status = sheet.record.register.provision(on: sheet.visit.today)?.provision
    let links: [HTML] = starts.map { linkButton($0.words, $0.address(pupil.id, .concern, concern.row), aside: true) }
    let isDecided = sheet.concern.latest != nil
    return sheet.visit.page("Concern about \(pupil.name)", at: "concerns", """
        \(crumbs(("Concerns", concernsPath()), (pupil.name, pupilPath(pupil.id))))\(savedNotice(sheet))\
        \(pageTitle("Concern about \(pupil.calledName)", lead: "\(pupil.fullCalledName) \(statusTag(status)) · raised by \(concern.raisedBy) on \(concern.raisedOn.inWords)", actions: isDecided ? [] : links))\
        <div class="columns"><aside>\(isDecided ? nextCard(sheet, links) : "")\(decideCard(sheet))</aside><div>\(card("What was seen", id: "seen", facts(concernFacts(concern))))\
        \(decisionsCard(sheet))\(promisesCard(sheet))\(roundCards(sheet))</div></div>
        """)
}

private func savedNotice(_ sheet: ConcernSheet) -> HTML {
    switch sheet.visit.request.query["saved"] {
    case "raised": notice("Sent. The SENCO decides by \(sheet.concern.concern.decideBy.inWords). You see here what comes of it.")
    case "decided": notice("Saved. \(sheet.concern.latest?.inWords ?? "")")
    case "asked": notice("Your colleagues are asked. They find it under Today.")
    case "answered": notice("Thank you. The SENCO can read your answer.")
    case "reminded": notice("Reminded. It stands at the top of their Today. No letter went out: you can send them the link below.")
    case "mailed": notice("Reminded. It stands at the top of their Today, and a letter is on its way to them.")
    case "action": notice("Saved. It is done.")
    default: ""
    }
}

/// A concern as facts, each with its name.
func concernFacts(_ concern: Concern) -> [(String, HTML)] {
    let list: [(String, String)] = [
        ("About", concern.areaLabels.joined(separator: "; ")), ("What was seen", concern.seen), ("Since", concern.since), ("Tried", concern.tried),
        ("How it went", concern.howItWent), ("Does the family know?", concern.familyTold.label), ("What the family said", concern.familySaid),
    ]
    return list.filter { !$0.1.isEmpty }.map { ($0.0, "\($0.1)") }
}

private func decisionsCard(_ sheet: ConcernSheet) -> HTML {
    let concern = sheet.concern, today = sheet.visit.today
    let late: HTML = concern.due.map { $0 < today } ?? false ? " <span class=\"tag tag-warn\">This day has passed</span>" : ""
    if concern.decisions.isEmpty { return card("Decision", id: "decisions", "<p>Not decided yet. Decide by \(concern.concern.decideBy.inWords).\(late)</p>") }
    let items: [HTML] = concern.decisions.reversed().enumerated().map { place, decision in
        "<li class=\"\(place == 0 ? "milestone" : "step")\"><time datetime=\"\(decision.decidedOn.description)\">\(decision.decidedOn.inWords)</time><p><b>\(decision.inWords)</b>\(place == 0 ? late : "")</p>\(facts(decisionFacts(decision)))</li>"
    }
    return card("Decisions", id: "decisions", "<ol class=\"timeline\">\(items)</ol>")
}

private func decisionFacts(_ decision: ConcernDecision) -> [(String, HTML)] {
    let list: [(String, String)] = [
        ("Why", decision.reason), ("What the school does", decision.doing), ("The family’s words", decision.familyWords),
        ("Said on", decision.familyOn?.inWords ?? ""), ("Decided by", decision.decidedBy),
    ]
    return list.filter { !$0.1.isEmpty }.map { ($0.0, "\($0.1)") }
}

/// Where the decision leads: what is begun elsewhere, and what is still to be said.
private func nextCard(_ sheet: ConcernSheet, _ starts: [HTML]) -> HTML {
    var links = starts
    if sheet.concern.latest?.outcome == .register, sheet.powers.contains(.changeRegister), !sheet.isTold {
        links.append(linkButton("Say when the family was told", tellFamilyPath(sheet.pupil.id), aside: true))
    }
    return links.isEmpty ? "" : card("What comes next", id: "next", printed: false, "<p class=\"actions\">\(links.joined(" "))</p>")
}

/// What decisions left to be done, each with who and by when.
private func promisesCard(_ sheet: ConcernSheet) -> HTML {
    if sheet.promises.isEmpty { return "" }
    let back = concernPath(sheet.pupil.id, sheet.concern.concern.row)
    let items: [HTML] = sheet.promises.map { actionItem(ActionLine(action: $0), sheet.visit.today, back: back) }
    return card("To do", id: "to-do", "<ul class=\"findings\">\(items)</ul>")
}

private func decideCard(_ sheet: ConcernSheet) -> HTML {
    let concern = sheet.concern.concern
    if sheet.concern.isClosed { return card("Closed", "<p>This concern is closed. If something new worries you, raise a new one.</p><p class=\"actions\">\(linkButton("Raise a new concern", raiseConcernPath(concern.pupil), aside: true))</p>") }
    guard sheet.decides else { return card("What happens next", "<p>The SENCO decides by \(concern.decideBy.inWords). You see the decision here.</p>") }
    let path = decideConcernPath(concern.pupil, concern.row)
    let items: [HTML] = ConcernOutcome.allCases.map { outcome in
        "<li><a href=\"\(path.asking(["outcome": outcome.rawValue]))\">\(outcome.label)</a><br><span class=\"quiet\">\(outcome.hint)</span></li>"
    }
    return card("Decide", id: "decide", printed: false, """
        <p class="actions">\(linkButton("Ask colleagues first", askColleaguesPath(concern.pupil, concern.row), aside: true))</p>\
        <ul class="plain tall">\(items)</ul>
        """)
}
