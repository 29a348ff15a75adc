import Access
import AreaKit
import Basics
import Database
import Pages

/// What this person has to do, and what is overdue or soon due with others, as lists for Today.
public func actionsForToday(_ reader: Reader, _ person: Viewer, _ day: Day, back: Address) throws -> HTML {
    let viewer = person.acting, others = ActionPart(ofOthers: true), thisWeek = ActionPart(ofOthers: true, due: day...(day + 7))
    // No more are looked up than stand there, for whoever stands there was seen.
    let mine = try reader.actions(.mine, for: viewer, on: day, most: shown)
    let late = try reader.actions(.overdue, others, for: viewer, on: day, most: shown), soon = try reader.actions(.ours, thisWeek, for: viewer, on: day, most: shown)
    return [("Yours to do", ActionList.mine, mine), ("Overdue with others", .overdue, late), ("Due this week with others", .ours, soon)]
        .map { title, list, lines in listed(title, list, lines, day, back) }.reduce("") { "\($0)\($1)" }
}

/// More than this, and one looks at the whole list.
private let shown = 8

private func listed(_ title: String, _ list: ActionList, _ lines: [ActionLine], _ day: Day, _ back: Address) -> HTML {
    if lines.isEmpty { return "" }
    let items: [HTML] = lines.map { actionItem($0, day, back: back) }
    return card(title, """
        <ul class="findings">\(items)</ul><p class="actions no-print"><a href="\(actionsPath().asking(["list": list.rawValue]))">See the whole list<span class="unseen">: \(title)</span></a></p>
        """)
}

/// One's own, in the letter of the day.
let actionsLetterLines = [
    LetterLine(one: "thing that you have to do is overdue", many: "things that you have to do are overdue", "/actions?list=mine") { reader, person, day in
        try reader.ownActions(of: person.acting, "action.due < \(day)", on: day)
    },
    LetterLine(one: "thing that you have to do is due today", many: "things that you have to do are due today", "/actions?list=mine") { reader, person, day in
        try reader.ownActions(of: person.acting, "action.due = \(day)", on: day)
    },
]

/// How many of one's own are due, on Today.
let actionsToday = TodayItem { reader, person, day in
    let viewer = person.acting
    guard viewer.may(.raiseConcern) else { return [] }
    let due = try reader.actionCount(.mine, ActionPart(due: .distantPast...day), for: viewer, on: day)
    if due == 0 { return [] }
    return [TodayLine(due, "\(count(due, "thing")) that you have to do \(due == 1 ? "is" : "are") due by today.", action: "See what you have to do", actionsPath())]
}
