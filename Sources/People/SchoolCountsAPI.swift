import Access
import AreaKit
import Basics
import Database
import Pages

/// What the school's own system counts of a pupil, for programs: this academic year and the last.
let schoolCountsAPI: [APIRoute] = [
    .item(PagePath<PupilID>("/api/v1/pupils/*/counts"), parts: ["pupil"], .seeRecord, name: "readCounts", "Attendance, suspensions and behaviour of a pupil", gives: [
        APIField("attendance", .list(.object(attendanceFields)), "The first days first."), APIField("suspensions", .list(.object(suspensionFields)), "The first first."),
        APIField("behaviour", .list(.object(behaviourFields)), "The first days first."),
    ]) { reader, visit, id in
        // As the whole record: for those who take the register out of the house or decide about it, not for whoever asks about notes.
        let powers = try reader.powers(of: visit.person, over: id, on: visit.today)
        guard powers.contains(.exportRegister) || powers.contains(.changeRegister) else { throw NotFound() }
        let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today).id, first = AcademicYear(containing: visit.today).previous.firstDay
        return .object([
            "attendance": .list((try reader.attendance(of: [pupil], since: first)[pupil] ?? []).map(\.json)),
            "suspensions": .list((try reader.suspensions(of: [pupil], since: first)[pupil] ?? []).map(\.json)),
            "behaviour": .list((try reader.behaviour(of: [pupil], since: first)[pupil] ?? []).map(\.json)),
        ])
    },
]

private let attendanceFields: [APIField] = [
    APIField("from", .day, "The first day."), APIField("to", .day, "The last day."), APIField("possible", .number, "Possible sessions (half days)."),
    APIField("attended", .number, "Sessions attended."), APIField("origin", .code(["report", "transfer", "census"]), "Which kind of file told it."),
]

private let suspensionFields: [APIField] = [
    APIField("kind", .code(Suspension.Kind.allCases.map(\.rawValue)), "A suspension, or a permanent exclusion."), APIField("from", .day, "The first day."),
    APIField("to", .orNull(.day), "The last day, where it is known."), APIField("sessions", .orNull(.number), "How many half days, where it is known."), APIField("reason", .anyText, "As the report words it."),
]

private let behaviourFields: [APIField] = [
    APIField("kind", .anyText, "What is counted, in the school's words."), APIField("from", .day, "The first day."), APIField("to", .day, "The last day."), APIField("number", .number, "How often."),
]

extension AttendanceFigure {
    fileprivate var json: JSON {
        .object(["from": .text("\(starts)"), "to": .text("\(ends)"), "possible": .integer(possible), "attended": .integer(attended), "origin": .text(origin.rawValue)])
    }
}

extension Suspension {
    fileprivate var json: JSON {
        .object(["kind": .text(kind.rawValue), "from": .text("\(starts)"), "to": .optional(ends?.description), "sessions": sessions.map(JSON.integer) ?? .null, "reason": .text(reason)])
    }
}

extension BehaviourTotal {
    fileprivate var json: JSON { .object(["kind": .text(kind), "from": .text("\(starts)"), "to": .text("\(ends)"), "number": .integer(number)]) }
}
