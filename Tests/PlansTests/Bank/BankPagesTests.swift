import Access
import Basics
import Database
import Measures
import Pages
import People
@testable import Plans
import Stage
import Testing

@Suite("The bank on its pages")
struct BankPagesTests {
    struct Place {
        let stage: Stage
        let elm: School, oak: School
        let amira: Viewer, tom: Viewer, ruth: Viewer, olga: Viewer, parent: Viewer
    }

    static func place(_ engine: StageEngine = .sqlite) async throws -> Place {
        let stage = try await Stage(engine, areas: [PeopleArea(), MeasuresArea(), PlansArea()])
        let elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        return Place(
            stage: stage, elm: elm, oak: oak,
            amira: Viewer(name: "Amira Khan", account: AccountID(1), role: .senco, sight: .schools([elm.id])),
            tom: Viewer(name: "Tom Reed", account: AccountID(2), role: .teacher, sight: .classes([], at: elm.id)),
            ruth: Viewer(name: "Ruth Adeyemi", account: AccountID(3), role: .trustLead, sight: .trust),
            olga: Viewer(name: "Olga Berg", account: AccountID(4), role: .senco, sight: .schools([oak.id])),
            parent: Viewer(name: "A parent", account: AccountID(5), role: .parent, sight: .pupils([])))
    }

    static func form(
        place: String = "person", words: String = "[Name] sews on a button.", measure: String = "Buttons that hold, of five", ages: String = "secondary", weeks: String = "6"
    ) -> KeyValuePairs<String, String> {
        [
            "kind": "outcome", "words": words, "measure": measure, "baseline": "__ of 5", "target": "4 of 5", "weeks": weeks, "need": "self-care", "ages": ages, "place": place,
        ]
    }

    @Test("Everybody who is signed in may look through it, part by part, and search it without a script")
    func look() async throws {
        let place = try await Self.place(), stage = place.stage
        let whole = try await stage.visit(.read, "/plans/bank", as: place.tom)
        #expect(whole.status == 200 && whole.text.contains("1 to 20 of \(Bank.shipped.count) entries") && whole.text.contains("Next 20"))
        let found = try await stage.visit(.read, "/plans/bank?words=visual+timet&kind=strategy", as: place.parent)
        #expect(found.text.contains("Run a visual timetable that the child changes") && !found.text.contains("Add an outcome") && !found.text.contains("Make your own"))
        #expect(try await stage.visit(.read, "/plans/bank?words=xylophone", as: place.tom).text.contains("Nothing fits"))
        #expect(try await stage.visit(.read, "/plans/bank?page=99", as: place.tom).text.contains("behind the end"))
        let needs = try await stage.visit(.read, "/plans/bank?need=C%26I&page=2", as: place.tom)
        #expect(needs.status == 200 && needs.text.contains("Previous 20"))
        #expect(try await stage.visit(.read, "/plans/bank", as: .nobody).status == 404)
    }

    @Test("From the form of a plan, each entry goes back into it; an address elsewhere is not taken")
    func taken() async throws {
        let place = try await Self.place()
        let page = try await place.stage.visit(.read, "/plans/bank?words=braille&for=/plans/7/write", as: place.amira).text
        #expect(page.contains("href=\"/plans/7/write?bank=reads-by-touch#part-outcomes\"") && page.contains("go back to the plan"))
        #expect(page.contains("name=\"for\" value=\"/plans/7/write\""))
        for address in ["https://example.org/", "//example.org/plans/", "/accounts", "/plans/7%0d%0aX"] {
            #expect(!(try await place.stage.visit(.read, "/plans/bank?words=braille&for=\(address)", as: place.amira).text.contains("Use this")), "\(address)")
        }
    }

    @Test("A person's own entry is for them alone, a school's for the school, the trust's for all", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let place = try await Self.place(engine), stage = place.stage
        for (viewer, to) in [(place.tom, "person"), (place.amira, "school-\(place.elm.id)"), (place.ruth, "trust")] {
            let saved = try await stage.visit(.send, "/plans/bank/add", as: viewer, form: Self.form(place: to, words: "[Name] sews on a \(to) button."))
            #expect(saved.status == 303 && saved.next?.hasPrefix("/plans/bank?saved=added") == true)
        }
        let sees = { (viewer: Viewer) in try await stage.read { try $0.bank(for: viewer) }.filter { $0.source != .trellis }.map(\.source) }
        #expect(try await sees(place.tom) == [.trust, .school(place.elm.id), .person])
        #expect(try await sees(place.amira) == [.trust, .school(place.elm.id)])
        #expect(try await sees(place.olga) == [.trust])
        #expect(try await sees(place.ruth) == [.trust, .school(place.elm.id)])
        #expect(try await sees(place.parent) == [.trust])
        #expect(try await stage.read { try $0.bankEntry("own-1", for: place.amira) } == nil)
        let page = try await stage.visit(.read, "/plans/bank?words=sews", as: place.tom).text
        #expect(page.contains("added by you") && page.contains("added by the school") && page.contains("added by the trust"))
        #expect(page.contains("/plans/bank/1/change") && !page.contains("/plans/bank/2/change"))
        let events: [String] = try await stage.read { try $0.column("SELECT event FROM trail WHERE subject = 'bank_entry'") }
        #expect(events == ["bankEntry.added", "bankEntry.added", "bankEntry.added"])
    }

    @Test("Nobody adds for a place that is not theirs, and what was typed stays")
    func refused() async throws {
        let place = try await Self.place(), stage = place.stage
        for (viewer, to) in [(place.tom, "school-\(place.elm.id)"), (place.tom, "trust"), (place.amira, "school-\(place.oak.id)"), (place.amira, "trust"), (place.amira, "school-x")] {
            let answer = try await stage.visit(.send, "/plans/bank/add", as: viewer, form: Self.form(place: to))
            #expect(answer.status == 422 && answer.text.contains("Choose for whom") && answer.text.contains("[Name] sews on a button."), "\(viewer.name), \(to)")
        }
        #expect(try await stage.visit(.read, "/plans/bank/add", as: place.parent).status == 404)
        #expect(try await stage.visit(.send, "/plans/bank/add", as: place.parent, form: Self.form()).status == 404)
        let wrong = try await stage.visit(.send, "/plans/bank/add", as: place.tom, form: Self.form(measure: "", ages: "", weeks: "ten"))
        #expect(wrong.status == 422 && wrong.text.contains("3 things need mending") && wrong.text.contains("id=\"ages-problem\"") && wrong.text.contains("value=\"ten\""))
    }

    @Test("One makes one's own of an entry, changes it and takes it out; others do not find it")
    func own() async throws {
        let place = try await Self.place(), stage = place.stage
        let copy = try await stage.visit(.read, "/plans/bank/add?kind=outcome&from=now-and-next", as: place.tom).text
        #expect(copy.contains("two minutes of looking at a now-and-next board") && copy.contains("value=\"early\" checked"))
        _ = try await stage.visit(.send, "/plans/bank/add", as: place.tom, form: Self.form())
        for viewer in [place.amira, place.ruth, place.parent] {
            #expect(try await stage.visit(.read, "/plans/bank/1/change", as: viewer).status == 404)
            #expect(try await stage.visit(.send, "/plans/bank/1/withdraw", as: viewer).status == 404)
        }
        #expect(try await stage.visit(.read, "/plans/bank/1/change", as: place.tom).text.contains("[Name] sews on a button."))
        #expect(try await stage.visit(.send, "/plans/bank/1/change", as: place.tom, form: Self.form(words: "")).status == 422)
        #expect(try await stage.visit(.send, "/plans/bank/1/change", as: place.tom, form: Self.form(words: "[Name] sews on two buttons.")).status == 303)
        #expect(try await stage.visit(.read, "/plans/bank?words=sews", as: place.tom).text.contains("sews on two buttons"))
        #expect(try await stage.visit(.read, "/plans/bank/1/withdraw", as: place.tom).text.contains("Plans that took it keep"))
        #expect(try await stage.visit(.send, "/plans/bank/1/withdraw", as: place.tom).status == 303)
        #expect(try await stage.visit(.read, "/plans/bank?words=sews", as: place.tom).text.contains("Nothing fits"))
        #expect(try await stage.visit(.read, "/plans/bank/1/change", as: place.tom).status == 404)
    }

    @Test("Uses are counted over all schools", arguments: StageEngine.here)
    func uses(engine: StageEngine) async throws {
        let place = try await Self.place(engine), stage = place.stage, elm = place.elm.id, oak = place.oak.id
        try await stage.act { writer in
            for school in [elm, elm, oak] { try writer.countUse(of: "now-and-next", at: school) }
        }
        let entry = try await stage.read { try $0.bank(for: place.tom) }.first { $0.key == "now-and-next" }
        #expect(entry?.uses == 3)
        #expect(try await stage.visit(.read, "/plans/bank?words=now-and-next", as: place.tom).text.contains("used 3 times"))
    }

    @Test("Programs read it part by part and add to it")
    func program() async throws {
        let place = try await Self.place(), stage = place.stage
        let list = try await stage.visit(.read, "/api/v1/bank?kind=strategy&need=hearing&limit=2", as: place.tom)
        #expect(list.status == 200 && list.text.contains("face-light-distance") && list.text.contains("\"next\":\""))
        #expect(try await stage.visit(.read, "/api/v1/bank?need=x", as: place.tom).status == 422)
        #expect(try await stage.visit(.read, "/api/v1/bank?words=xylophone", as: place.tom).text.contains("\"items\":[]"))
    }

    @Test("The checks of the wording are told, each with its reason and an example")
    func wording() async throws {
        let place = try await Self.place()
        let page = try await place.stage.visit(.read, "/plans/wording", as: place.tom).text
        for check in WordingCheck.all { #expect(page.contains("id=\"\(check.id)\"")) }
        let advice = wordingAdvice(WordingCheck.all.findings(in: WordingCheckTests.with(.words, "Sam regularly reads two lines.")))
        #expect("\(advice.text)".contains("One thing about the wording") && advice.text.contains("“regularly”"))
        #expect(wordingAdvice([]).text.isEmpty)
    }
}

extension HTML {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
