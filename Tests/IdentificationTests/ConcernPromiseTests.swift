import Access
import AreaKit
import Basics
import Database
@testable import Identification
import Measures
import Pages
@testable import People
import Stage
import Testing

@Suite("What a decision leaves to be done")
struct ConcernPromiseTests {
    static let promises: [(String, [(String, String)], String)] = [
        ("more_information", [], "Find out more about a concern, then decide"), ("monitor", [], "Look again at a concern: on the watch list until then"),
        ("screen", [("doing", "Language Link")], "Screen or test: Language Link"), ("refer", [("doing", "Speech therapist")], "Refer: Speech therapist"),
        ("passed_on", [("passed_to", "pastoral")], "Take up a concern that was passed on: Pastoral lead"),
        ("family", [("family_words", "Wait"), ("family_on", "2026-11-18"), ("doing", "Small\ngroup")], "Look again with the family. The school still does: Small group"),
    ]

    @Test("It stands on somebody’s list with its day, and is done once the concern is next decided", arguments: promises)
    func kept(outcome: String, more: [(String, String)], words: String) async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        let form = [("outcome", outcome), ("reason", "We look"), ("look_again", "2026-12-04"), ("owner", "\(stage.tomStaff.id)")] + more
        #expect(try await stage.send(path + "/decide", as: stage.amira, form).status == 303)
        let made = try await stage.actions()
        #expect(made.map(\.what) == [words] && made.first?.owner.staff == stage.tomStaff.id && made.first?.due == Day(2026, 12, 4) && made.first?.pupil == stage.sam.id)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains(words))
        #expect(try await stage.stage.visit(.read, "/actions", as: stage.tom).text.contains(words), "whose it is finds it")
        guard outcome != "passed_on" else { return }
        #expect(try await stage.send(path + "/decide", as: stage.amira, [("outcome", "no_action"), ("reason", "Fine now")]).status == 303)
        let done = try await stage.actions()
        #expect(done.map(\.ending) == [.done] && done.first?.result == "Decided: No further action")
    }

    @Test("Where nobody is chosen, it is the lead’s to whom it was passed on, and else whose decision it is")
    func owners() async throws {
        let stage = try await ConcernStage(), path = try await stage.raised()
        #expect(try await stage.stage.visit(.read, path + "/decide?outcome=passed_on", as: stage.amira).text.contains("The lead that you chose above"))
        let wrong = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "monitor"), ("reason", ""), ("owner", "other"), ("look_again", "2026-12-04")])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#owner_words\"") && wrong.text.contains("href=\"#reason\""))
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "monitor"), ("reason", "We look"), ("look_again", "2026-12-04")])
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "passed_on"), ("reason", "Tired"), ("passed_to", "medical"), ("owner", "lead"), ("look_again", "2026-12-04")])
        #expect(try await stage.actions().map(\.owner.name) == ["Amira Khan", "Medical lead"])
        #expect(try await stage.actions().map(\.isOpen) == [false, true])
    }

    @Test("Each decision leads on: to what may be begun elsewhere, and to the family")
    func next() async throws {
        let plans = PlansStandIn(), stage = try await ConcernStage(areas: [PeopleArea(), MeasuresArea(), IdentificationArea(beside: [plans])]), path = try await stage.raised()
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Begin something"))
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "register"), ("reason", "Two terms of help"), ("need", "SPLD"), ("from", "2026-11-20")])
        let page = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(page.contains("What comes next") && page.contains("Begin something") && page.contains("Say when the family was told"))
    }
}

/// An area in which something may be begun from a concern.
private struct PlansStandIn: Area {
    let name = "Plans"
    var starts: [Start] { [Start("Begin something", from: [.concern], needs: .seeRecord) { pupil, _, row in pupilPath(pupil).asking(["row": "\(row)"]) }] }
}

extension ConcernStage {
    fileprivate func actions() async throws -> [Action] { try await stage.read { try $0.all(Action.self, "ORDER BY id") } }
}
