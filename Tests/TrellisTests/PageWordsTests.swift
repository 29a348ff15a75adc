import AreaKit
import Pages
import People
@testable import Privacy
import Stage
import Testing

/// Who reads who looked at a record reads words, never a path.
struct PageWordsTests {
    @Test("Every page about a pupil, every list of pupils and every page of data protection has words of its own")
    func words() async throws {
        let house = try await RoleStage().stage.house, words = PageWords(house.areas)
        let near = house.routes.filter {
            $0.pattern.contains("/pupils/*") || ["/register", "/search", "/gaps"].contains($0.pattern) || ($0.method == .read && $0.pattern.hasPrefix("/privacy"))
                || ["/plans/*", "/plan-files", "/api/v1/plans"].contains(where: $0.pattern.hasPrefix)
        }
        #expect(near.count > 60)
        for route in near { #expect(words.known(route.pattern) != nil, "\(route.name)") }
    }

    @Test("A form says that it is one, and a pattern without words is at least no path")
    func kinds() {
        let words = PageWords([PeopleArea()])
        #expect(words.of("/pupils/*/seal") == "The form “Seal a record”")
        #expect(words.of("/pupils/*") == "The pupil’s page")
        #expect(words.of("/new-things/*/add") == "new things: add")
    }
}
