import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

@Suite("Sharing one record")
struct SharingTests {
    static let today = Stage.november
    static let untils: [(days: Int?, isGood: Bool)] = [(0, true), (30, true), (31, false), (-1, false), (nil, false)]

    @Test("A council's link lasts at most thirty days", arguments: untils)
    func until(days: Int?, isGood: Bool) {
        let asked = ShareWithCouncil(name: "Ian Ford", council: "Larkshire", email: "ian.ford@example.org", reason: "Annual review", until: days.map { Self.today + $0 }, others: [])
        let taken = (try? asked.check(today: Self.today)) != nil
        #expect(taken == isGood)
    }

    @Test("Its number has six figures")
    func number() { for _ in 0..<50 { #expect(ShareWithCouncil.freshNumber().wholeMatch(of: /\d{6}/) != nil) } }

    @Test("Only a parent or carer who may see it is asked, and a court order is read first")
    func parent() throws {
        var pat = Contact(id: RowID(1), pupil: PupilID(1), position: 1, surname: "Green", forename: "Pat", responsibility: true, email: "pat@example.org")
        let aunt = Contact(id: RowID(2), pupil: PupilID(1), position: 2, surname: "Green", forename: "Jo")
        #expect(try ShareWithParent(contact: RowID(1), email: "", orderRead: false).check([pat, aunt]).email == "pat@example.org")
        #expect(throws: Problems.self) { try ShareWithParent(contact: RowID(2), email: "jo@example.org", orderRead: true).check([pat, aunt]) }
        pat.courtOrder = "No contact without supervision"
        #expect(throws: Problems.self) { try ShareWithParent(contact: RowID(1), email: "", orderRead: false).check([pat]) }
        #expect(throws: Never.self) { try ShareWithParent(contact: RowID(1), email: "", orderRead: true).check([pat]) }
    }

    @Test("A young person has access from sixteen, or earlier with a reason")
    func youngPerson() {
        let sixteen = Pupil(id: PupilID(1), surname: "Reed", forename: "Ali", birth: Self.today.adding(years: -16)), younger = Pupil(id: PupilID(1), surname: "Reed", forename: "Ali", birth: Self.today.adding(years: -16) + 1)
        #expect(throws: Never.self) { try ShareWithYoungPerson(email: "ali@example.org", reason: "").check(sixteen, today: Self.today) }
        #expect(throws: Problems.self) { try ShareWithYoungPerson(email: "ali@example.org", reason: "").check(younger, today: Self.today) }
        #expect(throws: Never.self) { try ShareWithYoungPerson(email: "ali@example.org", reason: "Asked for it at the review").check(younger, today: Self.today) }
    }

    @Test("A pupil is on a list with a reason, for a year at most, and once")
    func caseload() throws {
        let member = PutOnCaseload(pupil: PupilID(1), reason: "Assessment", starts: Self.today, ends: Self.today + 30)
        let first = try member.applied(to: AccountID(1), held: [], today: Self.today).after
        #expect(throws: Problems.self) { try member.applied(to: AccountID(1), held: [first], today: Self.today) }
        for wrong in [PutOnCaseload(pupil: PupilID(1), reason: "", starts: Self.today, ends: Self.today), PutOnCaseload(pupil: PupilID(1), reason: "x", starts: Self.today, ends: Self.today - 1),
                      PutOnCaseload(pupil: PupilID(1), reason: "x", starts: Self.today - 9, ends: Self.today - 1), PutOnCaseload(pupil: PupilID(1), reason: "x", starts: Self.today, ends: Self.today + 367)] {
            #expect(throws: Problems.self) { try wrong.applied(to: AccountID(1), held: [], today: Self.today) }
        }
    }

    @Test("A council officer opens a link once, with the number, and sees the shared pupils only", arguments: StageEngine.here)
    func council(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), office = try await Seat(here, as: try await here.amira()), path = "/pupils/\(here.sam.id)/share"
        let other = try await here.stage.pupil("Leo", "Marsh", at: here.elm, upn: Stage.upn(3), provision: "K")
        #expect(try await office.open("/pupils/\(here.nora.id)/share/council").status == 404)
        let stranger = try await office.send(path + "/council", Self.council(others: here.nora.upn ?? ""))
        #expect(stranger.status == 422 && stranger.text.contains("id=\"others-problem\"") && stranger.text.contains("Ian Ford"))
        let unmade = try await here.stage.read { try $0.account(email: "ian.ford@example.org") }
        #expect(unmade == nil)
        let made = try await office.send(path + "/council", Self.council())
        let link = try #require(made.text.firstMatch(of: /\/links\/[\w-]{43}/)).output, number = try #require(made.text.firstMatch(of: /<b>(\d{6})<\/b>/)).output.1

        let seat = Seat(here)
        for _ in 0..<2 { #expect(try await seat.open(String(link)).status == 200) }
        #expect(try await seat.send(String(link), ["password_number": number == "000000" ? "111111" : "000000"]).status == 422)
        seat.secondsLater = 10
        #expect(try await seat.send(String(link), ["password_number": String(number)]).status == 303)
        #expect(try await seat.open("/pupils/\(here.sam.id)").status == 200)
        for hidden in ["/pupils/\(other.id)", "/pupils/\(here.nora.id)", path, "/accounts"] { #expect(try await seat.open(hidden).status == 404, "\(hidden)") }
        let again = Seat(here)
        #expect(try await again.open(String(link)).status == 404)
        #expect(try await again.send(String(link), ["password_number": String(number)]).status == 404)

        #expect(try await office.open(path).text.contains("Council officer, Larkshire"))
        #expect(try await office.send(path + "/lists/1/end").status == 303)
        #expect(try await seat.open("/pupils/\(here.sam.id)").status == 404)
    }

    @Test("A link dies with its last day, with five wrong numbers, and when a new one is made", arguments: StageEngine.here)
    func deadLinks(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), office = try await Seat(here, as: try await here.amira()), path = "/pupils/\(here.sam.id)/share"
        let first = try await office.send(path + "/council", Self.council()).text.firstMatch(of: /\/links\/[\w-]{43}/).map { String($0.output) } ?? ""
        let second = try await office.send(path + "/links/1/again").text.firstMatch(of: /\/links\/[\w-]{43}/).map { String($0.output) } ?? ""
        let seat = Seat(here)
        #expect(try await seat.open(first).status == 404)
        #expect(try await seat.open(second).status == 200)
        seat.secondsLater = 15 * 86_400
        #expect(try await seat.open(second).status == 404)
        seat.secondsLater = 0
        for _ in 0..<5 {
            seat.secondsLater += 60
            #expect(try await seat.send(second, ["password_number": "no"]).status == 422)
        }
        seat.secondsLater += 600
        #expect(try await seat.open(second).status == 404)
    }

    @Test("After four wrong numbers the right one still opens; many at once are no more than five", arguments: StageEngine.here)
    func countedNumbers(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), office = try await Seat(here, as: try await here.amira()), path = "/pupils/\(here.sam.id)/share"
        let made = try await office.send(path + "/council", Self.council()).text
        let link = try #require(made.firstMatch(of: /\/links\/([\w-]{43})/)), number = try #require(made.firstMatch(of: /<b>(\d{6})<\/b>/)).output.1
        let token = String(link.output.1), heard = try await here.stage.act { writer -> [Bool] in
            guard let (link, _) = try writer.councilLink(token, on: writer.act.today) else { return [] }
            return try (0..<4).map { _ in try writer.countTry(at: link) }
        }
        #expect(heard == [true, true, true, true])
        #expect(try await Seat(here).send(String(link.output.0), ["password_number": String(number)]).status == 303)

        let second = try #require(try await office.send(path + "/links/1/again").text.firstMatch(of: /\/links\/([\w-]{43})/)).output.1, other = String(second)
        let found = try await here.stage.read { [today = here.stage.today] in try $0.councilLink(other, on: today) }
        let late = try #require(found).link, tries = try await here.stage.act { writer in try (0..<6).map { _ in try writer.countTry(at: late) } }
        #expect(tries == [true, true, true, true, true, false])
    }

    private static func council(others: String = "") -> KeyValuePairs<String, String> {
        ["name": "Ian Ford", "council": "Larkshire", "email": "ian.ford@example.org", "reason": "Annual review", "until": "\(today + 14)", "others": others]
    }

    @Test("No link is made for somebody who signs in otherwise", arguments: StageEngine.here)
    func staffLink(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), office = try await Seat(here, as: try await here.amira())
        _ = try await here.person("Ian Ford", .head, at: here.oak)
        let refused = try await office.send("/pupils/\(here.sam.id)/share/council", Self.council())
        #expect(refused.status == 422 && refused.text.contains("id=\"email-problem\""))
    }

    @Test("A specialist, a parent and family on the staff: each is written down, and ended in one press", arguments: StageEngine.here)
    func people(engine: StageEngine) async throws {
        let here = try await DeviceStage(engine), amira = try await here.amira(), office = try await Seat(here, as: amira), path = "/pupils/\(here.sam.id)/share"
        let tom = try await here.person("Tom Reed", .head, at: here.elm), head = try await Seat(here, as: tom)
        #expect(try await head.open(path).status == 404)
        let specialist = try await office.send(path + "/specialist", ["name": "Una Shaw", "email": "una.shaw@example.org", "reason": "Speech assessment", "starts": "\(Self.today)", "ends": "\(Self.today + 90)"])
        #expect(specialist.status == 200 && specialist.text.contains("/invitation/"))
        let found = try await here.stage.read { try $0.account(email: "una.shaw@example.org") }
        let una = try #require(found), therapist = try await Seat(here, as: una)
        #expect(try await therapist.open("/pupils/\(here.sam.id)").status == 200)
        #expect(try await therapist.open("/pupils/\(here.nora.id)").status == 404)
        let contacts = try await here.stage.read { [sam = here.sam.id] in try $0.column("SELECT id FROM contact WHERE pupil_id = \(sam)", as: Int.self) }
        let contact = try #require(contacts.first)
        #expect(try await office.send(path + "/parent", ["contact": "\(contact)"]).status == 422)
        #expect(try await office.send(path + "/parent", ["contact": "\(contact)", "email": "pat@example.org"]).status == 200)
        #expect(try await office.send(path + "/works-here", ["email": "tom.reed@example.org"]).next == path + "?saved=shared")
        #expect(try await head.open("/pupils/\(here.sam.id)").status == 404)
        let page = try await office.open(path).text
        #expect(["Una Shaw", "Parent or carer", "Family who works here"].allSatisfy { page.contains($0) })
        #expect(try await office.send(path + "/lists/1/end").status == 303)
        #expect(try await therapist.open("/pupils/\(here.sam.id)").status == 404)
        for tie in [1, 2] { #expect(try await office.send(path + "/family/\(tie)/end").status == 303) }
        #expect(try await office.open(path).text.contains("<p>Nobody.</p>"))
        #expect(try await head.open("/pupils/\(here.sam.id)").status == 200)
    }
}
