import Basics
import Measures

/// A pupil in a run of an intervention, as figures of impact are made of it.
struct RunMember: Sendable {
    let run: ProvisionID
    let intervention: InterventionID
    let school: SchoolID
    let pupil: PupilID
    /// Nil for one who takes part still.
    let joined: Day, left: Day?
    /// When the run was over; nil for one that goes on.
    let ended: Day?
    /// Not to be judged before this day, where somebody said so.
    let judgeFrom: Day?
    /// By which scale it is judged; nil where there is none.
    let measure: MeasuredBy?
    /// The outcomes linked to it.
    let outcomes: OutcomeTally
}

/// A scale by which pupils are judged.
struct MeasuredBy: Sendable, Hashable {
    let instrument: InstrumentID
    /// Nil where only the catalogue's test is known: the first of its scales.
    let scale: String?
    let chosenLow: Bool
}

/// How much a pupil got in a run, in minutes and sessions.
struct MemberDosage: Sendable {
    var offered = 0, received = 0
    /// Sessions that the pupil was there for.
    var sessions = 0
}

/// A pupil in a run, with scores before and after.
struct MemberChange: Sendable {
    let member: RunMember
    let change: PupilChange
    /// All that the pupil scored on the scale around that time, the earliest first.
    let results: [TestResult]
}
