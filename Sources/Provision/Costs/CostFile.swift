import Access
import AreaKit
import Basics
import Files
import Pages
import People

/// A school's costs as a file to keep.
let costFileRoutes: [Route] = [
    .read(costFilePath, .exportRegister) { visit in
        guard let format = TableFormat(rawValue: visit.request.query["format"]), let school = SchoolID(visit.request.query["school"]) else { throw NotFound() }
        guard visit.viewer.takesCosts(of: school) else { throw NotFound() }
        let file = try await visit.file(of: CostTable(school: school, year: visit.costYear, day: visit.today), "costs", format, visit.viewer, school)
        return .download(file, name: "costs-\(visit.costYear.starting).\(format.rawValue)", type: format.mediaType)
    },
]

extension Viewer {
    /// Whether they take a school's costs along as a file: that asks for both, costs in sight and leave to write records to files.
    func takesCosts(of school: SchoolID) -> Bool { may(.seeCosts, at: school) && may(.exportRegister, at: school) }
}
