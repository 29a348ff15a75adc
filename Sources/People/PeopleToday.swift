import Access
import AreaKit
import Basics
import Database
import Pages

// What of the register waits for a person today.

let lookAgainToday = TodayItem { reader, person, day in
    let viewer = person.doing(.seePupils).inStaffParts
    guard viewer.may(.seePupils) else { return [] }
    let due = try reader.value("""
        SELECT COUNT(DISTINCT w.pupil_id) FROM watch_spell w JOIN enrolment e ON e.pupil_id = w.pupil_id \
        WHERE w.look_again <= \(day) AND w.starts <= \(day) AND (w.ends IS NULL OR w.ends >= \(day)) \
        AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day))
        """, as: Int.self) ?? 0
    if due == 0 { return [] }
    return [TodayLine(due, "\(count(due, "pupil")) on the watch list \(due == 1 ? "is" : "are") to be looked at again by today.",
                      action: "See the watch list", registerPath().asking(["status": "watch"]))]
}

let misTasksToday = TodayItem { reader, person, day in
    let viewer = person.doing(.importFiles)
    guard viewer.may(.importFiles) else { return [] }
    let open = try reader.value("SELECT COUNT(*) FROM mis_task WHERE confirmed_on IS NULL AND ticked_on IS NULL AND \(viewer.seesTask(on: day))", as: Int.self) ?? 0
    if open == 0 { return [] }
    return [TodayLine(open, "\(count(open, "change")) made here \(open == 1 ? "is" : "are") not yet in the school’s own system (MIS).",
                      action: "See what to enter", misTasksPath())]
}

/// Imports of the last two weeks that left something to a person.
let conflictsToday = TodayItem { reader, person, day in
    let viewer = person.doing(.importFiles)
    guard viewer.may(.importFiles) else { return [] }
    let rows = try reader.rows("""
        SELECT id, file_name, conflict_count FROM import_receipt WHERE conflict_count > 0 AND undone_at IS NULL \
        AND at >= \(Instant(day - 14)) AND \(viewer.sees(school: "school_id")) ORDER BY at DESC LIMIT 5
        """) { try ($0.next(ReceiptID.self), $0.next(String.self), $0.next(Int.self)) }
    return rows.map { receipt, file, conflicts in
        TodayLine(conflicts, "\(file) was read in, and \(count(conflicts, "conflict")) \(conflicts == 1 ? "waits" : "wait") for an answer.",
                  action: "Look at this import", receiptPath(receipt))
    }
}
