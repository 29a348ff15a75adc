import Access
import AreaKit
import Basics
import Database
import Pages
import People

let provisionsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/provisions"), .seeProvision, name: "listProvisions", "Provisions in sight, by their numbers", query: [
        .ofSchool, .maybe("pupil", .id, "Only provisions in which this pupil takes part, or took part."),
        .maybe("state", .code(["running", "ended"]), "Only those that run, or are to come; or only those that ended."),
    ], item: provisionFields) { asked in
        try await asked.read { reader in
            let part = try asked.part(of: try reader.provisionNumbers(asked), marks: 1) { [$0.rawValue] }
            let wholes = try reader.whole(try reader.all(ProvisionRun.self, "WHERE id IN \(part.items) ORDER BY id")), urns = try reader.urns(of: wholes.map(\.run.school)), names = try reader.provisionNames(of: part.items, for: asked.viewer, on: asked.today)
            return APIPart(items: wholes, next: part.next).json { .object(JSON.KeyedValues($0.pairs(urns, called: names[$0.run.id] ?? "", on: asked.today))) }
        }
    },
    .item(PagePath<ProvisionID>("/api/v1/provisions/*"), parts: ["provision"], .seeProvision, name: "readProvision", "One provision with its weeks, and with the pupils in it who are in sight", gives: provisionFields + wholeFields) { reader, visit, id in
        let seen = try reader.provision(id, for: visit.viewer, on: visit.today), urns = try reader.urns(of: [seen.run.school])
        return .object(JSON.KeyedValues(seen.whole.pairs(urns, called: seen.name, on: visit.today) + seen.pairs))
    },
]

extension Reader {
    /// The numbers of what is asked for.
    /// - Throws: `NotFound` where the school or the pupil is not in sight.
    fileprivate func provisionNumbers(_ asked: APIVisit) throws -> [ProvisionID] {
        let viewer = asked.viewer, school: SQL = try school(asked: asked.query, for: viewer).map { "r.school_id = \($0)" } ?? "1 = 1"
        var pupil: SQL = "1 = 1"
        if let number = asked.query.integer("pupil") {
            let found = try self.pupil(PupilID(number), for: viewer.doing(.seeProvision), on: asked.today)
            pupil = "EXISTS (SELECT 1 FROM provision_member m WHERE m.run_id = r.id AND m.pupil_id = \(found.id))"
        }
        let state: SQL = asked.query.text("state") == "running" ? "r.ended_on IS NULL" : asked.query.text("state") == "ended" ? "r.ended_on IS NOT NULL" : "1 = 1"
        return try column("SELECT r.id FROM provision_run r WHERE \(school) AND \(pupil) AND \(state) AND \(viewer.seesProvision(on: asked.today)) ORDER BY r.id")
    }

    fileprivate func urns(of schools: [SchoolID]) throws -> [SchoolID: String] {
        Dictionary(try rows("SELECT id, urn FROM school WHERE id IN \(schools.unique)") { try ($0.next(SchoolID.self), $0.next(String.self)) }) { $1 }
    }
}

private let provisionFields: [APIField] = [
    APIField("provision", .id, "Its number in Trellis."), APIField("school", .urn, "URN of the school."), APIField("intervention", .id, "The number of its entry in the catalogue."),
    APIField("name", .anyText, "What the school calls it; to a family, what it is."), APIField("kind", .code(InterventionKind.allCases.map(\.rawValue)), "How much more it is than teaching for everyone."),
    APIField("starts", .day, "Its first day."), APIField("planned_end", .orNull(.day), "The last day that is planned."), APIField("ended_on", .orNull(.day), "The last day that it ran; null while it runs."),
    APIField("whole_class", .orNull(.id), "The class that has it as a whole."), APIField("pupils", .number, "How many take part today, in sight or not."),
    APIField("group_size", .orNull(.number), "For how many it is planned today."), APIField("minutes_a_week", .orNull(.number), "Minutes that are planned in a full week, today."),
    APIField("proof", .orNull(.code(Proof.allCases.map(\.rawValue))), "How one knows that it was given."), APIField("do_not_judge_before", .orNull(.day), "Nobody judges its effect before this day."),
]

private let wholeFields: [APIField] = [
    APIField("weeks", .list(.object([
        APIField("starts", .day, "From when on."), APIField("ends", .orNull(.day), "Until when."), APIField("group_size", .number, "For how many it is planned."),
        APIField("proof", .code(Proof.allCases.map(\.rawValue)), "How one knows that it was given."), APIField("funding", .anyText, "The key of a funding stream; empty for the school’s own budget."),
        APIField("times", .list(.object([
            APIField("weekday", .integer(1...5), "Monday is 1."), APIField("starts_at", .text(least: 5, most: 5), "The time of day."), APIField("minutes", .number, "How long."),
            APIField("room", .anyText, "Where."), APIField("roles", .list(.anyText), "What those who give it are paid as."),
        ])), "The times of the week."),
    ])), "Its weeks, from day to day."),
    APIField("members", .list(.object([
        APIField("pupil", .id, "The pupil’s number in Trellis."), APIField("starts", .day, "Takes part from."), APIField("ends", .orNull(.day), "Until."),
    ])), "The pupils in it who are in sight, those who left with them."),
    APIField("outcomes", .list(.object([APIField("pupil", .id, "The pupil’s number in Trellis."), APIField("outcome", .id, "The outcome’s number in Trellis.")])), "The outcomes of these pupils’ plans that it serves."),
]

extension WholeProvision {
    fileprivate func pairs(_ urns: [SchoolID: String], called name: String, on day: Day) -> [(String, JSON)] {
        let week = pattern(on: day)
        return [
            ("provision", .integer(run.id.rawValue)), ("school", .text(urns[run.school] ?? "")), ("intervention", .integer(run.intervention.rawValue)), ("name", .text(name)), ("kind", .text(run.kind.rawValue)),
            ("starts", .text("\(run.starts)")), ("planned_end", .optional(run.plannedEnd?.description)), ("ended_on", .optional(run.endedOn?.description)),
            ("whole_class", run.schoolClass.map { .integer($0.rawValue) } ?? .null), ("pupils", .integer(pupils(on: day).count)), ("group_size", week.map { .integer($0.plannedSize) } ?? .null),
            ("minutes_a_week", week.map { .integer($0.minutesAWeek) } ?? .null), ("proof", .optional(week?.proof.rawValue)), ("do_not_judge_before", .optional(run.doNotJudgeBefore?.description)),
        ]
    }
}

extension SeenProvision {
    fileprivate var pairs: [(String, JSON)] {
        [
            ("weeks", .list(whole.patterns.map(\.json))),
            ("members", .list(whole.members.filter { pupils[$0.pupil] != nil }.map {
                .object(["pupil": .integer($0.pupil.rawValue), "starts": .text("\($0.spell.starts)"), "ends": .optional($0.spell.ends?.description)])
            })),
            ("outcomes", .list(whole.outcomes.filter { pupils[$0.pupil] != nil }.map { .object(["pupil": .integer($0.pupil.rawValue), "outcome": .integer($0.outcome.rawValue)]) })),
        ]
    }
}

extension WeeklyPattern {
    fileprivate var json: JSON {
        .object([
            "starts": .text("\(spell.starts)"), "ends": .optional(spell.ends?.description), "group_size": .integer(plannedSize), "proof": .text(proof.rawValue), "funding": .text(funding),
            "times": .list(times.map { time in
                .object(["weekday": .integer(time.weekday), "starts_at": .text("\(time.startsAt)"), "minutes": .integer(time.minutes), "room": .text(time.room), "roles": .list(time.adults.map { .text($0.role) })])
            }),
        ])
    }
}
