import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Identification
import Pages
import People
import Stage
import Testing

/// A referral on its pages, from draft to discharge.
struct ReferralPagesTests {
    @Test("A SENCO drafts one, is refused without consent, writes that down, and takes it to its end", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), path = try await stage.drafted()
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Nothing may be sent to them"))
        let refused = try await stage.step(path, "sent")
        #expect(refused.status == 422 && refused.text.contains("The family has not agreed that this agency is told") && refused.text.contains("/consents/add"))
        #expect(try await stage.consent().next == "\(path)?saved=consent")
        #expect(try await stage.step(path, "sent").next == "\(path)?saved=step")
        for (to, words, expected) in [("more_information", "A video of play", ""), ("sent", "The video", ""), ("accepted", "", ""), ("waiting", "", "2027-01-20"), ("seen", "By Ana Cole", ""), ("reported", "", ""), ("discharged", "", "")] {
            #expect(try await stage.step(path, to, words: words, expected: expected).status == 303, "\(to)")
        }
        let page = try await stage.stage.visit(.read, path, as: .helen(at: stage.elm.id)).text
        #expect(page.contains("A video of play") && page.contains("By Ana Cole") && page.contains("Discharged since 20 November 2026"))
        let events = try await stage.events(of: stage.sam.id)
        for event in ["referral.drafted", "agencyConsent.given", "referral.sent", "referral.moreInformationAsked", "referral.waiting", "referral.seen", "referral.discharged"] { #expect(events.contains(event), "\(event)") }
        #expect(try await stage.stage.visit(.read, "/referrals?state=over", as: stage.amira).text.contains("Whitlock"))
        #expect(try await stage.step(path, "seen").status == 422)
        let pupil = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        #expect(pupil.contains("Referral to Larkshire speech therapy: Seen.") && pupil.contains("Consent holds for Larkshire speech therapy until 30 June 2027"))
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("Who refers at one school, and sees a pupil of another as their teacher, refers this one no more than a teacher does, nor by a program")
    func elsewhere() async throws {
        let stage = try await AgenciesStage(), typed = FormValues([("agency", "\(stage.speech.id)"), ("reason", "Words"), ("wanted", "Help")])
        let both = Viewer(name: "Una Gray", parts: [Part(.senco, .schools([stage.oak.id])), Part(.teacher, .pupils([stage.sam.id]))])
        await #expect(throws: NotFound.self) {
            try await stage.stage.act { try $0.draft(typed, about: $0.pupilRecord(stage.sam.id, for: both, on: $0.act.today), for: both) }
        }
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM referral", as: Int.self) } == 0)
    }

    @Test("Nobody out of sight finds one, and those who may read but not refer find no button")
    func sight() async throws {
        let stage = try await AgenciesStage(), path = try await stage.drafted(), helen = Viewer.helen(at: stage.elm.id)
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .pupils([stage.sam.id])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [teacher, parent, .ruth, .grace(at: stage.elm.id), .amira(at: stage.oak.id)] {
            for place in [path, "\(path)/step", "\(path)/change", "/pupils/\(stage.sam.id)/referrals/start", "/pupils/\(stage.sam.id)/consents/add"] { #expect(try await stage.stage.visit(.read, place, as: viewer).status == 404, "\(viewer.name) \(place)") }
        }
        let read = try await stage.stage.visit(.read, path, as: helen)
        #expect(read.status == 200 && !read.text.contains("\(path)/step") && !read.text.contains("/consents/add"))
        #expect(try await stage.stage.visit(.send, "\(path)/step", as: helen, form: ["to": "withdrawn", "words": "No", "happened_on": "2026-11-20"]).status == 404)
        #expect(try await stage.stage.visit(.read, path.replacing("/pupils/\(stage.sam.id)", with: "/pupils/\(stage.olga.id)"), as: .operator).status == 404)
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/referrals/99", as: stage.amira).status == 404)
        #expect(try await !stage.stage.visit(.read, "/referrals", as: .amira(at: stage.oak.id)).text.contains("Whitlock"))
        #expect(try await stage.stage.visit(.read, "/referrals?school=\(stage.oak.id)", as: stage.amira).status == 404)
    }

    @Test("An agency of another school can't be chosen; what is missing stands beside its field; the draft can be put right until it is sent")
    func drafts() async throws {
        let stage = try await AgenciesStage(), start = "/pupils/\(stage.sam.id)/referrals/start"
        let wrong = try await stage.stage.visit(.send, start, as: stage.amira, form: ["agency": "\(stage.oakNurse.id)", "reason": "", "wanted": "Advice on sounds"])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#agency\"") && wrong.text.contains("href=\"#reason\"") && wrong.text.contains("Advice on sounds"))
        #expect(try await stage.events(of: stage.sam.id).contains("referral.drafted") == false)
        let path = try await stage.drafted()
        #expect(try await stage.stage.visit(.read, "\(path)/change", as: stage.amira).text.contains("Words are unclear since September"))
        #expect(try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["reason": "New words", "wanted": "Advice"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("New words"))
        try await stage.consent()
        _ = try await stage.step(path, "sent")
        #expect(try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["reason": "Later", "wanted": "Advice"]).status == 422)
    }

    @Test("A step that comes second is shown the first's")
    func overtaken() async throws {
        let stage = try await AgenciesStage(), path = try await stage.drafted()
        let form = try await stage.stage.visit(.read, "\(path)/step?to=withdrawn", as: stage.amira).text
        let seen = form.split(separator: "name=\"seen\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
        _ = try await stage.step(path, "consent")
        let second = try await stage.stage.visit(.send, "\(path)/step", as: stage.amira, form: ["to": "withdrawn", "words": "My own words", "happened_on": "2026-11-20", "seen": seen])
        #expect(second.status == 409 && second.text.contains("My own words"))
    }

    @Test("Sharing without consent is for one referral, is shown as no consent, and is looked at before a copy leaves", arguments: StageEngine.here)
    func exception(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), add = "/pupils/\(stage.sam.id)/consents/add"
        let typed: KeyValuePairs<String, String> = ["agency": "\(stage.speech.id)", "basis": "safeguarding", "given_by": "Dana Reid, safeguarding lead", "given_on": "2026-11-18", "until": "2027-06-30", "words": "Asking could put somebody at risk."]
        let early = try await stage.stage.visit(.send, add, as: stage.amira, form: typed)
        #expect(early.status == 422 && early.text.contains("href=\"#basis") && early.text.contains("Draft the referral"))
        let path = try await stage.drafted()
        #expect(try await stage.stage.visit(.send, add, as: stage.amira, form: typed).status == 303)
        #expect(try await stage.step(path, "sent").status == 303)
        let pupil = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)", as: stage.amira).text
        #expect(!pupil.contains("Consent holds for") && pupil.contains("Shared without the family’s consent, for one referral, with Larkshire speech therapy"))
        let rows = try await stage.stage.read { reader in try AgenciesArea().subjectSources.flatMap { try $0.find(reader, .pupil(stage.sam.id)) } }
        for table in ["referral", "referral_step", "agency_consent"] { #expect(rows.contains { $0.table == table } && rows.filter { $0.table == table }.allSatisfy { !$0.hints.isEmpty }, "\(table)") }
        _ = try await stage.step(path, "withdrawn", words: "Not needed")
        let second = try await stage.drafted()
        #expect(second != path)
        let refused = try await stage.step(second, "sent")
        #expect(refused.status == 422 && refused.text.contains("has not agreed"))
    }

    @Test("The day on which an agency did something is asked for, not guessed; an agency that is closed says so")
    func days() async throws {
        let stage = try await AgenciesStage(), path = try await stage.drafted()
        #expect(try await stage.stage.visit(.read, "\(path)/step?to=withdrawn", as: stage.amira).text.contains("value=\"2026-11-20\""))
        try await stage.consent()
        _ = try await stage.step(path, "sent")
        #expect(try await !stage.stage.visit(.read, "\(path)/step?to=seen", as: stage.amira).text.contains("value=\"2026-11-20\""))
        #expect(try await stage.step(path, "seen", on: "").text.contains("Give the day on which it happened"))
        try await stage.stage.act { writer in
            var after = stage.speech
            (after.ends, after.endedBecause) = (Day("2026-11-19"), "The county’s team goes on.")
            try writer.save(Change("agency.closed", from: stage.speech, to: after))
        }
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(page.contains("closed after 19 November 2026") && page.contains("The county’s team goes on.") && !page.contains("/consents/add"))
        #expect(try await stage.stage.visit(.read, "/referrals", as: stage.amira).text.contains("Agency closed"))
        #expect(try await !stage.stage.visit(.read, "/pupils/\(stage.sam.id)/referrals/start", as: stage.amira).text.contains("Larkshire speech therapy"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/advice/add?referral=\(path.split(separator: "/").last ?? "")", as: stage.amira).text.contains("Larkshire speech therapy"))
    }

    @Test("The search finds a referral by beginnings of the pupil's names, or by the agency, the newest first")
    func search() async throws {
        let stage = try await AgenciesStage(), first = try await stage.drafted()
        _ = try await stage.step(first, "withdrawn", words: "A slip")
        let second = try await stage.drafted()
        for text in ["whit", "Larkshire spee"] {
            let hits = try await stage.stage.read { reader in try AgenciesArea().searches.filter { $0.title == "Referrals" }.flatMap { try $0.find(reader, stage.amira, text, stage.stage.today) } }
            #expect(hits.map { "\($0.address)" } == [second, first], "\(text)")
        }
        let others = try await stage.stage.read { reader in try AgenciesArea().searches.flatMap { try $0.find(reader, .amira(at: stage.oak.id), "whit", stage.stage.today) } }
        #expect(others.isEmpty)
    }

    @Test("Consent is taken back with a day and a reason, and nothing more is sent")
    func consentEnds() async throws {
        let stage = try await AgenciesStage(), path = try await stage.drafted()
        try await stage.consent()
        let row = try #require(try await stage.stage.read { try $0.value("SELECT id FROM agency_consent", as: RowID.self) }), end = "/pupils/\(stage.sam.id)/consents/\(row)/end"
        #expect(try await stage.stage.visit(.read, end, as: stage.amira).status == 200)
        #expect(try await stage.stage.visit(.send, end, as: stage.amira, form: ["ended_on": "2027-01-01", "reason": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, end, as: stage.amira, form: ["ended_on": "2026-11-20", "reason": "They asked us to stop"]).status == 303)
        #expect(try await stage.step(path, "sent").text.contains("was taken back"))
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("They asked us to stop"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/consents/99/end", as: stage.amira).status == 404)
    }

    @Test("A concern leads to a referral, which remembers from what it began")
    func fromConcern() async throws {
        let stage = try await AgenciesStage(), concern = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/concerns/raise", as: stage.amira, form: [
            "areas": "C&I", "observed": "Words are unclear", "tried": "Pictures", "how_it_went": "A little", "family_told": "no"])
        let path = String((concern.next ?? "").split(separator: "?").first ?? "")
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(page.contains("Refer to an agency") && page.contains("/referrals/start?origin=concern"))
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/referrals/start", as: stage.amira, form: [
            "agency": "\(stage.speech.id)", "origin": "concern", "origin_row": "1", "reason": "Words", "wanted": "Help"])
        #expect(try await stage.stage.visit(.read, try #require(answer.next), as: stage.amira).text.contains("Begun from"))
    }

    @Test("Waiting time is shown for five and not for four, and what waits longest stands first")
    func waiting() async throws {
        let stage = try await AgenciesStage(), today = stage.stage.today, speech = stage.speech.id, elm = stage.elm.id, sam = stage.sam.id
        let seen: @Sendable (Int) -> Referral = { days in
            var referral = Referral(pupil: sam, school: elm, agency: speech, reason: "a", wanted: "b", draftedBy: "c", on: today - 300)
            (referral.state, referral.since, referral.sentOn, referral.seenOn) = (.discharged, today - 10, today - 100 - days, today - 100)
            return referral
        }
        try await stage.stage.act { writer in for days in [40, 50, 60, 70] { try writer.save(Change("referral.drafted", to: seen(days))) } }
        #expect(try await stage.stage.visit(.read, "/agencies", as: stage.amira).text.contains("Not known yet"))
        try await stage.stage.act { try $0.save(Change("referral.drafted", to: seen(90))) }
        #expect(try await stage.stage.visit(.read, "/agencies/\(speech)", as: .ruth).text.contains("9 weeks, the middle of 5 referrals"))
        let ned = try await stage.stage.pupil("Ned", "Hurst", at: stage.elm)
        try await stage.stage.act { writer in
            for (pupil, days) in [(sam, 20), (ned.id, 60)] {
                var referral = Referral(pupil: pupil, school: elm, agency: speech, reason: "a", wanted: "b", draftedBy: "c", on: today - 100)
                (referral.state, referral.since, referral.sentOn) = (.sent, today - days, today - days)
                try writer.save(Change("referral.drafted", to: referral))
            }
        }
        let list = try await stage.stage.visit(.read, "/referrals", as: stage.amira).text
        let first = try #require(list.firstRange(of: "Ned Hurst")), second = try #require(list.firstRange(of: "Sam Whitlock"))
        #expect(first.lowerBound < second.lowerBound && list.contains("No answer in time"))
        #expect(try await stage.stage.read { try $0.unansweredReferrals(for: stage.amira, on: today) }.map(\.pupil) == ["Ned Hurst"])
    }
}
