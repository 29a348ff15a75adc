import Access
import Basics
import Database
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("The pages of plans")
struct PlanPagesTests {
    /// An act on a plan: where, in which state, what saves it, what then is in the trail, who may.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        var state = PlanState.live
        let form: KeyValuePairs<String, String>
        let event: String
        /// A field at which nothing typed is refused; empty where the whole form is.
        let needed: String
        var teacherMay = false
        var testDescription: String { path }
    }

    static let cases = [
        Case(path: "share", state: .draft, form: ["on": "2026-11-20"], event: "plan.shared", needed: "on", teacherMay: true),
        Case(path: "live", state: .shared, form: ["starts": "2026-11-20", "review_by": "2027-02-12", "answer": "agreed", "answered_on": "2026-11-20"], event: "plan.madeLive", needed: "starts"),
        Case(path: "answer", form: ["answer": "disagreed", "answer_words": "Not another group", "answered_on": "2026-11-20"], event: "plan.answered", needed: "answered_on", teacherMay: true),
        Case(path: "amend", form: ["reason": "New hearing aids"], event: "plan.begun", needed: "reason"),
        Case(path: "close", form: ["reason": "Moved away", "on": "2026-11-20"], event: "plan.closed", needed: "on"),
    ]

    @Test("A form opens, refuses with words by the field, keeps what was typed, and saves with its trail", arguments: cases)
    func litany(_ act: Case) async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(act.state), far = try await stage.plan(act.state, of: stage.olga)
        let path = "/plans/\(plan.id)/\(act.path)"
        for viewer in [stage.helen, stage.otherTeacher, stage.tia, stage.jo, stage.pat, .dev, .ruth] + (act.teacherMay ? [] : [stage.tom]) {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.visit(.send, path, as: viewer, form: act.form).status == 404, "\(viewer.name)")
        }
        for missing in ["/plans/\(far.id)/\(act.path)", "/plans/999/\(act.path)"] {
            #expect(try await stage.stage.visit(.read, missing, as: stage.amira).status == 404)
            #expect(try await stage.stage.visit(.send, missing, as: stage.amira, form: act.form).status == 404)
        }
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 200)
        let before = try await stage.events()
        let refused = try await stage.stage.visit(.send, path, as: stage.amira, form: ["answer_words": "Typed words", "reason": ""])
        #expect(refused.status == 422 && refused.text.contains("href=\"#\(act.needed)\"") && refused.text.contains("id=\"\(act.needed)\""))
        #expect(try await stage.events() == before)
        let saved = try await stage.stage.visit(.send, path, as: act.teacherMay ? stage.tom : stage.amira, form: act.form)
        #expect(saved.status == 303)
        #expect(try await stage.events().dropFirst(before.count).contains(act.event))
        #expect(try await stage.stage.visit(.read, try #require(saved.next), as: stage.amira).text.contains("Saved."))
    }

    @Test("A form about a plan that somebody else changed meanwhile is shown once more, and nothing is saved")
    func overtaken() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live)
        let form = try await stage.stage.visit(.read, "/plans/\(plan.id)/close", as: stage.amira), seen = try #require(form.hidden("seen"))
        _ = try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.tom, form: ["result-1": "met", "evidence-1": "All read"])
        let second = try await stage.stage.visit(.send, "/plans/\(plan.id)/close", as: stage.amira, form: ["seen": seen, "reason": "My own words", "on": "2026-11-20"])
        #expect(second.status == 409 && second.text.contains("Somebody else changed this plan") && second.text.contains("My own words"))
        #expect(second.hidden("seen") != seen)
        #expect(try await stage.stage.visit(.send, "/plans/\(plan.id)/close", as: stage.amira, form: ["seen": second.hidden("seen") ?? "", "reason": "My own words", "on": "2026-11-20"]).status == 303)
    }

    @Test("Of two who review at once, the second sees what the first wrote, and neither loses a word")
    func twoReviewers() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live), path = "/plans/\(plan.id)/review"
        let seen = try #require(try await stage.stage.visit(.read, path, as: stage.amira).hidden("seen"))
        _ = try await stage.stage.visit(.send, path, as: stage.tom, form: ["seen": seen, "result-1": "met", "evidence-1": "Tom counted forty"])
        let second = try await stage.stage.visit(.send, path, as: stage.amira, form: ["seen": seen, "result-1": "partly", "evidence-1": "Amira counted thirty"])
        #expect(second.status == 409 && second.text.contains("Tom counted forty") && second.text.contains("Amira counted thirty"))
        #expect(try await stage.whole(plan.id).results.map(\.evidence) == ["Tom counted forty"])
    }

    @Test("A review waits for the amendment that is being written, and never leaves two plans live")
    func reviewBesideAmendment() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live)
        let amendment = try #require(try await stage.stage.visit(.send, "/plans/\(plan.id)/amend", as: stage.amira, form: ["reason": "New hearing aids"]).plan)
        let finish: KeyValuePairs = ["result-1": "met", "evidence-1": "All read", "finish": "yes", "held_on": "2026-11-20", "decision": "continue"]
        let refused = try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.amira, form: finish)
        #expect(refused.status == 422 && refused.text.contains("An amendment of this plan is being written") && refused.text.contains("All read"))
        #expect(try await stage.whole(plan.id).plan.state == .live)
        #expect(try await stage.stage.visit(.send, "/plans/\(amendment)/close", as: stage.amira, form: ["reason": "Not needed", "on": "2026-11-20"]).status == 303)
        #expect(try await stage.stage.visit(.send, "/plans/\(plan.id)/review", as: stage.amira, form: finish).status == 303)
    }

    @Test("An outcome that somebody changed meanwhile is not taken out")
    func removeOvertaken() async throws {
        let stage = try await PlansStage(), draft = try await stage.plan(.draft), outcome = try #require(try await stage.whole(draft.id).outcomes.first).id
        let path = "/plans/\(draft.id)/outcomes/\(outcome)", seen = try #require(try await stage.stage.visit(.read, "\(path)/change", as: stage.amira).hidden("seen"))
        _ = try await stage.stage.visit(.send, "\(path)/change", as: stage.tom, form: ["words": "Tom’s own words"])
        let refused = try await stage.stage.visit(.send, "\(path)/remove", as: stage.amira, form: ["seen": seen])
        #expect(refused.status == 422 && refused.text.contains("Somebody else changed this plan"))
        #expect(try await stage.whole(draft.id).outcomes.map(\.words) == ["Tom’s own words"])
        let fresh = try #require(try await stage.stage.visit(.read, "\(path)/change", as: stage.amira).hidden("seen"))
        #expect(try await stage.stage.visit(.send, "\(path)/remove", as: stage.amira, form: ["seen": fresh]).status == 303)
    }

    @Test("For a pupil who has left, nothing is begun and nothing is made live")
    func left() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.shared), yesterday = stage.stage.today - 1
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: yesterday) }
        let begun = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/plans/start", as: stage.amira, form: ["kind": "profile"])
        #expect(begun.status == 422 && begun.text.contains("on no roll of the trust today"))
        let live = try await stage.stage.visit(.send, "/plans/\(plan.id)/live", as: stage.amira, form: ["starts": "2026-11-20", "review_by": "2027-02-12", "answer": "agreed", "answered_on": "2026-11-20"])
        #expect(live.status == 422 && live.text.contains("on no roll of the trust today"))
        #expect(try await stage.stage.visit(.read, "/plans/\(plan.id)", as: stage.tom).status == 404, "the teacher's sight has ended")
    }

    @Test("Begin, write, share, make live: a support plan from nothing")
    func fromNothing() async throws {
        let stage = try await PlansStage(), samPath = "/pupils/\(stage.sam.id)/plans/start"
        for viewer in [stage.helen, stage.otherTeacher, stage.tia, stage.pat, .ruth] { #expect(try await stage.stage.visit(.read, samPath, as: viewer).status == 404) }
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.olga.id)/plans/start", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, samPath, as: stage.tom).status == 200)
        #expect(try await stage.stage.visit(.send, samPath, as: stage.tom, form: ["kind": ""]).status == 422)
        let begun = try await stage.stage.visit(.send, samPath, as: stage.tom, form: ["kind": "support", "rhythm": "half-term", "origin": "concern", "origin_row": "12"])
        #expect(begun.status == 303)
        let path = try #require(begun.next), page = try await stage.stage.visit(.read, path, as: stage.tom)
        #expect(page.status == 200)
        let saved = try await stage.stage.visit(.send, path, as: stage.tom, form: [
            "save": "strengths", "seen-strengths": page.hidden("seen-strengths") ?? "", "strengths": "Kind, curious", "seen-pupil_view": page.hidden("seen-pupil_view") ?? "", "pupil_view": "I like maths",
            "later-pupil_view": "yes", "seen-family_view": page.hidden("seen-family_view") ?? "", "family_view": "Reads signs in the street", "seen-barriers": page.hidden("seen-barriers") ?? "",
            "barriers-CL": "Letters jump about", "seen-strategies": page.hidden("seen-strategies") ?? "", "strategies": "One instruction at a time\r\nPictures beside words",
            "seen-outcomes": page.hidden("seen-outcomes") ?? "", "words": "Sam reads 40 words", "measure": "Word list", "baseline": "12", "due": "12/02/2027", "adult_life": "independence",
        ])
        #expect(saved.status == 303 && saved.next?.contains("part-strengths") == true)
        let id = try #require(begun.plan), whole = try await stage.whole(id)
        #expect(whole.missing.isEmpty && whole.state(.pupilView) == .inProgress && whole.state(.strengths) == .complete && whole.section(.strategies)?.lines.count == 2)
        #expect(whole.outcomes.map(\.words) == ["Sam reads 40 words"] && whole.outcomes[0].due == Day(2027, 2, 12) && whole.plan.origin == "concern" && whole.plan.originRow == RowID(12))
        #expect(whole.section(.strengths)?.savedBy == "Tom Reed")
        #expect(try await stage.stage.visit(.send, "/plans/\(id)/share", as: stage.tom, form: ["on": "2026-11-20"]).status == 303)
        let live = try await stage.stage.visit(.send, "/plans/\(id)/live", as: stage.amira, form: ["starts": "2026-11-20", "review_by": "2026-12-18", "answer": "no_reply", "answered_on": "2026-11-20", "first_try": "2026-11-10", "second_try": "2026-11-17"])
        #expect(live.status == 303)
        let read = try await stage.stage.visit(.read, "/plans/\(id)", as: stage.amira)
        #expect(read.text.contains("Letters jump about") && read.text.contains("No reply after two tries") && read.text.contains("Pictures beside words"))
        #expect(try await stage.events().contains("plan.madeLive"))
    }

    @Test("What is refused on the long page stays as it was typed, and nothing of it is saved")
    func refused() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.draft), path = "/plans/\(plan.id)/write"
        let page = try await stage.stage.visit(.read, path, as: stage.amira), before = try await stage.events()
        let refused = try await stage.stage.visit(.send, path, as: stage.amira, form: [
            "save": "all", "seen-strengths": page.hidden("seen-strengths") ?? "", "strengths": "New strengths", "seen-provision": page.hidden("seen-provision") ?? "", "provision": "A group",
            "none-provision": "yes", "words": "Reads", "due": "2016-01-01",
        ])
        #expect(refused.status == 422 && refused.text.contains("New strengths") && refused.text.contains("href=\"#none-provision\"") && refused.text.contains("href=\"#due\""))
        #expect(try await stage.events() == before)
    }

    @Test("Two who write at once lose nothing: the second sees the first’s words beside her own")
    func twoEditors() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.draft), path = "/plans/\(plan.id)/write"
        let page = try await stage.stage.visit(.read, path, as: stage.amira), seen = page.hidden("seen-strengths") ?? "", other = page.hidden("seen-provision") ?? ""
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, form: ["save": "all", "seen-strengths": seen, "strengths": "Tom’s words"]).status == 303)
        let second = try await stage.stage.visit(.send, path, as: stage.amira, form: ["save": "all", "seen-strengths": seen, "strengths": "Amira’s words", "seen-provision": other, "provision": "Daily reading"])
        #expect(second.status == 409 && second.text.contains("Tom’s words") && second.text.contains("Amira’s words") && second.text.contains("Daily reading"))
        #expect(try await stage.whole(plan.id).words(.strengths) == "Tom’s words")
        let again = try await stage.stage.visit(.send, path, as: stage.amira, form: ["save": "all", "seen-strengths": second.hidden("seen-strengths") ?? "", "strengths": "Both our words", "seen-provision": other, "provision": "Daily reading"])
        #expect(again.status == 303)
        let whole = try await stage.whole(plan.id)
        #expect(whole.words(.strengths) == "Both our words" && whole.words(.provision) == "Daily reading")
    }

    @Test("A part that one did not touch keeps what somebody else wrote meanwhile")
    func untouched() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.draft), path = "/plans/\(plan.id)/write"
        let page = try await stage.stage.visit(.read, path, as: stage.amira), seen = page.hidden("seen-strengths") ?? ""
        _ = try await stage.stage.visit(.send, path, as: stage.tom, form: ["save": "all", "seen-strengths": seen, "strengths": "Tom’s words"])
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["save": "all", "seen-strengths": seen, "strengths": "Words of strengths"]).status == 303)
        #expect(try await stage.whole(plan.id).words(.strengths) == "Tom’s words")
    }

    @Test("Outcomes are changed and taken out while the plan is written, and locked once it is live")
    func outcomes() async throws {
        let stage = try await PlansStage(), draft = try await stage.plan(.draft, outcomes: 2), live = try await stage.plan(.live, kind: "support", of: stage.sam)
        let first = try await stage.whole(draft.id).outcomes[0].id, locked = try await stage.whole(live.id).outcomes[0].id
        let path = "/plans/\(draft.id)/outcomes/\(first)/change"
        #expect(try await stage.stage.visit(.read, path, as: stage.tom).text.contains("Outcome number 1"))
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, form: ["words": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, form: ["words": "Better words"]).status == 303)
        #expect(try await stage.whole(draft.id).outcomes[0].words == "Better words")
        #expect(try await stage.stage.visit(.send, "/plans/\(draft.id)/outcomes/\(locked)/change", as: stage.tom, form: ["words": "x"]).status == 404, "another plan's")
        #expect(try await stage.stage.visit(.send, "/plans/\(draft.id)/outcomes/\(first)/remove", as: stage.tom).status == 303)
        #expect(try await stage.whole(draft.id).outcomes.count == 1)
        #expect(try await stage.stage.visit(.send, "/plans/\(live.id)/outcomes/\(locked)/change", as: stage.tom, form: ["words": "x"]).status == 422)
        #expect(try await stage.stage.visit(.send, "/plans/\(live.id)/outcomes/\(locked)/remove", as: stage.tom).status == 422)
        #expect(try await stage.events().contains("outcome.removed"))
    }

    @Test("A teacher keeps how outcomes went, the SENCO ends the review, and the next cycle is there to be written")
    func review() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live, outcomes: 2), path = "/plans/\(plan.id)/review"
        let ids = try await stage.whole(plan.id).outcomes.map(\.id)
        #expect(try await stage.stage.visit(.read, path, as: stage.tom).status == 200)
        let half = try await stage.stage.visit(.send, path, as: stage.tom, form: ["result-\(ids[0])": "met"])
        #expect(half.status == 422 && half.text.contains("href=\"#evidence-\(ids[0])\""))
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, form: ["result-\(ids[0])": "met", "evidence-\(ids[0])": "All of them"]).status == 303)
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, form: ["finish": "yes", "held_on": "2026-11-20", "decision": "continue"]).status == 404)
        let early = try await stage.stage.visit(.send, path, as: stage.amira, form: ["finish": "yes", "held_on": "2026-11-20", "decision": "continue"])
        #expect(early.status == 422 && early.text.contains("href=\"#result-\(ids[1])\""))
        let done = try await stage.stage.visit(.send, path, as: stage.amira, form: [
            "result-\(ids[1])": "partly", "evidence-\(ids[1])": "Half of them", "finish": "yes", "held_on": "2026-11-20", "decision": "step_up", "because": "Needs a specialist", "layer": "L2",
        ])
        #expect(done.status == 303)
        let next = try #require(done.plan), whole = try await stage.whole(next)
        #expect(whole.plan.cycle == 2 && whole.plan.follows == plan.id && whole.outcomes.map(\.baseline) == ["Half of them"] && whole.outcomes[0].carriedFrom == ids[1])
        let old = try await stage.whole(plan.id)
        #expect(old.plan.state == .reviewed && old.review?.decision == .stepUp && old.results.count == 2)
        #expect(try await stage.events().contains("layer.chosen"))
        let live = try await stage.stage.visit(.send, "/plans/\(next)/live", as: stage.amira, form: ["starts": "2026-11-20", "review_by": "2027-02-12", "answer": "agreed", "answered_on": "2026-11-20"])
        #expect(live.status == 303)
        #expect(try await stage.whole(plan.id).plan.state == .closed)
        let compared = try await stage.stage.visit(.read, "/plans/\(plan.id)/compare/\(next)", as: stage.amira)
        #expect(compared.text.contains("<ins>Half of them"))
    }

    @Test("An amendment takes the place of a live plan from its day on, and the past stays")
    func amend() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live)
        let begun = try await stage.stage.visit(.send, "/plans/\(plan.id)/amend", as: stage.amira, form: ["reason": "New hearing aids"])
        let next = try #require(begun.plan)
        #expect(try await stage.stage.visit(.send, "/plans/\(plan.id)/amend", as: stage.amira, form: ["reason": "Once more"]).status == 422)
        let before = try await stage.whole(plan.id)
        _ = try await stage.stage.visit(.send, "/plans/\(next)/live", as: stage.amira, form: ["starts": "2026-11-20", "review_by": "2027-02-12", "answer": "agreed", "answered_on": "2026-11-20"])
        let after = try await stage.whole(plan.id)
        #expect(after.plan.state == .closed && after.plan.ends == stage.stage.today - 1 && after.sections == before.sections && after.outcomes == before.outcomes)
        #expect(try await stage.whole(next).plan.cycle == 1)
    }

    @Test("“I have read this plan” is noted once")
    func read() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live), path = "/plans/\(plan.id)/read"
        for viewer in [stage.helen, stage.tia, stage.pat] { #expect(try await stage.stage.visit(.send, path, as: viewer).status == 404) }
        for viewer in [stage.tom, stage.tom, stage.amira] { #expect(try await stage.stage.visit(.send, path, as: viewer).status == 303) }
        #expect(try await stage.whole(plan.id).readings.map(\.name) == ["Tom Reed", "Given to the teachers by Amira Khan"])
    }
}
