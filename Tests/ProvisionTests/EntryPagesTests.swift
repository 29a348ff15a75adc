import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("The pages of the catalogue of provision")
struct EntryPagesTests {
    private static let form: KeyValuePairs<String, String> = [
        "name": "Story circle", "kind": "targeted", "areas": "C&I", "areas": "SEMH", "about": "A circle in which stories are told", "group_size": "4", "minutes": "20", "sessions": "2", "weeks": "8", "role": "ta",
        "materials": "£1,012.5", "strands": "phonics",
    ]

    private func entries(_ stage: ProvisionStage) async throws -> [Intervention] { try await stage.stage.read { try $0.all(Intervention.self, "WHERE 1 = 1 ORDER BY id") } }

    @Test("Staff read the catalogue; families and strangers do not", arguments: StageEngine.here)
    func reads(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), house = stage.stage
        for viewer in [stage.amira, stage.tom, stage.tessAtWork, .ruth] {
            let page = try await house.visit(.read, "/catalogue", as: viewer)
            #expect(page.status == 200 && page.text.contains("Reading club") && page.text.contains("Group of 3, 30 minutes, twice a week, 10 weeks") && page.text.contains("/catalogue/shipped/toe-by-toe"))
        }
        for path in ["/catalogue", "/catalogue/\(stage.club.id)", "/catalogue/shipped/elsa", "/catalogue/add"] {
            for viewer in [stage.pat, stage.governor] { #expect(try await house.visit(.read, path, as: viewer).status == 404, "\(path)") }
        }
        #expect(try await house.visit(.read, "/catalogue/999999", as: stage.amira).status == 404)
        #expect(try await house.visit(.read, "/catalogue/shipped/magic", as: stage.amira).status == 404)
    }

    @Test("Kind, area and words choose entries", arguments: [("?kind=universal", false, false), ("?area=C%26L", true, true), ("?area=SEMH", false, false), ("?words=READING+cl", true, false), ("?words=toe+by", false, true)])
    func filters(query: String, club: Bool, toe: Bool) async throws {
        let stage = try await ProvisionStage(), page = try await stage.stage.visit(.read, "/catalogue" + query, as: stage.amira).text
        #expect(page.contains(">Reading club</a>") == club && page.contains("/catalogue/shipped/toe-by-toe") == toe)
    }

    @Test("A SENCO adds an entry to the school’s; what is wrong stands beside its field", arguments: StageEngine.here)
    func adds(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), house = stage.stage
        for viewer in [stage.tom, stage.tessAtWork, stage.helen] {
            #expect(try await house.visit(.read, "/catalogue/add", as: viewer).status == 404)
            #expect(try await house.visit(.send, "/catalogue/add", as: viewer, form: Self.form).status == 404)
        }
        let wrong = try await house.visit(.send, "/catalogue/add", as: stage.amira, form: ["name": "Story <circle>", "kind": "targeted", "group_size": "some", "minutes": "-5", "sessions": "", "weeks": "x", "materials": "ten", "materials_each": "1.234"])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"Story &lt;circle&gt;\"") && wrong.text.contains("value=\"some\""))
        for field in ["areas", "group_size", "minutes", "sessions", "weeks", "role", "materials", "materials_each"] { #expect(wrong.text.contains("href=\"#\(field)\""), "\(field)") }
        let money = try await house.visit(.send, "/catalogue/add", as: stage.amira, form: ["name": "A", "kind": "targeted", "areas": "C&I", "group_size": "4", "minutes": "20", "sessions": "2", "role": "ta", "materials": "ten"])
        #expect(money.status == 422 && money.text.contains("such as 12.50"))
        let forged = try await house.visit(.send, "/catalogue/add", as: stage.amira, form: ["name": "A", "kind": "targeted", "areas": "x,y", "group_size": "4", "minutes": "20", "sessions": "2", "role": "ta", "entry_instrument": "99999", "strands": "magic"])
        #expect(forged.status == 422 && forged.text.contains("href=\"#entry_instrument\"") && forged.text.contains("href=\"#areas\"") && forged.text.contains("href=\"#strands\""))
        let saved = try await house.visit(.send, "/catalogue/add", as: stage.amira, form: Self.form)
        let made = try #require(try await entries(stage).last)
        #expect(saved.status == 303 && saved.next == "/catalogue/\(made.id)?saved=added" && made.school == stage.elm.id && made.areas == ["C&I", "SEMH"] && made.sharedMaterials == Pence(101_250) && made.weeks == 8)
        #expect(try await stage.events("intervention.added").count == 2)
        let page = try await house.visit(.read, saved.next ?? "", as: stage.tom).text
        #expect(page.contains("Added to the catalogue.") && page.contains("£1,012.50") && page.contains("rel=\"noreferrer\"") && page.contains("teaching-learning-toolkit/phonics") && !page.contains("/keep\""))
        #expect(try await house.visit(.read, "/catalogue/\(made.id)", as: stage.senco).status == 404, "another school’s")
        let twice = try await house.visit(.send, "/catalogue/add", as: stage.amira, form: Self.form)
        #expect(twice.status == 422 && twice.text.contains("has one of this name"))
    }

    @Test("The trust’s lead keeps the trust’s entries; a school leaves them as they are")
    func trusts() async throws {
        let stage = try await ProvisionStage(), house = stage.stage, path = "/catalogue/\(stage.club.id)"
        for what in ["/keep", "/retire"] { #expect(try await house.visit(.read, path + what, as: stage.amira).status == 404, "\(what)") }
        #expect(try await house.visit(.read, path, as: stage.amira).text.contains("Adapt it for your school"))
        #expect(try await house.visit(.read, path, as: .ruth).text.contains("Change it"))
        let open = try await house.visit(.read, path + "/keep", as: .ruth).text
        #expect(open.contains("value=\"Reading club\"") && open.contains("name=\"seen\" value=\"1\""))
        let changed = { (seen: String, minutes: String) in
            try await house.visit(.send, path + "/keep", as: .ruth, form: ["seen": seen, "name": "Reading club", "kind": "targeted", "areas": "C&L", "group_size": "3", "minutes": minutes, "sessions": "2", "role": "ta"])
        }
        #expect(try await changed("1", "25").status == 303)
        let late = try await changed("1", "40")
        #expect(late.status == 409 && late.text.contains("25 minutes, twice a week") && late.text.contains("value=\"40\"") && late.text.contains("name=\"seen\" value=\"2\""))
        #expect(try await entries(stage)[0].minutes == 25)
        let added = try await house.visit(.send, "/catalogue/add", as: .ruth, form: Self.form)
        #expect(added.status == 303)
        #expect(try await entries(stage).last?.school == nil)
    }

    @Test("A programme that comes with Trellis is taken in once, tied to the tests that are there", arguments: StageEngine.here)
    func adopts(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), house = stage.stage, path = "/catalogue/shipped/toe-by-toe"
        let preview = try await house.visit(.read, path, as: stage.tom).text
        #expect(preview.contains("Your SENCO can take it in") && !preview.contains("<button>Take it"))
        #expect(try await house.visit(.send, path, as: stage.tom).status == 404)
        #expect(try await house.visit(.send, "/catalogue/shipped/magic", as: stage.amira).status == 404)
        let saved = try await house.visit(.send, path, as: stage.amira), made = try #require(try await entries(stage).last)
        let keys = try await house.read { try $0.instrumentKeys() }, nearest = ShippedIntervention.named("toe-by-toe")?.instruments.compactMap { keys[$0] }.first
        #expect(saved.status == 303 && made.key == "toe-by-toe" && made.school == stage.elm.id && made.entryInstrument != nil && made.entryInstrument == nearest)
        let twice = try await house.visit(.send, path, as: stage.amira)
        #expect(twice.status == 422 && twice.text.contains("is in your catalogue already"))
        #expect(try await !house.visit(.read, "/catalogue", as: stage.amira).text.contains("shipped/toe-by-toe"))
        #expect(try await house.visit(.read, "/catalogue", as: .ruth).text.contains("shipped/toe-by-toe"))
        let renamed = try await house.visit(.send, "/catalogue/\(made.id)/keep", as: stage.amira, form: ["name": "Other", "kind": "targeted", "areas": "C&L", "group_size": "1", "minutes": "20", "sessions": "5", "role": "ta"])
        #expect(renamed.status == 422 && renamed.text.contains("stay as they are"))
        #expect(try await house.visit(.send, path, as: .ruth).status == 303)
        #expect(try await entries(stage).last?.school == nil)
        #expect(try await stage.events("intervention.adopted").count == 2)
    }

    @Test("A school adapts the trust’s entry with a reason, once, and the trust reads why")
    func adapts() async throws {
        let stage = try await ProvisionStage(), house = stage.stage, path = "/catalogue/\(stage.club.id)/adapt"
        for viewer in [stage.tom, .ruth, stage.helen] { #expect(try await house.visit(.read, path, as: viewer).status == 404, "\(viewer.title)") }
        let wrong = try await house.visit(.send, path, as: stage.amira, form: ["reason": " "])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#reason\""))
        let saved = try await house.visit(.send, path, as: stage.amira, form: ["reason": "Groups of two here"])
        let made = try #require(try await entries(stage).last)
        #expect(saved.next == "/catalogue/\(made.id)?saved=adapted" && made.adapts == stage.club.id && made.school == stage.elm.id)
        #expect(try await house.visit(.read, "/catalogue/\(made.id)", as: stage.amira).text.contains("Why: Groups of two here"))
        #expect(try await house.visit(.read, "/catalogue/\(stage.club.id)", as: .ruth).text.contains("Groups of two here"))
        #expect(try await !house.visit(.read, "/catalogue/\(stage.club.id)", as: stage.senco).text.contains("Groups of two here"))
        #expect(try await house.visit(.send, path, as: stage.amira, form: ["reason": "Again"]).status == 422)
        #expect(try await house.visit(.send, "/catalogue/\(made.id)/adapt", as: stage.amira, form: ["reason": "Again"]).status == 404, "it is the school’s own")
    }

    @Test("An entry is taken out with a day and a reason; who uses it stands on its page")
    func retires() async throws {
        let stage = try await ProvisionStage(), house = stage.stage, path = "/catalogue/\(stage.club.id)"
        try await stage.running([stage.sam, stage.ana], "A", of: stage.club, at: stage.elm)
        try await stage.running([stage.olga], "B", of: stage.club, at: stage.oak)
        let uses = try await house.visit(.read, path, as: .ruth).text
        #expect(uses.contains("Oak Primary School") && uses.contains("data-label=\"Pupils\">2<"))
        #expect(try await !house.visit(.read, path, as: stage.amira).text.contains("Oak Primary School"))
        let wrong = try await house.visit(.send, path + "/retire", as: .ruth, form: ["last_day": "soon", "reason": "x"])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"soon\""))
        #expect(try await house.visit(.send, path + "/retire", as: .ruth, form: ["last_day": "2026-11-20", "reason": ""]).status == 422)
        #expect(try await house.visit(.send, path + "/retire", as: .ruth, form: ["seen": "7", "last_day": "2026-11-20", "reason": "No effect"]).status == 409)
        #expect(try await house.visit(.send, path + "/retire", as: .ruth, form: ["last_day": "2026-11-19", "reason": "No effect"]).status == 303)
        #expect(try await house.visit(.read, path, as: stage.tom).text.contains("Nothing new begins with this after 19 November 2026"))
        #expect(try await house.visit(.send, path + "/retire", as: .ruth, form: ["last_day": "2026-11-19", "reason": "No effect"]).status == 422, "that is its last day already")
        #expect(try await stage.events("intervention.retired").count == 1)
    }

    @Test("What was taken out by mistake has its last day put right, or is taken in again")
    func restores() async throws {
        let stage = try await ProvisionStage(), house = stage.stage, path = "/catalogue/\(stage.club.id)"
        #expect(try await house.visit(.read, path + "/restore", as: .ruth).status == 404, "it is in the catalogue")
        #expect(try await house.visit(.send, path + "/retire", as: .ruth, form: ["last_day": "2026-11-19", "reason": "No effect"]).status == 303)
        let page = try await house.visit(.read, path, as: .ruth).text
        #expect(page.contains("Take it in again") && page.contains("Correct its last day") && !page.contains("Take it out<"))
        let correct = try await house.visit(.read, path + "/retire", as: .ruth)
        #expect(correct.text.contains("value=\"2026-11-19\"") && correct.text.contains("Save the last day"))
        #expect(try await house.visit(.send, path + "/retire", as: .ruth, form: ["last_day": "2026-12-18", "reason": "To the end of term"]).status == 303)
        #expect(try await entries(stage)[0].ends == day("2026-12-18"))
        for viewer in [stage.amira, stage.tom, stage.helen] {
            #expect(try await house.visit(.read, path + "/restore", as: viewer).status == 404, "\(viewer.name)")
            #expect(try await house.visit(.send, path + "/restore", as: viewer, form: ["reason": "We use it"]).status == 404, "\(viewer.name)")
        }
        let wrong = try await house.visit(.send, path + "/restore", as: .ruth, form: ["reason": " "])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#reason\""))
        #expect(try await house.visit(.send, path + "/restore", as: .ruth, form: ["seen": "1", "reason": "We use it"]).status == 409)
        let saved = try await house.visit(.send, path + "/restore", as: .ruth, form: ["reason": "We use it"])
        #expect(saved.next == path + "?saved=restored")
        #expect(try await house.visit(.read, saved.next ?? "", as: .ruth).text.contains("Taken in again."))
        #expect(try await entries(stage)[0].ends == nil)
        #expect(try await house.visit(.send, path + "/restore", as: .ruth, form: ["reason": "Again"]).status == 404)
        #expect(try await stage.events("intervention.r%") == ["intervention.retired", "intervention.retired", "intervention.restored"])
    }

    @Test("A programme that was taken out is not taken in a second time: the page says where it is")
    func adoptsRetired() async throws {
        let stage = try await ProvisionStage(), house = stage.stage
        #expect(try await house.visit(.send, "/catalogue/shipped/elsa", as: stage.amira).status == 303)
        let made = try #require(try await entries(stage).last)
        #expect(try await house.visit(.send, "/catalogue/\(made.id)/retire", as: stage.amira, form: ["last_day": "2026-11-19", "reason": "No effect"]).status == 303)
        let twice = try await house.visit(.send, "/catalogue/shipped/elsa", as: stage.amira)
        #expect(twice.status == 422 && twice.text.contains("was taken out of your catalogue after 19 November 2026") && twice.text.contains("Take it in again"))
    }

    @Test("A program reads the catalogue")
    func api() async throws {
        let stage = try await ProvisionStage()
        let page = try await stage.stage.visit(.read, "/api/v1/interventions?kind=targeted", as: stage.amira).text
        #expect(page.contains("\"name\":\"Reading club\"") && page.contains("\"school\":null") && page.contains("\"sessions_a_week\":2") && page.contains("\"offered\":true"))
        #expect(try await !stage.stage.visit(.read, "/api/v1/interventions?kind=universal", as: stage.amira).text.contains("Reading club"))
    }
}
