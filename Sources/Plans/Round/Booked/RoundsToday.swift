import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Rounds that this person's schools have booked for today and the week to come, and those not finished.
let roundsToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.changeRegister)
    guard viewer.may(.changeRegister), viewer.may(.seeSafetyNet) else { return [] }
    let open = try reader.openRounds(for: viewer, until: day + 7), late = open.filter { $0.heldOn < day }
    let coming = open.filter { $0.heldOn >= day }.prefix(3).map { round in
        TodayLine(nil, "A round is booked for \(round.heldOn == day ? "today" : round.heldOn.inWords) at \(round.beginsAt): \(round.kind.label.lowercasedStart), \(count(round.minutesPlanned, "minute")).",
                  action: round.place == nil ? "See it" : "Begin the round", round.place ?? bookedRoundsPath())
    }
    let lateLine = TodayLine(late.count, "\(count(late.count, "booked round")) \(late.count == 1 ? "is" : "are") not finished.", action: "Say how long it took", bookedRoundsPath())
    return coming + (late.isEmpty ? [] : [lateLine])
}
