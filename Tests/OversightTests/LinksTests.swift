import Access
import Basics
import Database
import Pages
@testable import Oversight
@testable import People
import Stage
import Testing

/// Every page that a person is led to is there for that person.
@Suite("No link leads a person to a page that is not there for them")
struct LinksTests {
    @Test("From Today on, three steps deep, for each role", arguments: Role.appointed)
    func everyRole(role: Role) async throws {
        let (stage, elm, _, sam) = try await Self.trust()
        try await walk(stage, Viewer(name: "Somebody", role: role, sight: Self.sight(role, elm, sam), family: role.isStaff ? [] : [sam.id]))
    }

    @Test("Also for people who play two parts in two schools", arguments: [(Role.senco, Role.head), (.senco, .teacher), (.head, .governor), (.governor, .teacher), (.dataManager, .parent), (.teacher, .parent)])
    func twoParts(first: Role, second: Role) async throws {
        let (stage, elm, oak, sam) = try await Self.trust()
        let olga = try await stage.pupil("Olga", "Oak", at: oak, provision: nil)
        let parts = [Part(first, Self.sight(first, elm, sam)), Part(second, Self.sight(second, oak, olga))]
        try await walk(stage, Viewer(name: "Somebody", parts: parts, family: second == .parent ? [olga.id] : []))
    }

    @Test("Figures come from the parts that see figures, and a family sees its child and no figures")
    func figures() async throws {
        let (stage, elm, oak, sam) = try await Self.trust()
        let governor = Viewer(name: "Grace", parts: [Part(.governor, .schools([elm.id])), Part(.teacher, .schools([oak.id]))])
        let today = try await stage.visit(.read, "/", as: governor).text
        #expect(today.contains("<b>2</b> on roll") && !today.contains("status=all"), "no link from a governor’s figures to names")
        let parent = try await stage.visit(.read, "/", as: Viewer(name: "Pat", role: .parent, sight: .pupils([sam.id]), family: [sam.id])).text
        #expect(parent.contains("Open Sam’s page") && parent.contains("Your child") && !parent.contains("on roll") && !parent.contains("role=\"search\""))
        #expect(try await stage.visit(.read, "/", as: Viewer(name: "Sam", role: .youngPerson, sight: .pupils([sam.id]), family: [sam.id])).text.contains("Open your page"))
        #expect(try await stage.visit(.read, "/", as: Viewer(name: "Newcomer", account: AccountID(4), parts: [])).text.contains("You are not set up to see anyone yet"))
        for role in [Role.governor, .trustee, .trustAnalyst] {
            let page = try await stage.visit(.read, "/", as: Viewer(name: "Peter", role: role, sight: Self.sight(role, elm, sam))).text
            #expect(page.contains("You see figures only") && !page.contains("/pupils/") && !page.contains("/register"))
        }
    }

    private func walk(_ stage: Stage, _ viewer: Viewer) async throws {
        var visited: Set<String> = [], frontier = ["/"]
        for _ in 0..<3 {
            var next: [String] = []
            for path in frontier where visited.insert(path).inserted {
                let answer = try await stage.visit(.read, path, as: viewer)
                #expect(answer.status != 404, "\(viewer.title): \(path)")
                if answer.isPage { next += Self.links(answer.text) }
            }
            frontier = next
        }
        #expect(visited.count > 1 || !viewer.may(.seeFigures) && !viewer.may(.seePupils), "\(viewer.title) is led nowhere")
    }

    private static func links(_ page: String) -> [String] {
        page.matches(of: /href="(\/[^"#]*)/).map { String($0.1).replacing("&amp;", with: "&") }
            .filter { !$0.hasPrefix("/assets/") && !$0.hasSuffix("/open") && !$0.contains("/file?") }
    }

    private static func sight(_ role: Role, _ school: School, _ pupil: Pupil) -> Sight {
        switch role.reach {
        case .trust: .trust
        case .school, .years, .examinationYears, .lookedAfter: .schools([school.id])
        case .taught, .caseload, .family: .pupils([pupil.id])
        }
    }

    private static func trust() async throws -> (Stage, School, School, Pupil) {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let sam = try await stage.pupil(at: elm, provision: "K"), lily = try await stage.pupil("Lily", "Ash", at: elm, provision: nil)
        _ = try await stage.schoolClass("Beech", at: elm, of: [sam, lily])
        try await stage.emergency(of: sam)
        return (stage, elm, oak, sam)
    }
}
