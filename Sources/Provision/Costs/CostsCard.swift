import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The way to a pupil's costs on the pupil's page, where the pupil has provision or money of their own.
let costsSection = PupilSection(order: 4, needs: .seeCosts) { reader, viewer, pupil, _ in
    let known: SQL = "EXISTS (SELECT 1 FROM provision_member WHERE pupil_id = \(pupil)) OR EXISTS (SELECT 1 FROM funding_line WHERE pupil_id = \(pupil))"
    guard try reader.value("SELECT CASE WHEN \(known) THEN 1 ELSE 0 END", as: Int.self) == 1, try !reader.costSchools(of: pupil, for: viewer.doing(.seeCosts)).isEmpty else { return "" }
    return card("Costs", id: "costs", printed: false, "<p class=\"actions\">\(linkButton("See what this pupil’s provision costs", pupilCostsPath(pupil), aside: true))</p>")
}
