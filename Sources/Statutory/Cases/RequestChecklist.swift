import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What a council’s form asks for, and which of it is here: from the record itself, or as a person said.
struct RequestChecklist: Sendable {
    struct Line: Sendable {
        let ask: ChecklistAsk
        let answer: ChecklistAnswer?
        /// What the record holds for it.
        let found: Int

        /// What a person said stands before what the record holds.
        var state: ChecklistAnswer.State { answer?.state ?? (found > 0 ? .here : .missing) }
    }

    let lines: [Line]
    let evidence: Evidence

    /// - Parameter sources: what the areas below hold for a request.
    init(_ reader: Reader, _ held: AssessmentCase, from sources: [EvidenceSource], for viewer: Viewer, on day: Day) throws {
        let answers = try reader.answers(in: held), told = try reader.words(of: Array(answers.keys)), evidence = try reader.evidence(for: held, from: sources, viewer, on: day)
        self.evidence = evidence
        // An answer goes with its words: the same is asked by the list of a council and by that of all.
        let byWords = Dictionary(answers.values.compactMap { answer in told[answer.ask].map { ($0, answer) } }) { $1.id.rawValue > $0.id.rawValue ? $1 : $0 }
        let year = try reader.one(held.pupil, of: Pupil.self).map { try reader.schoolYear(of: $0, on: day) }
        let all = try reader.checklist(of: held.council, asOf: Set(answers.keys)).map { Line(ask: $0, answer: answers[$0.id] ?? byWords[$0.words.folded], found: evidence.parts.filter { [source = $0.source] part in part.source == source }.map(\.lines.count).reduce(0, +)) }
        // What is asked from a later year on is not missing for a younger child.
        lines = all.filter { line in line.answer != nil || (line.ask.firstYear ?? Int.min) <= (year ?? Int.max) }
    }
}

/// Goes through the checklist of a request.
func answerChecklist(_ sources: [EvidenceSource]) -> PupilAct { PupilAct(
    about: ["ehc_answer"], needs: .changeRegister,
    start: { reader, _, ask in
        try reader.checklist(ask, sources).lines.flatMap { line in [(name: "state.\(line.ask.id)", text: line.answer?.state.rawValue ?? ""), (name: "words.\(line.ask.id)", text: line.answer?.words ?? "")] }
    },
    form: { reader, record, ask, write in
        let lines = try reader.checklist(ask, sources).lines, notice = ask.notice.once
        let fields: [HTML] = lines.map { line in
            let found = line.ask.source == .none ? "" : line.found == 0 ? "The record holds nothing for it: \(line.ask.source.label.lowercased())." : "The record holds \(count(line.found, "thing")): \(line.ask.source.label.lowercased())."
            let usual = Choice("", line.ask.source == .none ? "Nobody has said yet" : "As the record says")
            return write.select("state.\(line.ask.id)", line.ask.words, [usual] + ChecklistAnswer.State.allCases.map { Choice($0.rawValue, $0.label) }, hint: found.isEmpty ? nil : found)
                + write.text("words.\(line.ask.id)", "Where it is, or who gets it: \(line.ask.words)", aboutChild: notice)
        }
        return PupilForm(title: "Go through the checklist", lead: "\(record.pupil.fullCalledName). What the council’s form asks for.", button: "Save the checklist", fields: "\(notice.standing)\(fields)")
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.heldCase(ask).held
        for line in try writer.checklist(ask, sources).lines {
            let state = ChecklistAnswer.State(rawValue: typed["state.\(line.ask.id)"]), words = typed["words.\(line.ask.id)"].trimmed
            if words.count > 1000 { throw Problems("words.\(line.ask.id)", "Make this shorter: at most 1,000 letters.") }
            guard let state = state ?? (words.isEmpty ? nil : line.state) else {
                if let old = line.answer { try writer.withdraw(old, event: "ehcAnswer.removed", because: nil) }
                continue
            }
            var answer = line.answer ?? ChecklistAnswer(state, to: line.ask.id, in: held, words: words)
            (answer.state, answer.words) = (state, words)
            try writer.save(Change("ehcAnswer.given", from: line.answer, to: answer))
        }
        return ehcRequestPath(ask.pupil, held.id).asking(["saved": "checklist"])
    }) }

extension Reader {
    fileprivate func checklist(_ ask: PupilQuestion, _ sources: [EvidenceSource]) throws -> RequestChecklist { try RequestChecklist(self, heldCase(ask).held, from: sources, for: ask.viewer, on: ask.today) }
}
