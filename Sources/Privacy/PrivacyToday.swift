import Access
import AreaKit
import Basics
import Database
import Pages

/// What of data protection waits for a person today.
let privacyToday = TodayItem { reader, viewer, day in
    guard viewer.may(.protectData) else { return [] }
    let desk = try OfficerDesk(viewer, day, reader)
    var lines = desk.requests.filter(\.request.isOpen).compactMap { one -> TodayLine? in
        guard let due = one.request.clock(one.pauses).due else {
            return TodayLine(nil, "Somebody asked for a copy, and the clock does not run yet.", action: "Open the request", requestPath(one.request.id))
        }
        return TodayLine(max(0, due - day), due < day ? "A copy is late: it was due on \(due.inWords)." : "days are left to answer a request for a copy, until \(due.inWords).", action: "Open the request", requestPath(one.request.id))
    }
    let unanswered = desk.complaints.filter { $0.acknowledgedOn == nil }.count
    if unanswered > 0 { lines.append(TodayLine(unanswered, "\(count(unanswered, "complaint")) about data \(unanswered == 1 ? "is" : "are") not acknowledged yet.", action: "See what waits", privacyPath())) }
    let waiting = desk.disposals.filter(\.waits).count
    if waiting > 0 { lines.append(TodayLine(waiting, "\(count(waiting, "disposal")) \(waiting == 1 ? "waits" : "wait") for a second pair of eyes.", action: "See what waits", privacyPath())) }
    let due = desk.due.map(\.number).reduce(0, +)
    if due > 0 { lines.append(TodayLine(due, "Records of \(count(due, "pupil")) have been kept long enough.", action: "See what waits", privacyPath())) }
    return lines
}
