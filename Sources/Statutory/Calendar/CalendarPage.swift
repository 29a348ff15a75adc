import Access
import AreaKit
import Basics
import Database
import Files
import Pages

/// One's own calendar of what is due: a secret link that any calendar program reads.
let myCalendarPath = PagePath< >("/me/calendar")
let endCalendarPath = PagePath< >("/me/calendar/end")
let calendarFeedPath = PagePath<String>("/calendar/*")

/// - Parameter viewers: what somebody may see when their calendar is read.
func calendarRoutes(_ viewers: @escaping AccountViewers) -> [Route] {
    [
        .read(myCalendarPath, .seeSafetyNet) { visit in
            guard let account = visit.person.account else { throw NotFound() }
            let link = try await visit.read { try $0.calendarLink(of: account) }
            return page(visit, link, "")
        },
        .send(myCalendarPath, .seeSafetyNet) { visit in
            guard let account = visit.person.account else { throw NotFound() }
            let names = visit.request.form["names"] == "yes"
            let (secret, link) = try await visit.write { try ($0.makeCalendarLink(of: account, showsNames: names), $0.calendarLink(of: account)) }
            return page(visit, link, """
                \(notice("Your link is made. It is shown this once."))<p>Put it into your calendar program as a calendar by address. Give it to nobody: whoever has it reads what is due.</p>\
                <p><code class="link" id="link">\(visit.request.front)\(calendarFeedPath("\(secret.text).ics"))</code></p>
                """)
        },
        .send(endCalendarPath, .seeSafetyNet) { visit in
            guard let account = visit.person.account else { throw NotFound() }
            try await visit.write { try $0.endCalendarLink(of: account) }
            return .goTo(myCalendarPath().asking(["saved": "ended"]))
        },
        .read(calendarFeedPath, .arrive) { visit, part in
            let (file, seer) = try await visit.read { [now = visit.now] reader in
                let link = try reader.calendarLink(SecretToken(text: part.hasSuffix(".ics") ? String(part.dropLast(4)) : part))
                guard let viewer = try viewers(reader, link.account, visit.today, now) else { throw NotFound() }
                let file = try reader.calendar(link, for: viewer, on: visit.today, front: visit.request.front)
                return (file, link.showsNames ? viewer : nil)
            }
            if let seer { visit.viewer.witness.saw(seer.witness.seen, for: seer) }
            return .download(.bytes(Array(file.text(writtenAt: visit.now).utf8)), name: "what-is-due.ics", type: "text/calendar; charset=utf-8")
        },
    ]
}

private func page(_ visit: Visit, _ link: CalendarLink?, _ made: HTML) -> Answer {
    let ended: HTML = visit.request.query["saved"] == "ended" ? notice("Your link no longer works.") : ""
    let stands: HTML = link.map { "<p>You have a link since \($0.madeAt.inWords). \($0.showsNames ? "Pupils’ names stand in the calendar." : "No pupil’s name stands in the calendar.")</p>" } ?? "<p>You have no link.</p>"
    let write = FormWriter(FormValues(), Problems())
    let end: HTML = link == nil ? "" : "<form method=\"post\" action=\"\(endCalendarPath())\"><p class=\"actions\"><button class=\"second\">End the link</button></p></form>"
    return visit.page("Your calendar of what is due", at: "duties", """
        \(crumbs(("What is due", dutiesPath())))\(ended)\(pageTitle("Your calendar", lead: "What is due at your schools, in your own calendar program."))\(made)\(stands)\
        <form method="post" action="\(myCalendarPath())">\(write.checkbox("names", Choice("yes", "Show pupils’ names. Calendars are often open to others, and each time yours is read, that goes into the trail.")))\
        <p class="actions"><button>\(link == nil ? "Make a link" : "Make a new link; the old one ends")</button></p></form>\(end)
        """)
}
