import Basics

/// The register of one child on one day: of those with SEN support or a plan, in the last weeks. Of today the morning alone
/// is marked yet.
struct DemonstrationMark: Sendable {
    let upn: String
    let day: Day
    let morning: String
    let afternoon: String

    static func ofLastWeeks(_ trust: DemonstrationTrust, _ members: [DemonstrationRolls.Member]) -> [DemonstrationMark] {
        let today = trust.calendar.today, days = trust.calendar.schoolDays(from: today - 7 * weeks(trust), to: today)
        return members.filter { $0.enrolment.leaving == nil && $0.pupil.provision != "N" }.flatMap { member in
            marks(of: member.pupil, on: days.filter { $0 >= member.enrolment.entry }, today: today)
        }
    }

    /// Six weeks of a small trust, two of a larger one: enough to look back at, and soon read.
    private static func weeks(_ trust: DemonstrationTrust) -> Int { trust.pupils.count < 1_000 ? 6 : 2 }

    /// The same for the same child on every machine: about one half-day in twenty is missed, in stretches of a day or two.
    private static func marks(of pupil: DemonstrationPupil, on days: [Day], today: Day) -> [DemonstrationMark] {
        var random = SeededRandom(seed: 2026, for: "marks \(pupil.upn)"), ill = 0
        // Today more are away, among them somebody whom the first assistant of the first school expects.
        var morning = SeededRandom(seed: 2026, for: "this morning \(pupil.upn)")
        return days.map { day in
            if ill == 0, day == today ? morning.chance(0.12) : random.chance(0.025) { ill = 1 + random.below(3) }
            let isAway = ill > 0, code = day == today ? "N" : random.chance(0.8) ? "I" : "O", single = random.below(60)
            ill = max(0, ill - 1)
            let first = isAway ? code : [0: "M", 1: "L", 2: "V"][single] ?? "/", second = isAway ? code : single == 2 ? "V" : "\\"
            return DemonstrationMark(upn: pupil.upn, day: day, morning: first, afternoon: day == today ? "" : second)
        }
    }
}

extension DemonstrationReport {
    static let marks = DemonstrationReport("marks", .marks, [
        Column<DemonstrationMark>("upn", "UPN") { $0.upn },
        Column<DemonstrationMark>("date", "Date") { "\($0.day)" },
        Column<DemonstrationMark>("am", "AM") { $0.morning },
        Column<DemonstrationMark>("pm", "PM") { $0.afternoon },
    ], of: { trust, _, members in DemonstrationMark.ofLastWeeks(trust, members) })
}
