import Access
import AreaKit
import Basics
import Database
import Pages

/// For those who answer for a school's provision: that section F is short for somebody.
let deliveryToday = TodayItem { reader, person, day in
    let working = person.inStaffParts.doing(.workOnProvision)
    let viewer = Viewer(name: working.name, account: working.account, parts: working.parts.filter(\.isOfSchools), family: working.family)
    guard !viewer.parts.isEmpty else { return [] }
    let pupils = Set(try reader.sectionFShortfalls(for: viewer, on: day).map(\.pupil))
    return pupils.isEmpty ? [] : [TodayLine(pupils.count, "Section F: a shortfall for \(count(pupils.count, "pupil")).", action: "See it", deliveryPath())]
}

extension Part {
    fileprivate var isOfSchools: Bool { if case .schools = sight { true } else { false } }
}
