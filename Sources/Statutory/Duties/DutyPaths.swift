import Basics
import Pages
import People

/// What is due, over the schools in sight.
let dutiesPath = PagePath< >("/duties")
let dutyDonePath = PagePath<RowID>("/duties/*/done")
let dutyExcusePath = PagePath<RowID>("/duties/*/excuse")
let withdrawExcusePath = PagePath<RowID>("/duties/*/excuse/withdraw")
/// What one school owes of itself, and the days that it writes down.
let schoolDutiesPath = PagePath<SchoolID>("/schools/*/duties")
let recordOwnDayPath = PagePath<SchoolID>("/schools/*/duties/record")
/// The same for one pupil, such as the healthcare plan.
let recordPupilDayPath = PagePath<PupilID>("/pupils/*/duties/record")

extension Matter {
    /// Where one sees and goes on with it. A part with a page for its kind of matter says so here.
    var address: Address {
        switch (kind, pupil, school) {
        case (_, let pupil?, _): pupilPath(pupil).at("duties")
        case (.school, nil, let school?): schoolDutiesPath(school)
        case (_, nil, let school): dutiesPath().asking(["school": school.map { "\($0)" }])
        }
    }
}

extension OwedDuty {
    /// As addresses name it.
    var row: RowID { RowID(id.rawValue) }
}
