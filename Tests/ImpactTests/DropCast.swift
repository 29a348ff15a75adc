import Access
import Basics
import Database
@testable import Impact
import Measures
import Pages
import People
import Provision
import Stage

/// Those who look Elm's data drops through, with accounts of their own.
enum DropCast {
    static let people = [
        DropColleague(account: AccountID(101), name: "Ruth Adeyemi", roles: [.trustLead]), DropColleague(account: AccountID(102), name: "Helen Marsh", roles: [.head]),
        DropColleague(account: AccountID(103), name: "Grace Obi", roles: [.governor]), DropColleague(account: AccountID(104), name: "Amira Khan", roles: [.senco]),
    ]
}

extension ImpactStage {
    var ruthWhoSigns: Viewer { Viewer(name: "Ruth Adeyemi", account: AccountID(101), role: .trustLead, sight: .trust) }
    var helenWhoSigns: Viewer { Viewer(name: "Helen Marsh", account: AccountID(102), role: .head, sight: .schools([elm.id])) }
    var graceWhoSigns: Viewer { Viewer(name: "Grace Obi", account: AccountID(103), role: .governor, sight: .schools([elm.id])) }

    /// This half-term: autumn 2 of 2026/27.
    var term: HalfTerm { HalfTerm(containing: today) }

    /// So many pupils on SEN support with a score at the start of the year and one of now, held against the same score again.
    @discardableResult
    func dropped(_ scores: [(before: Int, now: Int?)], at school: School? = nil) async throws -> [Pupil] {
        let pupils = try await pupils(scores.count, at: school), today = today, test = test
        for (pupil, pair) in zip(pupils, scores) {
            try await score(pupil, pair.before, on: today - 75)
            if let now = pair.now { try await score(pupil, now, on: today - 3) }
        }
        try await stage.act { try $0.save(Change("expectation.set", to: ExpectedProgress(instrument: test.id, scale: "reading", starts: today - 400, course: .holds, source: "Checked locally"))) }
        return pupils
    }

    var startForm: [(String, String)] {
        [("school", "\(elm.id)"), ("half_term", term.key), ("as_of", "\(today)"), ("measure", "\(test.id):reading"), ("group", "send"), ("send-lead", "101"), ("head", "102"), ("governor", "103")]
    }

    /// Opens a drop as the SENCO does.
    func open(_ form: [(String, String)]? = nil) async throws -> String {
        let answer = try await stage.visit(.send, "/drops/start", as: amira, typed: FormValues(form ?? startForm))
        return String(answer.next?.prefix { $0 != "?" } ?? "")
    }

    /// Says of one pupil why they are below.
    func explain(_ pupil: Pupil, in path: String, _ more: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        let id = pupil.id
        var form = FormValues([("pupil", "\(id)"), ("seen", "0"), ("reason-\(id)", "attendance"), ("words-\(id)", "Away for two weeks"), ("other-\(id)", "Work in books"), ("action-\(id)", "Read three times a week"),
                               ("owner", "me"), ("due", "\(today + 21)")])
        for (name, text) in more { form.set(name, text) }
        return try await stage.visit(.send, path + "/explain", as: amira, typed: form)
    }

    func sign(_ path: String, as viewer: Viewer, _ comment: String = "Seen.", asking question: String = "") async throws -> Answer {
        try await stage.visit(.send, path + "/sign", as: viewer, form: ["comment": comment, "question": question])
    }
}
