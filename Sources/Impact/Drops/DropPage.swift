import Access
import AreaKit
import Basics
import Database
import Files
import Measures
import Pages
import People

let dropRoutes: [Route] = [
    .read(dropPath, .seeFigures) { visit, id in
        try await visit.read { try DropPage(visit, $0.drop(id, for: visit.viewer, on: visit.today), $0).answer() }
    },
]

/// One data drop: what is next, figures by group, pupils for those who may see them, and who signed.
struct DropPage {
    let visit: Visit
    let seen: SeenDrop
    /// What has been made of the actions, by number.
    private let actions: [ActionID: Action]
    /// The group that is looked at.
    let group: DropGroup
    var typed = FormValues()
    var problems = Problems()

    static let size = 30

    init(_ visit: Visit, _ seen: SeenDrop, _ reader: Reader) throws {
        (self.visit, self.seen) = (visit, seen)
        let ids = seen.readsPupils ? seen.answers.values.compactMap(\.action) : []
        actions = Dictionary(try reader.all(Action.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        let asked = visit.request.query.all("group").flatMap { $0.split(separator: "+").map(String.init) }.compactMap { DropTrait(key: $0) }
        // Whoever sees figures alone gets them by fixed groups, so that no child can be told from two questions.
        group = DropGroup(seen.seesAll ? asked.unique : [])
    }

    private var explains: Bool { seen.drop.state == .open && visit.person.decidesImpact(at: seen.school.id) }
    private var keeps: Bool { visit.person.decidesImpact(at: seen.school.id) }
    private var id: DataDropID { seen.drop.id }

    func answer(_ status: Int = 200) -> Answer {
        let title = "Data drop: \(seen.title)", write = FormWriter(typed, problems)
        let lead: HTML = "\(seen.school.name). \(seen.drop.group.label). Results up to \(seen.drop.asOf.inWords)."
        let body: HTML = """
            \(crumbs(("Impact", impactPath()), ("Data drops", dropsPath().at(seen.school.id, in: seen.drop.halfTerm.year))))\(saved)\(write.summary)\
            \(pageTitle(seen.title, lead: lead, actions: [printButton("Print")]))\(nextStep)\(expectation)\(DropFigures(seen: seen, group: group).html)\(pupils)\(DropSignatures(page: self, write: write).html)\(files)
            """
        return visit.page(status == 200 ? title : "Problem: \(title)", at: "impact", status: status, body)
    }

    private var saved: HTML {
        switch visit.request.query["saved"] {
        case "opened": notice("Opened. The scores that are there already stand below.")
        case "explained": notice("Saved what you said.")
        case "reviewers": notice("Saved who signs.")
        case "sent": notice("Sent. The figures stand still from now on, and the three see it on their Today page.")
        case "back": notice("Taken back. The figures follow the results again.")
        case "signed": notice("Signed. Thank you.")
        case "answered": notice("Saved the answer.")
        default: ""
        }
    }

    // What is next

    private var nextStep: HTML {
        let words: HTML = "\(outOfSight)<p><b>\(seen.drop.stateInWords(signed: seen.signed)).</b> Next: \(seen.stepInWords(for: visit.viewer))</p>"
        return card("What is next", id: "next", "\(words)\(nextAct)")
    }

    /// Somebody below whom whoever explains may not see, such as a child of their own family: without a number, which would tell of them.
    private var outOfSight: HTML {
        guard seen.unexplained.count > (explains ? seen.toExplain.count : 0), seen.readsWords(visit.viewer) else { return "" }
        switch seen.drop.state {
        case .open where explains: return notice("Somebody below is not in your sight: a child of your own family, for example. Ask the head or another SENCO to say why before you send it.", warns: true)
        case .open: return ""
        case .explained, .signed: return "<p class=\"hint\">Nothing is said of somebody below, whom the person who sent it may not see.</p>"
        }
    }

    private var nextAct: HTML {
        if let own = seen.seat(of: visit.viewer), own.signedOn == nil, seen.drop.state == .explained { return "<p class=\"actions no-print\"><a href=\"#sign\">Go to your signature</a></p>" }
        guard keeps else { return "" }
        let name = linkButton(seen.reviewers.isEmpty ? "Name the three" : "Change who signs", nameReviewersPath(id), aside: true)
        switch seen.step {
        case .explain: return "<p class=\"actions no-print\">\(linkButton("Explain who is below", explainDropPath(id)))\(name)</p>"
        case .nameReviewers: return "<p class=\"actions no-print\">\(linkButton("Name the three", nameReviewersPath(id)))</p>"
        case .send: return "<form class=\"no-print\" method=\"post\" action=\"\(sendDropPath(id))\"><p class=\"actions\"><button>Send it to the three</button>\(name)</p></form>"
        case .sign where seen.signed == 0: return "<form class=\"no-print\" method=\"post\" action=\"\(takeDropBackPath(id))\"><p class=\"actions\"><button class=\"second\">Take it back</button>\(name)</p></form>"
        case .sign, .enterScores: return "<p class=\"actions no-print\">\(name)</p>"
        case .answer, .done: return ""
        }
    }

    private var expectation: HTML {
        let list = expectationsPath().asking(["school": "\(seen.school.id)"])
        if seen.expectedInWords.isEmpty { return notice("Nobody has said what is expected on this scale, so nobody can be as expected or below. <a href=\"\(list)\">See what is expected</a>", warns: true) }
        return "<p>Expected: \(seen.expectedInWords). <a href=\"\(list)\">See what is expected</a></p>"
    }

    // Pupils

    private var shown: [DropPupil] {
        let order: [DropLine.Standing] = [.below, .missing, .unjudged, .expected, .above]
        return seen.pupils.filter { seen.names[$0.traits.pupil] != nil && group.holds($0.traits) }.sorted { a, b in
            (order.firstIndex(of: a.line.standing) ?? 0, seen.names[a.traits.pupil] ?? "") < (order.firstIndex(of: b.line.standing) ?? 0, seen.names[b.traits.pupil] ?? "")
        }
    }

    private var pupils: HTML {
        guard seen.readsPupils else { return "" }
        let all = shown, pages = max(1, (all.count + Self.size - 1) / Self.size), number = min(max(1, Int(visit.request.query["page"]) ?? 1), pages)
        let part = Array(all.dropFirst((number - 1) * Self.size).prefix(Self.size))
        visit.viewer.witness.saw(part.map(\.traits.pupil))
        if all.isEmpty { return card("Pupils", id: "pupils", "<p>No pupil of this group is in your sight.</p>") }
        let heads = [head("Pupil"), head("Before"), head("Now"), head("Expected"), head("Standing"), head("What is said and done")]
        let rows: [HTML] = part.map(row)
        return card(group.traits.isEmpty ? "Pupils" : "Pupils: \(group.called)", id: "pupils", """
            \(table("Pupils of this data drop", heads, rows))\(pager(number, of: pages, size: Self.size) { dropPath(id).asking(["group": group.key, "page": "\($0)"]).at("pupils") })
            """)
    }

    private func row(_ pupil: DropPupil) -> HTML {
        let line = pupil.line, who = pupil.traits.pupil, words = { (score: Score?) in score.map(seen.scale.words) ?? "–" }
        let status = [pupil.traits.year.label, pupil.traits.provision == "E" ? "EHC plan" : pupil.traits.provision == "K" ? "SEN support" : ""].filter { !$0.isEmpty }.joined(separator: ", ")
        return """
            <tr><th scope="row"><a class="name" href="\(pupilPath(who))">\(seen.names[who] ?? "")</a><br><span class="quiet">\(status)</span></th>\
            <td data-label="Before">\(words(line.baseline))\(since(pupil.baselineSince))</td><td data-label="Now">\(words(line.actual))\(since(pupil.actualSince))</td>\
            <td data-label="Expected">\(line.expected.map { seen.scale.words(of: Score($0)) } ?? "–")</td><td data-label="Standing">\(line.standing.tag)</td>\
            <td data-label="What is said and done">\(said(pupil))</td></tr>

            """
    }

    /// What was signed stays; what was put right afterwards stands beside it.
    private func since(_ result: TestResult?) -> HTML {
        guard let result else { return "" }
        let words = result.withdrawnOn == nil ? "Corrected since: \(seen.scale.words(of: result.score))" : "Withdrawn since"
        return "<br><span class=\"quiet\">\(words)</span>"
    }

    private func said(_ pupil: DropPupil) -> HTML {
        let who = pupil.traits.pupil, change = explains && pupil.line.standing == .below
        guard let answer = seen.answers[who] else {
            return change ? "<a class=\"no-print\" href=\"\(explainDropPath(id).asking(["pupil": "\(who)"]))\">Say why<span class=\"unseen\">: \(seen.names[who] ?? "")</span></a>" : "–"
        }
        let more = answer.words.isEmpty ? "" : ": \(answer.words)"
        let action: HTML = answer.action.flatMap { actions[$0] }.map { "<br>To do: \($0.what) <span class=\"quiet\">\($0.inWords)</span>" } ?? ""
        let again: HTML = change ? " <a class=\"no-print\" href=\"\(explainDropPath(id).asking(["pupil": "\(who)"]))\">Change<span class=\"unseen\"> what is said of \(seen.names[who] ?? "")</span></a>" : ""
        return "\(answer.reason.label)\(more)<br><span class=\"quiet\">Also looked at: \(answer.otherMeasure)</span>\(action)\(again)"
    }

    private var files: HTML {
        guard seen.seesAll, visit.person.may(.exportRegister, at: seen.school.id) else { return "" }
        let links: [HTML] = dropFormats.map { "<li><a href=\"\(dropFilePath(id).asking(["format": $0.rawValue]))\" download>\($0.rawValue.uppercased())<span class=\"unseen\">: this data drop as a file</span></a></li>" }
        return "<nav class=\"no-print\" aria-label=\"As a file\"><ul class=\"jump\"><li>Take it along:</li>\(links)</ul></nav>"
    }
}

extension DropLine.Standing {
    /// In words and with a frame, not by colour alone.
    var tag: HTML {
        switch self {
        case .below: "<span class=\"tag tag-warn\">\(label)</span>"
        default: "\(label)"
        }
    }
}
