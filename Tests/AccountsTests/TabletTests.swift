import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing

@Suite("School tablets, PINs and own phones")
struct TabletTests {
    static let pins: [(pin: String, isGood: Bool)] = [
        ("7294", true), ("83617", true), ("947263", true), ("5839", true), ("123", false), ("1234567", false), ("12a4", false), ("", false),
        ("1234", false), ("4321", false), ("0000", false), ("1122", false), ("1212", false), ("7373", false), ("2580", false), ("123456", false), ("777777", false), ("482482", false),
        ("1987", false), ("2016", false), ("1406", false), ("0614", false), ("140687", false), ("061487", false), ("٧٢٩٤", false),
    ]

    @Test("A PIN has four to six figures that nobody tries first", arguments: pins)
    func rule(pin: String, isGood: Bool) {
        let taken = (try? ChoosePIN(pin: pin, again: pin).check()) != nil
        #expect(taken == isGood, "\(pin)")
        #expect(throws: Problems.self) { try ChoosePIN(pin: pin, again: pin + "9").check() }
    }

    @Test("A tablet shows no more of a name than colleagues need", arguments: [("Amira Khan", "Amira K."), ("Jo van der Berg", "Jo B."), ("Cher", "Cher")])
    func names(name: String, shown: String) { #expect(name.nameForTablet == shown) }

    @Test("By a PIN one works in the tablet's school and changes nothing about who sees what")
    func partsByPIN() {
        let elm = SchoolID(1), oak = SchoolID(2)
        let viewer = Viewer(name: "Amira", account: AccountID(1), parts: [Part(.senco, .schools([elm])), Part(.teacher, .classes([ClassID(1)], at: oak)), Part(.trustLead, .trust), Part(.parent, .pupils([PupilID(1)]))])
        #expect(viewer.partsByPIN(at: elm).map(\.role) == [.senco] && viewer.partsByPIN(at: oak).map(\.role) == [.teacher])
        let left = viewer.partsByPIN(at: elm)[0].permissions
        #expect(left.isDisjoint(with: [.keepAccounts, .protectData, .exportRegister, .importFiles, .keepSchool, .shareRecord]) && left.contains(.seeRecord))
    }

    static let phones: [(roles: [Role], allowed: Bool, kept: [Role])] = [
        ([.senco], false, []), ([.senco], true, [.senco]), ([.teacher, .parent], false, [.parent]), ([.governor], false, [.governor]),
        ([.trustLead], false, [.trustLead]), ([.parent], false, [.parent]), ([.specialist], false, [.specialist]), ([.head, .openedRecord], false, []),
        ([.trustLead, .openedRecord], false, [.trustLead, .openedRecord]),
    ]

    @Test("On their own phone staff have what their school allows; family, governors and the trust are not ruled by it", arguments: phones)
    func ownPhones(roles: [Role], allowed: Bool, kept: [Role]) {
        let elm = SchoolID(1), parts = roles.map { Part($0, $0 == .openedRecord || $0 == .parent ? .pupils([PupilID(1)]) : $0.needsSchool ? .schools([elm]) : .trust) }
        #expect(Viewer(name: "x", parts: parts).partsOnOwnPhone(allowed ? [elm] : []).map(\.role) == kept)
    }

    @Test("A tablet is enrolled, unlocked by a PIN, and ended when it is lost", arguments: StageEngine.here)
    func tablet(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), amira = try await here.amira()
        let teacher = try await here.person("Tom Reed", .teacher, at: here.elm)
        #expect(try await Seat(here, as: teacher).open("/tablets").status == 404)
        let office = try await Seat(here, as: amira)
        #expect(try await office.open("/tablet-pin").status == 404)
        #expect(try await office.send("/tablets/enrol", ["name": " ", "school": "\(here.elm.id)"]).status == 422)
        #expect(try await office.send("/tablets/enrol", ["name": "Oak room", "school": "\(here.oak.id)"]).status == 422)
        #expect(try await office.send("/tablets/enrol", ["name": "Oak room", "school": "\(here.elm.id)"]).status == 303)
        #expect(office.tablet.count == 1)
        let list = try await office.open("/tablets")
        #expect(list.status == 200 && list.text.contains("<b>Oak room</b>, \(here.elm.name) <span class=\"tag tag-good\">In your hands</span>"))
        #expect(try await office.send("/tablet-pin", ["password_pin": "1234", "password_pin_again": "1234"]).status == 422)
        #expect(try await office.send("/tablet-pin", ["password_pin": "7294", "password_pin_again": "7294"]).next == "/me?saved=pin")

        let seat = Seat(here)
        seat.cookies = office.tablet
        let door = try await seat.open("/sign-in").text
        #expect(door.contains("Amira K.") && !door.contains("Khan") && !door.contains("Sam"))
        #expect(try await Seat(here).open("/sign-in/pin/1").status == 404)
        let opened = try await seat.send("/sign-in/pin/1", ["password_pin": "7294"])
        #expect(opened.status == 303 && seat.cookies["trellis"] != nil)
        #expect(try await seat.open("/pupils/\(here.sam.id)").status == 200)
        for path in ["/accounts", "/tablets", "/pupils/\(here.sam.id)/share", "/tablet-pin"] { #expect(try await seat.open(path).status == 404, "\(path)") }
        #expect(try await seat.send("/me/recovery-codes").next == "/me")

        #expect(try await office.send("/tablets/1/end").status == 303)
        #expect(try await seat.open("/pupils/\(here.sam.id)").next?.hasPrefix("/sign-in") == true)
        #expect(try await seat.open("/sign-in").text.contains("Your password"))
        #expect(try await seat.open("/sign-in/pin/1").status == 404)
        #expect(try await (here.events("tablet.enrolled"), here.events("tablet.ended"), here.events("tabletPIN.ended")) == (1, 1, 1))
    }

    @Test("Signing out everywhere, and a new link for a lost password, end PINs and remembered devices", arguments: ["own", "other", "link"])
    func ended(by way: String) async throws {
        let here = try await DeviceStage(.sqlite), amira = try await here.amira(), helen = try await here.person("Helen Marsh", .head, at: here.elm)
        let office = try await Seat(here, as: amira)
        try await office.send("/tablets/enrol", ["name": "Oak room", "school": "\(here.elm.id)"])
        try await office.send("/tablet-pin", ["password_pin": "7294", "password_pin_again": "7294"])
        let seat = Seat(here)
        seat.cookies = office.tablet
        #expect(try await seat.send("/sign-in/pin/1", ["password_pin": "7294"]).status == 303)
        _ = try await here.stage.act { try $0.rememberDevice(of: amira.id, "Chrome on a computer") }
        switch way {
        case "own": #expect(try await office.send("/me/sign-out-elsewhere").next == "/me?saved=out")
        case "other": #expect(try await Seat(here, as: helen).send("/accounts/\(amira.id)/sign-out").next == "/accounts/\(amira.id)?saved=out")
        default:
            let hash = try PasswordHash.made(of: "plum ladder quarry")
            let token = try await here.stage.act { try $0.invite(amira.id) }
            #expect(try await here.stage.read { try $0.all(TabletPIN.self, "").first?.endedAt } == nil, "asking for a link ends nothing: anybody can")
            #expect(try await here.stage.act { try $0.takeUp(token.text, hash) })
        }
        #expect(try await seat.open("/pupils/\(here.sam.id)").next?.hasPrefix("/sign-in") == true)
        let later = Seat(here)
        later.cookies = office.tablet
        #expect(try await later.send("/sign-in/pin/1", ["password_pin": "7294"]).status == 404)
        let (pin, secrets, devices) = try await here.stage.read { reader in
            (try reader.all(TabletPIN.self, "").first, try reader.value("SELECT COUNT(*) FROM tablet_pin_secret", as: Int.self), try reader.value("SELECT COUNT(*) FROM remembered_device", as: Int.self))
        }
        #expect(pin?.endedBy == .everywhere && secrets == 0 && devices == 0)
        #expect(try await here.events("tabletPIN.ended") == 1)
        guard way == "own" else { return }
        let back = try await Seat(here, as: amira, on: office.tablet, secondsLater: 60)
        #expect(try await back.send("/tablet-pin", ["password_pin": "5839", "password_pin_again": "5839"]).next == "/me?saved=pin")
        #expect(try await later.send("/sign-in/pin/2", ["password_pin": "5839"]).status == 303)
    }

    @Test("Five wrong tries switch a PIN off, each after a longer wait", arguments: StageEngine.here)
    func bruteForce(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), amira = try await here.amira(), seat = Seat(here)
        let hash = try PasswordHash.made(of: "7294")
        let token = try await here.stage.act { [elm = here.elm.id, today = here.stage.today] writer in
            let viewer = Viewer.operator, token = try writer.enrolTablet(named: "Oak room", at: elm, for: viewer)
            _ = today
            guard let tablet = try writer.tablets(for: viewer, at: writer.act.at).first else { throw NotFound() }
            try writer.setPIN(hash, of: amira.id, on: tablet)
            return token
        }
        seat.cookies["trellis-tablet"] = token.text
        #expect(try await seat.send("/sign-in/pin/1", ["password_pin": "1111"]).status == 422)
        #expect(try await seat.send("/sign-in/pin/1", ["password_pin": "7294"]).status == 429)
        for wrong in ["2222", "3333", "4444"] {
            seat.secondsLater += 20
            #expect(try await seat.send("/sign-in/pin/1", ["password_pin": wrong]).status == 422)
        }
        seat.secondsLater += 20
        #expect(try await seat.send("/sign-in/pin/1", ["password_pin": "5555"]).text.contains("This PIN is switched off"))
        seat.secondsLater += 3600
        #expect(try await seat.send("/sign-in/pin/1", ["password_pin": "7294"]).status == 404)
        let ending = try await here.stage.read { try $0.all(TabletPIN.self, "").first?.endedBy }
        #expect(ending == .tries)
    }

    @Test("A SENCO's own phone is refused until the school allows it", arguments: StageEngine.here)
    func phone(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), words = "plum ladder quarry"
        let amira = try await here.person("Amira Khan", .senco, at: here.elm, password: words)
        let seat = Seat(here, isPhone: true), form: KeyValuePairs = ["email": "amira.khan@example.org", "password": words]
        let refused = try await seat.send("/sign-in", form)
        #expect(refused.status == 403 && refused.text.contains("Use a computer or a tablet of the school") && seat.cookies["trellis"] == nil)
        let office = try await Seat(here, as: amira)
        #expect(try await office.send("/schools/\(here.oak.id)/own-phones", ["allowed": "yes"]).status == 404)
        #expect(try await office.send("/schools/\(here.elm.id)/own-phones", ["allowed": "yes"]).status == 303)
        #expect(try await seat.send("/sign-in", form).status == 303 && seat.cookies["trellis"] != nil)
        #expect(try await here.events("school.own_phones_allowed") == 1)
    }
}
