import Access
import AreaKit
import Basics
import Database
import Pages
import Stage
import Testing
@testable import Oversight
@testable import People

@Suite("Today, search, trust")
struct TodayPageTests {
    @Test("Today says what waits for a SENCO", arguments: StageEngine.here)
    func today(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let sam = try await stage.pupil(at: elm, provision: "K")
        let watch = WatchSpell(id: .new, pupil: sam.id, school: elm.id, reason: "Reading", lookAgain: stage.today - 1, spell: Spell(starts: Stage.september))
        let task = MISTask(id: .new, pupil: sam.id, school: elm.id, field: "SEN status", value: "K", decidedOn: stage.today)
        try await stage.act { try $0.save(Change("watch.started", to: watch)); try $0.save(Change("mis_task.opened", to: task)) }
        let page = try await stage.visit(.read, "/", as: amira).text
        #expect(page.contains("Friday 20 November 2026 · Elm Primary School"))
        #expect(page.contains("1 pupil on the watch list is to be looked at again") && page.contains("1 change made here is not yet") && page.contains("SEN support or a plan without a need: 1"))
    }

    @Test("Every role has a Today, and those without names see none", arguments: StageEngine.here)
    func everyRole(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school()
        let sam = try await stage.pupil(at: elm, provision: "K"), class4 = try await stage.schoolClass("4K", at: elm, of: [sam])
        for viewer in [Viewer.dev, .ruth, .amira(at: elm.id), .helen(at: elm.id), .tom(of: class4.id, at: elm.id), .grace(at: elm.id), .peter] {
            let page = try await stage.visit(.read, "/", as: viewer)
            #expect(page.status == 200 && !page.text.contains("Whitlock"), "\(viewer.title)")
            #expect(viewer.may(.seePupils) == page.text.contains("/register"))
        }
    }

    @Test("Who has no page of the trust finds the areas’ figures from Today")
    func figures() async throws {
        struct Counting: Area {
            let name = "Counting"
            func figurePages(for viewer: Viewer) -> [MenuEntry] { [MenuEntry("See how many", PagePath< >("/register")(), place: "trust", order: 10)] }
        }
        let stage = try await Stage(areas: [PeopleArea(), Counting(), OversightArea(reading: [PeopleArea(), Counting()])]), elm = try await stage.school()
        #expect(try await stage.visit(.read, "/", as: .grace(at: elm.id)).text.contains("See how many"))
        #expect(try await !stage.visit(.read, "/", as: .peter).text.contains("See how many"), "a trustee has them on the trust’s page")
    }

    @Test("The trust’s page has every school with its numbers, for those of the whole trust", arguments: StageEngine.here)
    func trust(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school()
        _ = try await stage.school("Oak Primary School", urn: "999002")
        for provision in ["E", "K", "N", "N"] { _ = try await stage.pupil(at: elm, provision: provision) }
        let page = try await stage.visit(.read, trustPath(), as: .peter).text
        #expect(page.contains("Oak Primary School") && page.contains("50%") && page.contains("<rect class=\"bar-plan\" width=\"250\"") && !page.contains("Whitlock"))
        #expect(try await stage.visit(.read, trustPath(), as: .amira(at: elm.id)).status == 404)
        #expect(try await stage.visit(.read, trustPath(), as: .grace(at: elm.id)).status == 404)
    }

    @Test("Search finds pupils and schools, and says so when it finds none")
    func search() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school()
        _ = try await stage.pupil("Elma", "Whitlock", at: elm, provision: "K")
        let page = try await stage.visit(.read, "/search?words=elm", as: .dev).text
        #expect(page.contains("1 pupil and 1 school for “elm”") && page.contains("Year 4 · Elm Primary School") && page.contains("SEN support"))
        #expect(try await stage.visit(.read, "/search?words=%3Cb%3E", as: .dev).text.contains("Nothing found for “&lt;b&gt;”"))
        #expect(try await stage.visit(.read, "/search", as: .dev).status == 200)
        #expect(try await stage.visit(.read, "/search?words=elm", as: .grace(at: elm.id)).status == 404)
    }

    @Test("The menu leads only where the viewer may go")
    func menu() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school(), class4 = try await stage.schoolClass("4K", at: elm)
        for viewer in [Viewer.dev, .ruth, .amira(at: elm.id), .helen(at: elm.id), .tom(of: class4.id, at: elm.id), .grace(at: elm.id), .peter] {
            for entry in wholeHouse.flatMap({ $0.menu(for: viewer) }) {
                #expect(try await stage.visit(.read, entry.address, as: viewer).status == 200, "\(viewer.title) \(entry.label)")
            }
        }
    }
}
