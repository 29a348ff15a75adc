import AreaKit
import Basics

/// An invented trust with all its schools, children, staff and classes. Nobody in it is real.
///
/// Everything follows from the shape, the seed and the day: the same three give the same files on every machine.
/// The record is in good order except for the faults planted in it on purpose, which `answers` lists.
public struct DemonstrationTrust: Sendable {
    public let shape: DemonstrationShape
    /// The day on which the files are made.
    public let today: Day
    public let schools: [DemonstrationSchool]
    public let pupils: [DemonstrationPupil]
    public let classes: [DemonstrationClass]
    public let groups: [DemonstrationGroup]
    public let staff: [DemonstrationStaff]
    /// What a safety net must find, all of it and nothing else.
    public let answers: [DemonstrationAnswer]
    let calendar: DemonstrationCalendar

    /// - Parameters:
    ///   - today: any day from the first school day of an academic year on.
    ///   - planted: whether to plant faults; without them there is nothing for a safety net to find.
    public init(shape: DemonstrationShape, seed: UInt64, today: Day, planted: Bool = true) {
        let calendar = DemonstrationCalendar(today: today)
        let schools = shape.schools.enumerated().map { DemonstrationSchool($1, place: $0) }
        var pupils = zip(schools, shape.schools).flatMap { school, plan in
            var maker = RollMaker(school: school, plan: plan, calendar: calendar, seed: seed)
            return maker.pupils()
        }
        NamesApart.settle(&pupils)
        Movements(schools: schools, calendar: calendar).apply(to: &pupils)
        Numbering.allocate(to: &pupils, schools: schools, calendar: calendar)

        var planter = FaultPlanter(schools: schools, calendar: calendar, seed: seed)
        if planted { planter.plant(in: &pupils) }
        (answers, self.shape, self.today, self.schools, self.calendar) = (planter.answers, shape, today, schools, calendar)

        let places = schools.map { ClassMaker(school: $0, calendar: calendar).place(&pupils) }
        let made = StaffMaker(schools: schools, calendar: calendar, seed: seed).staff(for: places.flatMap { $0 })
        (classes, staff) = (made.classes, made.staff)
        groups = ClassMaker.groups(in: classes, of: pupils)
        self.pupils = pupils
    }
}

/// One thing that is wrong in the demonstration trust, and where.
public typealias DemonstrationAnswer = PlantedGap
