import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// All that waits for the data protection officer.
let privacyPath = PagePath< >("/privacy")

let privacyRoutes: [Route] = [
    .read(privacyPath, .protectData) { visit in
        try await visit.read { reader in
            let desk = try OfficerDesk(visit.viewer, visit.today, reader)
            let missing: HTML = visit.request.query.has("notfound") ? notice("No pupil here has this UPN. It is one letter and twelve more signs.", warns: true) : ""
            return visit.page("Data protection", at: "privacy", """
                \(missing)\(pageTitle("Data protection", lead: "Copies, corrections, how long records are kept, and how they end."))\(tiles(desk.tiles))\
                <div class="columns"><aside>\(newCard)\(findCard)</aside><div>\(desk.requestsCard)\(desk.complaintsCard)\(desk.correctionsCard)\(desk.dueCard)\(desk.holdsCard)\(desk.disposalsCard)</div></div>
                """)
        }
    },
]

private let newCard = card("Something new", """
    <p class="actions">\(linkButton("Somebody asks for a copy", receiveRequestPath())) \(linkButton("Somebody says it is wrong", askCorrectionPath(), aside: true)) \
    \(linkButton("Somebody complains", receiveComplaintPath(), aside: true)) \(linkButton("Restrict a record", restrictPath(), aside: true)) \
    \(linkButton("Hold a record back", placeHoldPath(), aside: true)) \(linkButton("A file was sent on", sendFilePath(), aside: true))</p>
    """)

private let findCard = card("One pupil", """
    <form method="get" action="\(findPupilPath())">\(FormWriter(FormValues()).text("upn", "UPN", hint: "One letter and twelve more signs."))<p class="actions"><button>Find the pupil</button></p></form>\
    <p class="actions"><a href="\(retentionPath())">How long records are kept</a></p>
    """)

/// What lies on the desk today.
struct OfficerDesk: Sendable {
    let requests: [(request: CopyRequest, pauses: [RequestPause], about: String)]
    let complaints: [DataComplaint]
    let corrections: [CorrectionRequest]
    let holds: [LegalHold], restrictions: [Restriction]
    let disposals: [Disposal]
    let due: [(rule: RetentionRule, number: Int)]
    let sights: DueSights?
    let names: [PupilID: String]
    let today: Day

    init(_ viewer: Viewer, _ today: Day, _ reader: Reader) throws {
        requests = try reader.rows(CopyRequest.self, for: viewer, "WHERE outcome = 'open' OR id IN (SELECT r.request_id FROM released_copy r JOIN copy_text t ON t.copy_id = r.id) ORDER BY received_on, id")
            .map { ($0, try reader.pauses(of: $0.id), try reader.about($0, for: viewer)) }
        complaints = try reader.rows(DataComplaint.self, for: viewer, "WHERE closed_on IS NULL ORDER BY received_on, id")
        corrections = try reader.rows(CorrectionRequest.self, for: viewer, "WHERE outcome = 'open' ORDER BY received_on, id")
        holds = try reader.rows(LegalHold.self, for: viewer, "WHERE ends IS NULL ORDER BY starts, id")
        restrictions = try reader.rows(Restriction.self, for: viewer, "WHERE ends IS NULL ORDER BY starts, id")
        disposals = try reader.rows(Disposal.self, for: viewer, "WHERE withdrawn_on IS NULL ORDER BY id DESC LIMIT 10")
        due = try [RecordClass.send, .pupilFile, .request].compactMap { record in
            guard let rule = try reader.retention(of: record) else { return nil }
            return (rule, try reader.dueRecords(rule, for: viewer, on: today).count)
        }
        sights = try reader.dueSights(on: today)
        names = try reader.names(of: holds.map(\.pupil) + restrictions.map(\.pupil) + corrections.map(\.pupil), for: viewer)
        self.today = today
    }

    var tiles: [Tile] {
        let open = requests.filter(\.request.isOpen)
        let late = open.contains { ($0.request.clock($0.pauses).due).map { $0 < today } ?? false }
        return [
            Tile(open.count, "Copies asked for", warns: late),
            Tile(complaints.count, "Complaints", warns: complaints.contains { $0.acknowledgedOn == nil && $0.acknowledgeBy < today }),
            Tile(corrections.count, "Corrections asked for"), Tile(due.map(\.number).reduce(0, +), "Records kept long enough"),
            Tile(holds.count, "Held back"), Tile(restrictions.count, "Restricted"),
        ]
    }
}

extension OfficerDesk {
    var requestsCard: HTML {
        list("Copies asked for", "Nobody waits for a copy.", requests.map { one in
            "<li class=\"finding\"><p><b>\(one.about)</b>, asked by \(one.request.askedBy)<br>\(dueWords(one.request, one.pauses, today))</p><p class=\"actions\"><a href=\"\(requestPath(one.request.id))\">Open<span class=\"unseen\"> the request about \(one.about)</span></a></p></li>"
        })
    }

    var complaintsCard: HTML {
        list("Complaints about data", "", complaints.map { complaint in
            let next: HTML = complaint.acknowledgedOn == nil
                ? "<a href=\"\(acknowledgeComplaintPath(complaint.id))\">Say that you have it</a>" : "<a href=\"\(answerComplaintPath(complaint.id))\">Answer it</a>"
            let when: HTML = complaint.acknowledgedOn.map { "told on \($0.inWords)" } ?? "tell them by \(complaint.acknowledgeBy.inWords)"
            return "<li class=\"finding\"><p>\(complaint.madeBy): “\(complaint.about)” <span class=\"quiet\">\(when)</span></p><p class=\"actions\">\(next)</p></li>"
        })
    }

    var correctionsCard: HTML {
        list("Somebody says that something is wrong", "", corrections.map { request in
            "<li class=\"finding\"><p><b>\(names[request.pupil])</b>: “\(request.what)” <span class=\"quiet\">answer by \(request.due.map(\.inWords))</span></p><p class=\"actions\"><a href=\"\(decideCorrectionPath(request.id))\">Decide</a></p></li>"
        })
    }

    var dueCard: HTML {
        let looks: [HTML] = sights.map { ["<li class=\"finding\"><p>\(RecordClass.sight.label): all before \($0.before.inWords)</p><p class=\"actions\"><a href=\"\(dueSightsPath())\">Look at them<span class=\"unseen\">: \(RecordClass.sight.label)</span></a></p></li>"] } ?? []
        return list("Kept long enough", "Nothing is due.", due.filter { $0.number > 0 }.map { rule, number in
            "<li class=\"finding\"><p>\(rule.record.label): \(count(number, "pupil"))</p><p class=\"actions\"><a href=\"\(dueRecordsPath(rule.record.rawValue))\">Look at them<span class=\"unseen\">: \(rule.record.label)</span></a></p></li>"
        } + looks)
    }

    var holdsCard: HTML {
        let held: [HTML] = holds.map { hold in
            "<li class=\"finding\"><p><b>\(names[hold.pupil])</b> held back \(hold.spell.inWords): “\(hold.reason)”</p><p class=\"actions\"><a href=\"\(liftHoldPath(hold.id))\">Lift the hold</a></p></li>"
        }
        let restricted: [HTML] = restrictions.map { one in
            "<li class=\"finding\"><p><b>\(names[one.pupil])</b> restricted \(one.spell.inWords): “\(one.reason)”</p><p class=\"actions\"><a href=\"\(liftRestrictionPath(one.id))\">End the restriction</a></p></li>"
        }
        return list("Held back and restricted", "", held + restricted)
    }

    var disposalsCard: HTML {
        list("Disposals", "", disposals.map { disposal in
            let state = disposal.releasedAt.map { "carried out \($0.dayInEngland.inWords)" } ?? "waits for a second person"
            return "<li class=\"finding\"><p>\(disposal.record.label), approved on \(disposal.approvedOn.inWords), \(state)</p><p class=\"actions\"><a href=\"\(disposalPath(disposal.id))\">\(disposal.waits ? "Look at it" : "See the certificate")<span class=\"unseen\">, number \(disposal.id.rawValue)</span></a></p></li>"
        })
    }

    /// A card with a list; without words for an empty one there is no card.
    private func list(_ title: String, _ none: HTML, _ items: [HTML]) -> HTML {
        if items.isEmpty { return none.isEmpty ? "" : card(title, "<p>\(none)</p>") }
        return card(title, "<ul class=\"findings\">\(items)</ul>")
    }
}
