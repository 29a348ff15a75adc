import Access
import AreaKit
import Basics
import Database
import Pages

/// Plans that wait for this person: late for review, and due soon.
let plansToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.workOnPlans)
    guard viewer.may(.workOnPlans) else { return [] }
    var ask = PlansQuestion(day: day)
    ask.reviewBy = day
    let late = try reader.count(ask, for: viewer)
    ask.reviewBy = day + 14
    let soon = try reader.count(ask, for: viewer) - late
    let lateLine = TodayLine(late, "\(count(late, "plan")) \(late == 1 ? "is" : "are") to be reviewed by today.", action: "See them", plansPath().asking(["due": "now"]))
    let soonLine = TodayLine(soon, "\(count(soon, "plan")) \(soon == 1 ? "is" : "are") to be reviewed within two weeks.", action: "See them", plansPath().asking(["due": "soon"]))
    return (late > 0 ? [lateLine] : []) + (soon > 0 ? [soonLine] : [])
}
