import Access
import AreaKit
import Basics
import Pages
import People
import Stage
import Testing
@testable import Trellis

/// What somebody may write behind the question mark of any address: it gets a page or a refusal, and the program goes on.
struct HostileAddressTests {
    private static let names = ["page", "part", "rows", "number", "year", "half_term", "size", "days", "months", "age", "term", "due", "over", "changed", "code", "after"]
    private static let dates = ["day", "on", "week", "from", "to", "by", "before", "date", "changed_since"]

    @Test("The largest and the smallest numbers, and days at both ends of time, stop no page", arguments: [
        ("\(Int.max)", "9999-12-31"), ("\(Int.min)", "0001-01-01"), ("-1", "2026-02-30"), ("1e999", "99999-01-01"),
    ])
    func numbers(number: String, day: String) async throws {
        let stage = try await RoleStage()
        for role in [Role.senco, .trustLead] {
            let viewer = try await stage.person(role)
            for route in stage.stage.house.routes where route.method == .read && viewer.may(route.permission) {
                guard let path = try? await stage.address(route.pattern, in: stage.own) else { continue }
                let words = Self.names.map { ($0, number) } + Self.dates.map { ($0, day) } + (path.contains("?") ? [] : [("school", "\(stage.own.school.id)"), ("rule", "no-responsible-contact")])
                let request = PageRequest(method: .read, path: path, query: FormValues(words.map { (name: $0.0, text: $0.1) }))
                let status = try await stage.stage.house.answer(request, for: viewer.visiting(), now: stage.stage.now).status
                #expect(status < 500, "\(route.name) for \(role.label)")
            }
        }
    }
}
