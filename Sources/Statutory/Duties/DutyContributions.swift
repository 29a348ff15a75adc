import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What duties add to pages of other areas.

/// On a pupil's page: what is owed about this pupil, and by whom.
let dutiesSection = PupilSection(order: 36, needs: .seeRecord) { reader, viewer, pupil, day in
    let staff = viewer.inStaffParts, duties = try reader.duties(of: pupil, for: staff, on: day).filter(\.isOpen)
    let powers = try reader.powers(of: staff, over: pupil, on: day), mayKeep = powers.contains(.seeRecord) && powers.contains(.seeSafetyNet)
    guard powers.contains(.seeRecord) else { return "" }
    let excuses = try reader.exemptions(of: duties)
    let items: [HTML] = duties.map { owed in
        "<li><strong>\(owed.owner.label)</strong>: \(owed.what). \(owed.when(day, isExcused: excuses[owed.id] != nil))<br>\(owed.why)\(mayKeep ? "<br>\(owed.steps)" : "")</li>"
    }
    let button: HTML = powers.contains(.changeRegister) ? "<p class=\"actions no-print\">\(linkButton("Write down the healthcare plan’s day", recordPupilDayPath(pupil), aside: true))</p>" : ""
    return card("Legal duties", id: "duties", (items.isEmpty ? "<p>Nothing is due about this pupil, as far as days are written down.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + button)
}

/// What happened by law, in a pupil's history.
@Sendable func legalTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    try reader.all(LegalEvent.self, "WHERE pupil_id = \(pupil) AND replaced_by IS NULL ORDER BY happened_on, id").map {
        TimelineEvent($0.happenedOn, $0.stated == .estimated ? "\($0.event.title) (day estimated)" : $0.event.title, detail: $0.words, isMilestone: true)
    }
}

/// What is late at this person's schools, and what comes next.
let dutiesToday = TodayItem { reader, person, day in
    let viewer = person.keepingDuties
    guard viewer.may(.seeSafetyNet) else { return [] }
    let counts = try reader.dutyCounts(.next(14, from: day), for: viewer, on: day)
    func late(_ owner: DutyOwner) -> Int { counts.first { $0.owner == owner }?.late ?? 0 }
    let own = late(.school), council = late(.la), coming = try reader.dutyCounts(DutyFilter(owner: .school, from: day, until: day + 14), for: viewer, on: day).map(\.open).reduce(0, +)
    return [
        own == 0 ? nil : TodayLine(own, "\(count(own, "legal duty of the school is", "legal duties of the school are")) late.", action: "See what is late", dutiesPath().asking(["owner": "school"])),
        council == 0 ? nil : TodayLine(council, "\(count(council, "thing", "things")) that the council owes \(council == 1 ? "is" : "are") late.", action: "See what to ask for", dutiesPath().asking(["owner": "la"])),
        coming == 0 ? nil : TodayLine(coming, "\(count(coming, "legal duty", "legal duties")) of the school \(coming == 1 ? "is" : "are") due within two weeks.", action: "See what is due", dutiesPath().asking(["owner": "school"])),
    ].compactMap { $0 }
}

let dutiesLetterLine = LetterLine(one: "legal duty of the school is late", many: "legal duties of the school are late", "/duties?owner=school") { reader, person, day in
    let viewer = person.keepingDuties
    return viewer.may(.seeSafetyNet) ? try reader.dutyCounts(DutyFilter(owner: .school, until: day), for: viewer, on: day).first?.late ?? 0 : 0
}
