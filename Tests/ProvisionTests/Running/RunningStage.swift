import Access
import Basics
import Database
import Pages
@testable import People
import Plans
@testable import Provision
import Stage
import Testing

extension ProvisionStage {
    /// A live plan of a pupil with one outcome.
    @discardableResult
    func outcome(of pupil: Pupil, _ words: String = "Reads forty words", at school: School? = nil) async throws -> Outcome {
        let today = stage.today, school = school?.id ?? elm.id
        return try await stage.act { writer in
            var plan = Plan(pupil: pupil.id, school: school, kind: "support", scheme: "code-2015", rhythm: "term", begunOn: today - 30)
            (plan.state, plan.starts, plan.reviewBy) = (.live, today - 20, today + 60)
            plan = try writer.save(Change("plan.begun", to: plan))
            return try writer.save(Change("outcome.added", to: Outcome(plan: plan.id, pupil: pupil.id, position: 1, words: words)))
        }
    }

    /// A logged session of a provision, as a row.
    func logged(_ run: ProvisionRun, on day: Day, minutes: Int = 30, _ pupils: [Pupil]) async throws {
        let whole = try await whole(run), elm = elm.id, today = stage.today
        let session = try #require(whole.sessions(on: [day]).first)
        let setting = LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess Lowe", today: today)
        let log = try #require(try LogSession(.given, sendKey: "\(run.id)-\(day)-0123456789").applied(to: session, standing: [], in: setting))
        try await stage.act { try $0.save(log) }
    }

    /// A form that starts a group of Sam and Ana, as the browser sends it.
    func startForm(_ changed: KeyValuePairs<String, String> = [:]) -> FormValues {
        var values = FormValues([
            ("school", "\(elm.id)"), ("intervention", "\(club.id)"), ("name", "Reading club, Tuesday"), ("starts", "2026-11-24"), ("ends", "2027-01-29"), ("pupils", "\(sam.id)"), ("pupils", "\(ana.id)"), ("rows", "2"),
            ("weekday_0", "2"), ("starts_at_0", "9:15"), ("minutes_0", "30"), ("staff_0", "Tess Lowe"), ("role_0", "ta"), ("room_0", "Den"), ("weekday_1", "4"), ("starts_at_1", "9:15"), ("minutes_1", "30"),
            ("group_size", "3"), ("proof", ""), ("funding", "E2"),
        ])
        for name in Set(changed.map(\.key)) {
            values.remove(name)
            for pair in changed where pair.key == name && pair.value != "-" { values.add(name, pair.value) }
        }
        return values
    }

    func openTimes(_ run: ProvisionRun) async throws -> [WeeklyTime] { try await whole(run).patterns.last?.times ?? [] }

    func latest() async throws -> ProvisionRun {
        try #require(try await stage.read { try $0.all(ProvisionRun.self, "ORDER BY id DESC LIMIT 1") }.first)
    }

    /// Everything that is saved of provision: what a refused form leaves as it was.
    func saved() async throws -> [Int] {
        try await stage.read { reader in
            [try reader.value("SELECT COUNT(*) FROM trail", as: Int.self) ?? 0, try reader.value("SELECT COUNT(*) FROM provision_run", as: Int.self) ?? 0, try reader.value("SELECT COUNT(*) FROM provision_time", as: Int.self) ?? 0]
        }
    }
}

extension FormValues {
    mutating func remove(_ name: String) { self = FormValues(pairs.filter { $0.name != name }) }
}

extension Answer {
    /// What a hidden field of the page holds.
    func hidden(_ name: String) -> String? {
        text.firstRange(of: "name=\"\(name)\" value=\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// Whether it is refused beside a field, with words.
    func refuses(_ field: String, _ words: String) -> Bool { status == 422 && text.contains("href=\"#\(field)\"") && text.contains("id=\"\(field)\"") && text.contains(words) }
}
