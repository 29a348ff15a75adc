import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Provision
import Stage
import Testing

/// Advice of specialists and what the school makes of it.
struct AdviceTests {
    static let today = Day(number: 20_777)

    static func recommendation(_ state: Recommendation.State = .proposed) -> Recommendation {
        let advice = Advice(pupil: PupilID(1), school: SchoolID(1), author: "Ana Cole", writtenOn: today - 50, receivedOn: today - 45, summary: "Words", recordedBy: "Amira Khan")
        var recommendation = Recommendation(of: advice, "Use pictures", on: today - 45)
        (recommendation.state, recommendation.id) = (state, RecommendationID(1))
        return recommendation
    }

    static func decision(_ state: Recommendation.State) -> DecideRecommendation {
        var decision = DecideRecommendation(state, words: "Twice a week is what we can do")
        (decision.owner, decision.due, decision.evidence, decision.run) = (ActionOwner(name: "Tom Reed"), today + 30, "Photographs, and the class teacher’s note", ProvisionID(1))
        return decision
    }

    @Test("Each answer follows only where the table lets it", arguments: Recommendation.State.allCases)
    func states(from state: Recommendation.State) {
        for next in Recommendation.State.allCases {
            let taken = try? Self.decision(next).applied(to: Self.recommendation(state), by: "Amira Khan", today: Self.today)
            #expect((taken != nil) == state.next.contains(next), "\(state) to \(next)")
        }
    }

    static let faults: [(Recommendation.State, String, @Sendable (inout DecideRecommendation) -> Void)] = [
        (.accepted, "owner", { $0.owner = nil }), (.accepted, "due", { $0.due = nil }), (.accepted, "due", { $0.due = today - 1 }), (.adapted, "words", { $0.words = "" }),
        (.declined, "words", { $0.words = "" }), (.lapsed, "words", { $0.words = "" }), (.inProvision, "run", { $0.run = nil }), (.done, "evidence", { $0.evidence = "Yes" }),
    ]

    @Test("An answer needs an owner and a day, a reason, a provision or evidence", arguments: faults)
    func refused(state: Recommendation.State, field: String, spoil: @Sendable (inout DecideRecommendation) -> Void) {
        var decision = Self.decision(state)
        spoil(&decision)
        #expect { try decision.applied(to: Self.recommendation(), by: "Amira Khan", today: Self.today) } throws: { ($0 as? Problems)?.message(for: field) != nil }
    }

    @Test("Each line is a recommendation, without what people put before it")
    func lines() {
        #expect(KeepAdvice(by: "", summary: "", recommendations: "- Use pictures\n\n • Sit near the front \r\n").lines == ["Use pictures", "Sit near the front"])
        #expect(KeepAdvice(by: "", summary: "", recommendations: " \n").lines == [])
    }

    static let form: KeyValuePairs<String, String> = [
        "author": "Ana Cole, speech therapist", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "Understands two words of a sentence", "recommendations": "- Use pictures\n- Name things in play",
    ]

    private func entered(_ stage: AgenciesStage) async throws -> String {
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/advice/add", as: stage.amira, form: Self.form)
        return String((answer.next ?? "").split(separator: "?").first ?? "")
    }

    @Test("A SENCO enters advice, answers each recommendation and shows that it was done", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), path = try await entered(stage)
        let page = try await stage.stage.visit(.read, path, as: .helen(at: stage.elm.id)).text
        #expect(page.contains("Name things in play") && page.contains("Not answered yet") && !page.contains("Accept it"))
        let rows = try await stage.stage.read { try $0.all(Recommendation.self, "ORDER BY id").map(\.row) }, decide = "/pupils/\(stage.sam.id)/recommendations/"
        #expect(try await stage.stage.visit(.read, "\(decide)\(rows[0])?to=accepted", as: stage.amira).status == 200)
        let empty = try await stage.stage.visit(.send, "\(decide)\(rows[0])", as: stage.amira, form: ["to": "accepted", "owner": "me"])
        #expect(empty.status == 422 && empty.text.contains("href=\"#due\""))
        #expect(try await stage.stage.visit(.send, "\(decide)\(rows[0])", as: stage.amira, form: ["to": "accepted", "owner": "me", "due": "2026-12-18"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(decide)\(rows[0])", as: stage.amira, form: ["to": "done", "evidence": "Picture boards in every lesson"]).status == 303)
        #expect(try await stage.stage.visit(.send, "\(decide)\(rows[1])", as: stage.amira, form: ["to": "declined", "words": "Done at home"]).status == 303)
        let after = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(after.contains("Picture boards in every lesson") && after.contains("Done at home"))
        #expect(try await stage.stage.visit(.read, "/recommendations?state=ended", as: stage.amira).text.contains("Whitlock"))
        let events = try await stage.events(of: stage.sam.id)
        for event in ["advice.received", "recommendation.entered", "recommendation.accepted", "recommendation.done", "recommendation.declined"] { #expect(events.contains(event), "\(event)") }
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text.contains("0 of 2 recommendations open"))
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("Who may not see the record finds none of it; who may only read finds no form")
    func sight() async throws {
        let stage = try await AgenciesStage(), path = try await entered(stage), helen = Viewer.helen(at: stage.elm.id)
        let parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id])), teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .pupils([stage.sam.id]))
        for viewer in [parent, teacher, .ruth, .amira(at: stage.oak.id)] {
            for place in [path, "\(path)/more", "/pupils/\(stage.sam.id)/advice/add", "/pupils/\(stage.sam.id)/recommendations/1"] { #expect(try await stage.stage.visit(.read, place, as: viewer).status == 404, "\(viewer.name) \(place)") }
        }
        #expect(try await stage.stage.visit(.read, path, as: helen).status == 200)
        #expect(try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/recommendations/1", as: helen, form: ["to": "declined", "words": "No"]).status == 404)
        #expect(try await stage.stage.visit(.read, path.replacing("/pupils/\(stage.sam.id)", with: "/pupils/\(stage.olga.id)"), as: .operator).status == 404)
        #expect(try await !stage.stage.visit(.read, "/recommendations", as: .amira(at: stage.oak.id)).text.contains("Whitlock"))
    }

    @Test("What is missing stands beside its field; more lines can follow; the report of a referral moves it on")
    func forms() async throws {
        let stage = try await AgenciesStage()
        let wrong = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/advice/add", as: stage.amira, form: ["summary": "", "written_on": "2026-11-19", "received_on": "2026-11-18", "recommendations": "Use pictures"])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#author\"") && wrong.text.contains("href=\"#received_on\"") && wrong.text.contains("href=\"#summary\"") && wrong.text.contains("Use pictures"))
        let path = try await entered(stage)
        #expect(try await stage.stage.visit(.send, "\(path)/more", as: stage.amira, form: ["recommendations": " "]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/more", as: stage.amira, form: ["recommendations": "Sit near the front"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Sit near the front"))
        let referral = try await stage.drafted()
        try await stage.consent()
        for step in ["sent", "seen"] { _ = try await stage.step(referral, step) }
        let form = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/advice/add?referral=1", as: stage.amira)
        #expect(form.status == 200 && form.text.contains("name=\"referral\" value=\"1\""))
        let typed = FormValues(Self.form.map { ($0.key, $0.value) } + [("referral", "1"), ("agency", "\(stage.speech.id)")])
        #expect(try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/advice/add", as: stage.amira, typed: typed).status == 303)
        #expect(try await stage.stage.visit(.read, referral, as: stage.amira).text.contains("Report received since 20 November 2026"))
    }

    @Test("Recommendations without an answer are found after six weeks, once for each advice", arguments: StageEngine.here)
    func unanswered(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine)
        _ = try await entered(stage)
        #expect(try await stage.found("recommendation-unanswered", later: 42).isEmpty)
        let found = try await stage.found("recommendation-unanswered", later: 43)
        #expect(found.count == 1 && found.first?.message.contains("2 recommendations of it have no answer") == true && found.first?.since == stage.stage.today + 43)
        #expect(try await stage.found("recommendation-unanswered", as: .amira(at: stage.oak.id), later: 60).isEmpty)
    }

    @Test("A provision that carries a recommendation out is not taken back, and the page says why")
    func carriedOut() async throws {
        let stage = try await AgenciesStage(), today = stage.stage.today, elm = stage.elm.id, sam = stage.sam.id
        let run = try await stage.stage.act { writer in
            let entry = try writer.save(Change("intervention.added", to: Intervention(name: "Talk time", kind: .targeted, areas: ["C&I"], groupSize: 3, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta")))
            let run = try writer.save(Change("provision.started", to: ProvisionRun(school: elm, intervention: entry.id, name: "Talk time", kind: .targeted, starts: today - 2)))
            try writer.save(Change("provision.joined", to: ProvisionMember(run: run.id, pupil: sam, spell: Spell(starts: today - 2))))
            let advice = try writer.save(Change("advice.recorded", to: Advice(pupil: sam, school: elm, author: "Ana Cole", writtenOn: today - 50, receivedOn: today - 45, summary: "Words", recordedBy: "Amira Khan")))
            var recommendation = Recommendation(of: advice, "Use pictures", on: today - 45)
            (recommendation.state, recommendation.run) = (.inProvision, run.id)
            try writer.save(Change("recommendation.decided", to: recommendation))
            return run
        }
        let refused = try await stage.stage.visit(.send, "/provisions/\(run.id)/take-back", as: stage.amira, form: ["because": "Begun twice"])
        #expect(refused.status == 422 && refused.text.contains("or a recommendation that it carries out") && refused.text.contains("Begun twice"))
        #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.amira).status == 200)
    }

    @Test("Advice is put right, and taken out; its first words stay in the trail, and its recommendations count no more", arguments: StageEngine.here)
    func mended(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), path = try await entered(stage), helen = Viewer.helen(at: stage.elm.id)
        #expect(try await stage.stage.visit(.read, "\(path)/change", as: stage.amira).text.contains("Understands two words of a sentence"))
        #expect(try await stage.stage.visit(.send, "\(path)/change", as: helen, form: Self.form).status == 404)
        let lost = try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["author": "Ana Cole", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "My words", "paper": "9999"])
        #expect(lost.status == 422 && lost.text.contains("href=\"#paper\"") && lost.text.contains("My words"))
        #expect(try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["author": "Ana Cole", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "Understands three words"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: helen).text.contains("Understands three words"))
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.event = 'advice.corrected' AND v.before LIKE '%two words%'", as: Int.self) } == 1)
        let first = try #require(try await stage.stage.read { try $0.value("SELECT MIN(id) FROM recommendation", as: RowID.self) }), kept: KeyValuePairs = ["author": "Ana Cole", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "Understands three words"]
        func mend(_ words: String) async throws -> Answer {
            try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, typed: FormValues(kept.map { (name: $0.key, text: $0.value) } + [(name: "recommendation_\(first)", text: words)]))
        }
        #expect(try await mend("Name <b>things</b>\n in play, twice a day").status == 303)
        #expect(try await stage.stage.visit(.read, path, as: helen).text.contains("Name &lt;b&gt;things&lt;/b&gt; in play, twice a day"))
        #expect(try await mend(" ").status == 422)
        #expect(try await mend(String(repeating: "x", count: 5_000)).status == 422)
        #expect(try await mend("Name things in play").status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/withdraw", as: stage.amira, form: ["reason": " "]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/withdraw", as: stage.amira, form: ["reason": "About another pupil"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: helen).text.contains("About another pupil"))
        #expect(try await !stage.stage.visit(.read, "/recommendations", as: stage.amira).text.contains("Name things in play"))
        let row = try #require(try await stage.stage.read { try $0.value("SELECT MIN(id) FROM recommendation", as: RowID.self) })
        for place in ["\(path)/change", "\(path)/more", "\(path)/withdraw", "/pupils/\(stage.sam.id)/recommendations/\(row)"] { #expect(try await stage.stage.visit(.read, place, as: stage.amira).status == 404, "\(place)") }
        #expect(try await stage.found("recommendation-unanswered", later: 60).isEmpty)
    }

    @Test("Advice for a referral is of its agency; what is wrong stands beside its field and nothing typed is lost")
    func sameAgency() async throws {
        let stage = try await AgenciesStage(), path = try await stage.drafted(), referral = String(path.split(separator: "/").last ?? "")
        let other = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/advice/add", as: stage.amira, form: [
            "author": "Ana Cole", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "My words", "referral": referral, "agency": ""])
        #expect(other.status == 422 && other.text.contains("href=\"#agency\"") && other.text.contains("My words"))
        let paper = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/advice/add", as: stage.amira, form: ["author": "Ana Cole", "written_on": "2026-11-10", "received_on": "2026-11-18", "summary": "My words", "paper": "4711"])
        #expect(paper.status == 422 && paper.text.contains("href=\"#paper\""))
    }

    @Test("Whoever answers anew leaves the recommendation with its owner")
    func owner() async throws {
        let stage = try await AgenciesStage()
        _ = try await entered(stage)
        let row = try #require(try await stage.stage.read { try $0.value("SELECT MIN(id) FROM recommendation", as: RowID.self) }), place = "/pupils/\(stage.sam.id)/recommendations/\(row)"
        #expect(try await stage.stage.visit(.send, place, as: stage.amira, form: ["to": "accepted", "owner": "other", "owner_words": "Dr Ahmed", "due": "2027-01-10"]).status == 303)
        let form = try await stage.stage.visit(.read, "\(place)?to=adapted", as: stage.amira).text
        #expect(form.contains("value=\"other\" selected") && form.contains("value=\"Dr Ahmed\""))
    }
}
