import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Daily practices and the engagement model on a pupil's page.
let practiceSection = PupilSection(order: 42, needs: .seePupils) { reader, viewer, id, day in
    let powers = try reader.powers(of: viewer, over: id, on: day)
    guard powers.knowsPractice else { return "" }
    let practices: [HTML] = try reader.practices(of: id).filter { $0.ends == nil }.map { "<li><a href=\"\(practicePath(id, $0.id))\">\($0.skill)</a></li>" }
    return card("Practice and engagement", id: "practice", """
        \(practices.isEmpty ? "" : "<ul>\(practices)</ul>")<p class="actions no-print"><a href="\(practicesPath(id))">See daily practices</a> <a href="\(engagementPath(id))">See engagement</a></p>
        """)
}
