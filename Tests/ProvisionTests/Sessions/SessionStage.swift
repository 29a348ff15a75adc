import Access
import AreaKit
import Basics
import Database
import Pages
import People
@testable import Provision
import Stage

extension ProvisionStage {
    /// A slot of a provision on a day; the first time of that weekday.
    func slot(_ run: ProvisionRun, on day: Day? = nil) async throws -> SessionSlot {
        let day = day ?? stage.today
        guard let time = try await whole(run).sessions(on: [day]).first?.time.id else { throw NotFound() }
        return SessionSlot(time: time, day: day)
    }

    /// Presses a button of a card. All who are named are ticked.
    func press(_ slot: SessionSlot, as viewer: Viewer, there: [Pupil], key: String = "0123456789abcdef", _ typed: KeyValuePairs<String, String> = ["result": "given"]) async throws -> Answer {
        let ticks = there.map { (name: "there-\(slot.time)", text: "\($0.id)") }, pairs = typed.map { (name: $0.key, text: $0.value) }
        let form = FormValues([(name: "once", text: key)] + ticks + pairs)
        return try await stage.send(logSessionPath(slot).text, form, as: viewer)
    }

    func logs() async throws -> [SessionLog] { try await stage.read { try $0.sessionLogs("ORDER BY id") } }

    /// A teacher's or assistant's viewer who gives nothing and has no class.
    var stranger: Viewer { Viewer(name: "Zoe Ash", role: .assistant, sight: .taught(StaffID(999_999), at: elm.id)) }
}

extension Stage {
    /// Sends a form in which a name stands more than once.
    func send(_ path: String, _ form: FormValues, as viewer: Viewer) async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        let request = PageRequest(method: .send, path: halves[0], query: FormValues(encoded: halves.count > 1 ? halves[1] : ""), form: form)
        let visitor = viewer.visiting(), answer = try await house.answer(request, for: visitor, now: now)
        if answer.isPage {
            try PageCheck(answer.text).check(path)
            try SightCheck(answer.text, seen: visitor.witness.seen).check(path)
        }
        return answer
    }

    /// Sends JSON, as a program does.
    func send(json: String, to path: String, as viewer: Viewer) async throws -> Answer {
        try await house.answer(PageRequest(method: .send, path: path, headers: ["content-type": "application/json"], body: Array(json.utf8)), for: viewer.visiting(), now: now)
    }
}

/// A day on which the school is closed.
enum AddClosureForTests {
    static func closure(_ school: SchoolID, _ day: Day) throws -> Change<Closure> { try AddClosure(kind: "closure", name: "Snow", starts: day, ends: day).applied(to: school, beside: []) }
}
