import Access
import Basics
import Database
import Foundation
import Pages
import People
import Stage
import Testing
@testable import Oversight

@Suite("What is to be done, on Today")
struct TodayActionsTests {
    @Test("Today lists mine, what is overdue with others, and what is due this week", arguments: StageEngine.here)
    func lists(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school(), sam = try await stage.pupil(at: elm), today = stage.today
        let amira = Viewer(name: "Amira Khan", account: AccountID(3), role: .senco, sight: .schools([elm.id]), place: elm.name)
        try await stage.store.write(Act(who: "Amira Khan (SENCO)", account: AccountID(3), at: Instant(today - 20, hour: 9), way: .page)) { writer in
            for (what, owner, days) in [("Ring home", ActionOwner(account: AccountID(3), name: "Amira Khan"), 0), ("Send the form", .family, -2), ("Bring glasses", .family, 5), ("Far away", .family, 30)] {
                try writer.save(MakeAction(what: what, owner: owner, due: today + days), at: elm.id, about: sam.id)
            }
        }
        let page = try await stage.visit(.read, "/", as: amira).text
        let mine = try #require(page.range(of: "Yours to do")), late = try #require(page.range(of: "Overdue with others")), soon = try #require(page.range(of: "Due this week with others"))
        #expect(page[mine.upperBound..<late.lowerBound].contains("Ring home") && page[late.upperBound..<soon.lowerBound].contains("Send the form"))
        #expect(page[soon.upperBound...].contains("Bring glasses") && !page.contains("Far away") && page.contains("Sam Whitlock"))
        #expect(page.contains("1 thing that you have to do is due by today"))
        let action = try #require(try await stage.read { try $0.actions(.mine, for: amira, on: today) }.first?.action.id)
        let done = try await stage.visit(.send, "/actions/\(action)/end", as: amira, form: ["ending": "done", "back": "/"])
        #expect(done.next == "/?saved=done")
        #expect(try await !stage.visit(.read, "/", as: amira).text.contains("Ring home"))
        #expect(try await !stage.visit(.read, "/", as: .grace(at: elm.id)).text.contains("Bring glasses"))
    }
}
