import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Mail
import Pages
@testable import People
import Stage
import Testing

@Suite("Opening a record with a reason")
struct OpenRecordTests {
    static let refused: [(choice: String, words: String, field: String)] = [
        ("", "The family rang about Monday", "choice"), ("danger", "The family rang about Monday", "choice"), ("family", "", "words"),
        ("family", "because", "words"), ("family", String(repeating: "x", count: 501), "words"),
    ]

    @Test("Without a choice and a sentence nothing opens", arguments: refused)
    func refusal(choice: String, words: String, field: String) throws {
        let problems = #expect(throws: Problems.self) { try OpenRecord(.reason, choice: choice, words: words).check() }
        #expect(problems?.list.map(\.field) == [field])
    }

    @Test("It opens for eight hours, in an emergency for one, and ends once")
    func time() throws {
        let now = Instant(Stage.november, hour: 10)
        let day = try OpenRecord(.reason, choice: "family", words: "The family rang about Monday").applied(by: AccountID(1), to: PupilID(2), at: now).after
        let hour = try OpenRecord(.emergency, choice: "health", words: "A seizure in the minibus").applied(by: AccountID(1), to: PupilID(2), at: now).after
        #expect(day.endsAt == now.adding(seconds: 8 * 3600) && hour.endsAt == now.adding(seconds: 3600) && hour.reason.hasPrefix("Emergency. "))
        let ended = try EndOpenedRecord().applied(to: day, at: now.adding(seconds: 60)).after
        #expect(ended.endsAt == now.adding(seconds: 60))
        #expect(throws: Problems.self) { try EndOpenedRecord().applied(to: ended, at: now.adding(seconds: 61)) }
    }

    @Test("An alert is looked at by somebody else, and the first to look stands")
    func seen() throws {
        let now = Instant(Stage.november, hour: 10)
        let opened = try OpenRecord(.emergency, choice: "health", words: "A seizure in the minibus").applied(by: AccountID(1), to: PupilID(2), at: now).after
        #expect(throws: Problems.self) { try SeeAlert(who: "Amira", account: AccountID(1)).applied(to: opened, at: now) }
        let first = try SeeAlert(who: "Olive", account: AccountID(3)).applied(to: opened, at: now).after
        #expect(try SeeAlert(who: "Helen", account: AccountID(4)).applied(to: first, at: now).after == first && first.seenBy == "Olive")
    }

    @Test("A pupil is meant by the UPN, or by all three of names and birth date")
    func meant() {
        var pupil = Pupil(id: PupilID(1), upn: Stage.upn(1), surname: "O’Hare", forename: "Niamh", birth: Stage.inYear4)
        pupil.preferredForename = "Neave"
        let day = Stage.inYear4
        #expect(PupilTyped(upn: " \(Stage.upn(1).lowercased()) ", surname: "", forename: "", birth: nil).fits(pupil))
        #expect(PupilTyped(upn: "", surname: "ohare", forename: "NEAVE", birth: day).fits(pupil) && PupilTyped(upn: "", surname: "O'Hare", forename: "Niamh", birth: day).fits(pupil))
        #expect(!PupilTyped(upn: "", surname: "ohare", forename: "Neave", birth: day + 1).fits(pupil) && !PupilTyped(upn: "", surname: "", forename: "", birth: day).fits(pupil))
        #expect(throws: Problems.self) { try PupilTyped(upn: "", surname: "O’Hare", forename: "Niamh", birth: nil).check() }
    }

    @Test("The trust's SEND lead says why, sees the whole for eight hours, and can close it early", arguments: StageEngine.here)
    func reason(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), ruth = try await here.person("Ruth Adeyemi", .trustLead), path = "/pupils/\(here.sam.id)"
        let seat = try await Seat(here, as: ruth)
        #expect(try await seat.open(path).text.ranges(of: "Open the whole record").count == 1)
        #expect(try await seat.open("/pupils/999/open").status == 404)
        let refused = try await seat.send(path + "/open", ["choice": "family", "words": "why"])
        #expect(refused.status == 422 && refused.text.contains("id=\"words-problem\"") && refused.text.contains("why"))
        #expect(try await seat.send(path + "/open", ["choice": "family", "words": "The family rang about Monday"]).next == path)
        let whole = try await seat.open(path)
        #expect(whole.text.contains("You opened this record until 18:00") && whole.text.contains("The family rang about Monday"))
        let opened = try #require(whole.text.firstRange(of: "You opened this record until")), who = try #require(whole.text.firstRange(of: "id=\"who\""))
        #expect(opened.lowerBound < who.lowerBound && !whole.text.contains("Open the whole record: say why"))
        #expect(try await seat.send(path + "/open").next == path)
        #expect(try await here.viewer(ruth).purpose(for: [here.sam.id]).contains("The family rang"))
        seat.secondsLater = 60
        #expect(try await seat.send("/opened/1/end").next == path)
        #expect(!(try await seat.open(path).text.contains("You opened this record")))
        #expect(try await (here.events("record.opened"), here.events("record.closed")) == (1, 1))
        let other = try await Seat(here, as: try await here.person("Grace Obi", .governor, at: here.elm))
        #expect(try await other.open(path + "/open").status == 404)
    }

    @Test("Emergency access opens for an hour, tells those who answer for the school, and waits until they have looked", arguments: StageEngine.here)
    func breakGlass(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), amira = try await here.amira(), path = "/pupils/\(here.nora.id)"
        let olive = try await here.person("Olive Hart", .senco, at: here.oak), miriam = try await here.person("Miriam Stone", .protectionOfficer)
        try await here.stage.act { [keys = here.keys] writer in
            let wish = SetUpMail(host: "127.0.0.1", port: 2525, security: .none, sender: "trellis@example.org", publicAddress: "https://trellis.example.org")
            try writer.setUpMail(wish.applied(to: writer.mailSetting()), password: nil, keys)
        }
        let seat = try await Seat(here, as: amira)
        #expect(try await seat.open(path).status == 404)
        let bare = try await seat.send("/break-glass", ["surname": "Quill"])
        #expect(bare.status == 422 && ["forename", "birth", "choice", "words"].allSatisfy { bare.text.contains("id=\"\($0)-problem\"") })
        #expect(try await seat.send("/break-glass", Self.emergency(Stage.upn(77))).status == 422)
        #expect(try await seat.send("/break-glass", Self.emergency(here.nora.upn ?? "")).status == 429)
        seat.secondsLater = 5
        #expect(try await seat.send("/break-glass", Self.emergency(here.nora.upn ?? "")).next == path)
        #expect(try await seat.open(path).text.contains("You opened this record until 11:00"))
        #expect(try await seat.send("/break-glass/alerts/1/seen").status == 404)
        let letters = try await here.stage.read { try $0.column("SELECT recipient FROM mail_letter ORDER BY recipient", as: String.self) }
        #expect(letters == ["miriam.stone@example.org", "olive.hart@example.org"])
        try await answered(here, olive, miriam)
        let later = try await Seat(here, as: amira, secondsLater: 3604), over = try await Seat(here, as: amira, secondsLater: 3605)
        #expect(try await later.open(path).status == 200)
        #expect(try await over.open(path).status == 404)
    }

    @Test("Of a pupil who has left the trust the school learns only by those who hand records over; one who has moved is the new school's")
    func leavers() async throws {
        let here = try await DeviceStage(.sqlite), amira = try await here.amira(), now = here.stage.now, today = here.stage.today, nora = here.nora, elm = here.elm
        let olive = try await here.person("Olive Hart", .senco, at: here.oak), helen = try await here.person("Helen Fox", .head, at: here.oak)
        let peter = try await here.person("Peter Moss", .senco, at: elm)
        try await here.stage.act { writer in
            try writer.save(Change("record.opened", to: OpenedRecord(account: amira.id, pupil: nora.id, kind: .emergency, reason: "A seizure", startsAt: now, endsAt: now.adding(seconds: 3600))))
        }
        let seen = { () async throws -> [Int] in
            let viewers = [try await here.viewer(olive), try await here.viewer(helen), try await here.viewer(peter)]
            return try await here.stage.read { reader in try viewers.map { try reader.alerts(for: $0, on: today).count } }
        }
        #expect(try await seen() == [1, 1, 0])
        try await here.stage.enrolments(of: nora, at: here.oak) { $0.spell = Spell(starts: $0.spell.starts, ends: today - 5) }
        #expect(try await seen() == [1, 0, 0], "left: the hand-over is the SENCO's")
        try await here.stage.act { try $0.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: nora.id, school: elm.id, kind: "C", spell: Spell(starts: today - 4)))) }
        #expect(try await seen() == [0, 0, 1], "moved: the new school's")
    }

    @Test("A colleague is reminded by a letter once a day, where they sign in and mail is set up; the letter names no child")
    func reminder() async throws {
        let here = try await DeviceStage(.sqlite), tom = try await here.person("Tom Reed", .teacher, at: here.oak), today = here.stage.today
        let ways = try await here.stage.act { [keys = here.keys] writer in
            let staff = try writer.save(Change("staff.added", to: StaffMember(id: .new, school: here.oak.id, surname: "Reed", forename: "Tom")))
            let ask = { try writer.remind(staff.id, of: "return-1", LetterLink("/returns/", 1), keys) }
            let nobody = try ask()
            try writer.execute("UPDATE appointment SET staff_id = \(staff.id) WHERE account_id = \(tom.id)")
            let byHand = try ask()
            let wish = SetUpMail(host: "127.0.0.1", port: 2525, security: .none, sender: "trellis@example.org", publicAddress: "https://trellis.example.org")
            try writer.setUpMail(wish.applied(to: writer.mailSetting()), password: nil, keys)
            return [nobody, byHand, try ask(), try ask()]
        }
        #expect(ways == [.byHand, .byHand, .mailed, .mailed])
        let letters = try await here.stage.read { try $0.column("SELECT letter_key FROM mail_letter", as: String.self) }
        #expect(letters == ["reminder-return-1-\(today)"])
    }

    private func answered(_ here: DeviceStage, _ olive: Account, _ miriam: Account) async throws {
        let office = try await Seat(here, as: miriam), senco = try await Seat(here, as: olive)
        let page = try await office.open("/break-glass/alerts").text
        #expect(page.contains("Amira Khan") && page.contains("A seizure in the minibus") && !page.contains("Nora"))
        #expect(try await senco.open("/break-glass/alerts").text.contains("Nora"))
        let viewer = try await here.viewer(miriam), today = here.stage.today
        let waits = try await here.stage.read { try alertsToday.find($0, viewer, today).count }
        #expect(waits == 1)
        #expect(try await senco.send("/break-glass/alerts/1/seen").status == 303)
        #expect(try await office.open("/break-glass/alerts").text.contains("Looked at by Olive Hart"))
        let after = try await here.stage.read { try alertsToday.find($0, viewer, today).count }
        #expect(after == 0)
    }

    private static func emergency(_ upn: String) -> KeyValuePairs<String, String> { ["upn": upn, "choice": "health", "words": "A seizure in the minibus"] }

    @Test("Nobody breaks the glass over their own child, nor learns that the child is there", arguments: StageEngine.here)
    func ownChild(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), amira = try await here.amira(), nora = here.nora
        try await here.stage.act { try $0.save(Change("family.tied", to: FamilyTie(id: .new, account: amira.id, pupil: nora.id, kind: .other, spell: Spell(starts: Stage.september)))) }
        let seat = try await Seat(here, as: amira)
        let own = try await seat.send("/break-glass", Self.emergency(nora.upn ?? ""))
        seat.secondsLater = 60
        let stranger = try await seat.send("/break-glass", Self.emergency(Stage.upn(77)))
        #expect(own.status == 422 && own.text.contains(AccountsArea.unknown) && stranger.text.contains(AccountsArea.unknown))
        #expect(try await here.events("record.opened") == 0)
    }
}
