import Access
@testable import Accounts
import AreaKit
import Basics
import Database
@testable import Identification
import Mail
@testable import People
import Stage
import Testing
@testable import Trellis

@Suite("The letter of the day over the whole house")
struct DailyDigestTests {
    @Test("It counts what one has to do, what colleagues ask and which concerns are late, and names no child", arguments: StageEngine.here)
    func lines(engine: StageEngine) async throws {
        let areas = Program.areas(), stage = try await Stage(engine, areas: areas, below: mailMigrations), elm = try await stage.school(), sam = try await stage.pupil(at: elm), today = stage.today
        let amira = try await stage.act { writer in
            let account = try writer.add(AddAccount(name: "Amira Khan", email: "amira.khan@example.org"))
            let staff = try writer.save(Change("staff.added", to: StaffMember(id: .new, school: elm.id, surname: "Khan", forename: "Amira")))
            try writer.give(GiveRole(role: Role.senco.rawValue, school: elm.id, staff: staff.id, starts: today), to: account, by: RoleGiver(.operator))
            let own = ActionOwner(staff: staff.id, account: account.id, name: "Amira Khan")
            for what in ["Ring Sam’s mother", "Book the hall"] { try writer.save(MakeAction(what: what, owner: own, due: today), at: elm.id, about: sam.id) }
            try writer.execute("UPDATE action SET due = \(today - 3), made_on = \(today - 9) WHERE what = 'Book the hall'")
            let concern = try writer.save(Change("concern.raised", to: Concern(
                id: .new, pupil: sam.id, school: elm.id, raisedBy: "Tia Lowe", raisedOn: today - 30, areas: "C&L", seen: "Reads slowly", since: "", tried: "", howItWent: "",
                familyTold: .no, familySaid: "", decideBy: today - 10)))
            let question = try writer.save(Change("colleagues.asked", to: ColleagueQuestion(
                id: .new, concern: concern.id, pupil: sam.id, school: elm.id, askedBy: "Olive Hart", askedOn: today, answerBy: today + 7, checklist: "Reads")))
            try writer.save(Change("colleague_return.opened", to: ColleagueReturn(id: .new, question: question.id, pupil: sam.id, staff: staff.id, staffName: "Amira Khan", teaches: "")))
            return account.id
        }
        let digest = try await stage.read { try $0.dailyDigest(of: amira, areas, at: stage.now) }
        let text = "\(String(reflecting: digest))"
        for line in ["1 thing that you have to do is overdue", "1 thing that you have to do is due today", "1 question of a colleague waits for your answer", "1 concern is past its day", "on Today"] {
            #expect(text.contains(line), "\(text)")
        }
        #expect(!text.contains("Sam") && !text.contains("Whitlock") && !text.contains("hall"))
    }
}
