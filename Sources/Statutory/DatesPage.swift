import Access
import AreaKit
import Basics
import Pages

/// The law's clock for anybody: choose what happened, give its day, read the dates. Needs no sign-in and keeps nothing.
public let datesPath = PagePath< >("/dates")
/// The same dates as a file for a calendar.
let datesCalendarPath = PagePath< >("/dates/calendar")

struct DatesPages {
    var routes: [Route] {
        [
            .read(datesPath, .arrive) { visit in
                if visit.request.query["event"].isEmpty { return choosePage(visit) }
                guard let typed = DatesForm(visit.request.query) else { return choosePage(visit, Self.noSuchEvent) }
                return typed.isBlank ? eventPage(visit, typed) : answer(typed, visit) { eventPage(visit, typed, $0) }
            },
            .read(datesCalendarPath, .arrive) { visit in
                guard let typed = DatesForm(visit.request.query) else { return choosePage(visit, Self.noSuchEvent) }
                return answer(typed, visit) { timetable in
                    .download(.bytes(Array(timetable.calendar(writtenAt: visit.now).utf8)), name: "\(typed.event.rawValue)-\(timetable.day).ics", type: "text/calendar; charset=utf-8")
                }
            },
        ]
    }

    private static let noSuchEvent = Problems("", "Trellis has no dates for that. Choose from the list.")

    private func answer(_ typed: DatesForm, _ visit: Visit, _ show: (Timetable) -> Answer) -> Answer {
        do { return show(try typed.question.answered()) } catch let problems as Problems { return eventPage(visit, typed, problems: problems) } catch { return choosePage(visit, Self.noSuchEvent) }
    }

    private func choosePage(_ visit: Visit, _ problems: Problems = Problems()) -> Answer {
        let groups = EventGroup.all.map { group in card(group.title, "<ul class=\"plain\">\(group.events.map(link))</ul>") }
        return visit.page(problems.isEmpty ? "Dates of the law" : "Problem: Dates of the law", at: "dates", status: problems.isEmpty ? 200 : 422, """
            \(FormWriter(FormValues(), problems).summary)\
            \(pageTitle("Dates of the law", lead: "What happened? You get the day by which each thing must be done, who owes it, and the line of the law."))\
            \(groups)<p>These are the rules of England for children and young people with special educational needs. They are no legal advice. \
            Nobody needs to sign in here, and nothing that you type is kept.</p>
            """)
    }

    private func link(_ event: StatutoryEvent) -> HTML { "<li><a href=\"\(datesPath().asking(["event": event.rawValue]))\">\(event.title)</a></li>" }

    private func eventPage(_ visit: Visit, _ typed: DatesForm, _ timetable: Timetable? = nil, problems: Problems = Problems()) -> Answer {
        let title = typed.event.title, found: HTML = timetable.map { answerHTML($0, typed) } ?? ""
        let hint: HTML = typed.isSentBlank ? notice("Give the day first.") : ""
        return visit.page(problems.isEmpty ? "Dates: \(title)" : "Problem: Dates: \(title)", at: "dates", status: problems.isEmpty ? 200 : 422, """
            \(typed.writer(problems).summary)\(crumbs(("Dates of the law", datesPath())))\(pageTitle(title))\(hint)\(found)\(typed.html(problems))
            """)
    }

    private func answerHTML(_ timetable: Timetable, _ typed: DatesForm) -> HTML {
        """
        \(timetable.table)<p class="actions">\(linkButton("Put these days into a calendar", typed.calendarAddress)) \(printButton("Print these dates"))</p>\(timetable.standingCard)<h2 class="no-print">Change what you asked</h2>
        """
    }
}

/// Events that belong together.
struct EventGroup {
    let title: String
    let events: [StatutoryEvent]

    static let all = [
        EventGroup(title: "A plan is asked for", events: [.needsAssessment, .adviceRequest, .draftPlan, .consultation, .reassessment]),
        EventGroup(title: "A plan is reviewed and changed", events: [.firstPlan, .annualReview, .amendmentNotice, .ceaseNotice]),
        EventGroup(title: "Moving on", events: [.phaseTransfer, .authorityTransfer, .leaving]),
        EventGroup(title: "Where people disagree", events: [.decisionLetter, .mediation, .appeal, .concession, .order, .discrimination]),
        EventGroup(title: "What schools owe", events: [.sencoAppointed, .informationReport, .inclusionStrategy, .healthcarePlan, .accessibilityPlan]),
    ]
}
