import Access
import AreaKit
import Basics
import Database
import Pages

extension Viewer {
    /// The children this person sees as family, or themselves.
    fileprivate var ownChildren: [PupilID] {
        parts.filter { !$0.role.isStaff && $0.permissions.contains(.seePupils) }.flatMap { part -> [PupilID] in
            if case .pupils(let pupils) = part.sight { pupils } else { [] }
        }.unique
    }
}

/// The way to one's own child, or to one's own page, where there is one.
func familyMenu(for viewer: Viewer) -> [MenuEntry] {
    let children = viewer.ownChildren
    guard let child = children.first, children.count == 1 else { return [] }
    return [MenuEntry(viewer.plays(.youngPerson) ? "Your page" : "Your child", pupilPath(child), place: "pupils", order: 20)]
}

/// One's own children on Today, by the name they are called.
let ownChildrenToday = TodayItem { reader, viewer, day in
    let own = viewer.plays(.youngPerson)
    return try viewer.ownChildren.flatMap { id -> [TodayLine] in
        do {
            let name = try reader.pupil(id, for: viewer, on: day).calledName
            let words = own ? "See what the school has noted about you, what it does, and whom to ask." : "\(name): what the school has noted, what it does, and whom to ask."
            return [TodayLine(nil, words, action: own ? "Open your page" : "Open \(name)’s page", pupilPath(id))]
        } catch is NotFound { return [] }
    }
}
