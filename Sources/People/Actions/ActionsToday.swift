import Access
import AreaKit
import Basics
import Database
import Pages

/// What this person has to do, and what is overdue or soon due with others, as lists for Today.
public func actionsForToday(_ reader: Reader, _ person: Viewer, _ day: Day, back: Address) throws -> HTML {
    let viewer = person.acting
    let mine = try reader.actions(.mine, for: viewer, on: day, most: shown), others = try reader.actions(.ours, for: viewer, on: day).filter { !viewer.owns($0.action) }
    let late = others.filter { $0.action.isOverdue(on: day) }, soon = others.filter { !$0.action.isOverdue(on: day) && $0.action.due <= day + 7 }
    return [("Yours to do", ActionList.mine, mine), ("Overdue with others", .overdue, late), ("Due this week with others", .ours, soon)]
        .map { title, list, lines in listed(title, list, lines, day, back) }.reduce("") { "\($0)\($1)" }
}

/// More than this, and one looks at the whole list.
private let shown = 8

private func listed(_ title: String, _ list: ActionList, _ lines: [ActionLine], _ day: Day, _ back: Address) -> HTML {
    if lines.isEmpty { return "" }
    let items: [HTML] = lines.prefix(shown).map { actionItem($0, day, back: back) }
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
    let due = try reader.actions(.mine, for: person.acting, on: day).count { $0.action.due <= day }
    if due == 0 { return [] }
    return [TodayLine(due, "\(count(due, "thing")) that you have to do \(due == 1 ? "is" : "are") due by today.", action: "See what you have to do", actionsPath())]
}
