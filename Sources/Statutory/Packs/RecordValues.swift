import Access
import Agencies
import Basics
import Database
import Files
import Measures
import People
import Plans
import Provision

extension Reader {
    /// What the record of the last two years holds: attendance, results, cycles, provision and advice. Whoever asks has all of it in sight.
    func recordValues(of pupil: Pupil, _ viewer: Viewer, on day: Day) throws -> WordValues {
        let from = Evidence.from(day), advice = try all(Advice.self, "WHERE pupil_id = \(pupil.id) AND received_on >= \(from) AND withdrawn_on IS NULL ORDER BY received_on DESC, id DESC LIMIT 100")
        // The newest of each scale: the whole list stands with the evidence.
        var scales: Set<String> = []
        let taken = try self.results(of: pupil.id, for: viewer, on: day).filter { $0.takenOn >= from }.sorted { ($1.takenOn, $1.id) < ($0.takenOn, $0.id) }
        let results = try reading(of: taken.filter { scales.insert("\($0.instrument) \($0.scale)").inserted })
        var values: WordValues = [
            "cycles": .rows(try cycleRows(of: pupil.id, since: from)),
            "advice": .rows(advice.map { advice in WordValues(known: ["from": advice.author, "date": advice.receivedOn.inWords, "words": advice.summary]) }),
            "attainment": .rows(results.prefix(100).map { read in
                let detail = read.detail(born: pupil.birth).nonEmpty.map { ", \($0)" } ?? ""
                return ["subject": .text(read.instrument.name), "result": .text("\(read.scale.name): \(read.words)\(detail)"), "date": .text(read.result.takenOn.inWords)]
            }),
        ]
        values.merge(try attendanceValues(of: pupil.id, since: from)) { $1 }
        values.merge(try provisionValues(of: pupil.id, viewer, on: day)) { $1 }
        return values
    }

    private func attendanceValues(of pupil: PupilID, since from: Day) throws -> WordValues {
        var values: WordValues = [:]
        if let figure = try attendance(of: [pupil], since: from)[pupil]?.last(where: { $0.possible > 0 }) {
            values["attendance.period"] = .text("\(figure.starts.inWords) to \(figure.ends.inWords)")
            values["attendance.present"] = .text("\(figure.tenths / 10).\(figure.tenths % 10)% (\(figure.attended) of \(figure.possible) sessions)")
            values["attendance.authorised"] = .known(figure.authorised.map { sessions($0, of: figure) })
            values["attendance.unauthorised"] = .known(figure.unauthorised.map { sessions($0, of: figure) })
        }
        let suspensions = try suspensions(of: [pupil], since: from)[pupil] ?? []
        if !suspensions.isEmpty { values["attendance.suspensions"] = .text(suspensions.map { "\($0.kind.label), \($0.starts.inWords)\($0.sessions.map { " (\(count($0, "half-day")))" } ?? "")" }.joined(separator: "\n")) }
        return values
    }

    private func sessions(_ number: Int, of figure: AttendanceFigure) -> String {
        let tenths = number * 1_000 / figure.possible
        return "\(tenths / 10).\(tenths % 10)% (\(count(number, "session")))"
    }

    /// Each plan that was agreed: its outcomes, what was done in it, and what came of each outcome, under the same number.
    private func cycleRows(of pupil: PupilID, since from: Day) throws -> [WordValues] {
        let found = try rows("""
            SELECT n.id, n.starts, n.reviewed_on, o.words, (SELECT r.result FROM outcome_review r WHERE r.outcome_id = o.id ORDER BY r.id DESC LIMIT 1), \
            (SELECT s.words FROM plan_section s WHERE s.plan_id = n.id AND s.part = 'strategies' ORDER BY s.id LIMIT 1) FROM plan n \
            JOIN outcome o ON o.plan_id = n.id WHERE n.pupil_id = \(pupil) AND n.starts IS NOT NULL AND (n.reviewed_on IS NULL OR n.reviewed_on >= \(from)) ORDER BY n.starts DESC, n.id, o.position LIMIT 200
            """) { try CycleLine(plan: $0.next(), starts: $0.next(), reviewed: $0.next(), outcome: $0.next(), result: $0.next(), support: $0.next()) }
        var plans: [PlanID] = []
        for line in found where plans.last != line.plan { plans.append(line.plan) }
        return plans.map { plan in found.filter { $0.plan == plan }.cycle }
    }

    /// What runs now, with the pupil's part of what it costs in this academic year, for those who see costs.
    private func provisionValues(of pupil: PupilID, _ viewer: Viewer, on day: Day) throws -> WordValues {
        let sight = viewer.inStaffParts
        guard sight.may(.seeProvision) else { return [:] }
        let year = AcademicYear(containing: day)
        let running = try delivery(DeliveryQuestion(pupils: [pupil], from: year.firstDay, to: day, today: day), for: sight).provisions(of: pupil).filter { $0.run.spell.covers(day) }
        var sheets: [ProvisionID: CostSheet] = [:]
        for (school, runs) in Dictionary(grouping: running, by: \.run.school) where sight.may(.seeCosts, at: school) {
            sheets.merge(try costs(of: runs, CostQuestion(school: school, year: year, today: day), by: costBasis(of: school))) { $1 }
        }
        let shares = running.compactMap { sheets[$0.run.id]?.whole.pupils[pupil] }, weeks = running.compactMap { $0.week(on: day) }
        var values: WordValues = ["provision": .rows(running.map { $0.row(on: day, cost: sheets[$0.run.id]?.whole.pupils[pupil]) }), "totals.minutes": .text("\(weeks.map(\.minutesAWeek).reduce(0, +))")]
        if !shares.isEmpty { values["totals.cost"] = .text(Pence(shares.map(\.rawValue).reduce(0, +)).description) }
        return values
    }
}

/// One outcome of a plan that was agreed, with what stands of the plan.
private struct CycleLine {
    let plan: PlanID, starts: Day, reviewed: Day?, outcome: String, result: String?, support: String?

    var cameOfIt: String { result.flatMap { OutcomeReview.Result(rawValue: $0) }?.label ?? "Not reviewed yet" }
}

extension [CycleLine] {
    /// The lines of one plan as one cycle.
    fileprivate var cycle: WordValues {
        guard let first else { return [:] }
        func numbered(_ words: [String]) -> String { words.count == 1 ? words[0] : words.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n") }
        return WordValues(known: ["dates": "\(first.starts.inWords) to \(first.reviewed?.inWords ?? "now")", "outcome": numbered(map(\.outcome)), "support": first.support ?? "", "result": numbered(map(\.cameOfIt))])
    }
}

extension WholeProvision {
    fileprivate func week(on day: Day) -> WeeklyPattern? { patterns.last { $0.spell.covers(day) } }

    fileprivate func row(on day: Day, cost: Pence?) -> WordValues {
        let dates = run.spell.ends.map { "\(run.starts.inWords) to \($0.inWords)" } ?? "From \(run.starts.inWords)", week = week(on: day)
        var roles: [String] = []
        for role in week?.times.flatMap(\.adults).map(\.role) ?? [] where !roles.contains(role) { roles.append(role) }
        return WordValues(known: [
            "what": run.name, "dates": dates, "who": roles.map { key in StaffRole.all.first { $0.key == key }?.label ?? key }.joined(separator: ", "),
            "group": week.map { $0.plannedSize == 1 ? "Alone" : "Group of \($0.plannedSize)" } ?? "", "often": week.map { $0.times.isEmpty ? "All through the day" : "\(count($0.times.count, "time")) a week" } ?? "",
            "minutes": week.map { "\($0.minutesAWeek)" } ?? "", "cost": cost?.description ?? "",
        ])
    }
}

extension WordValues {
    /// Words by their names; empty ones are not known.
    init(known words: [String: String]) { self = words.compactMapValues { WordValue.known($0) } }
}
