import Access
import Basics
import Database
import Pages
import People

/// Pupils join a provision that runs.
let joinProvision = ProvisionAct(
    needs: .workOnProvision,
    about: { _, _ in nil },
    start: { _, seen, ask in [("from", "\(max(ask.today, seen.run.starts))")] },
    form: { reader, seen, ask, write in
        let picker = try reader.pupilPicker(ask.typed, at: seen.run.school, without: Set(seen.whole.pupils(on: ask.today)), for: ask.viewer, on: ask.today)
        let size = seen.whole.pattern(on: max(ask.today, seen.run.starts))?.plannedSize
        let room: HTML = size.map { "<p>It is planned for \(count($0, "pupil")); \(seen.whole.pupils(on: max(ask.today, seen.run.starts)).count) take part.</p>" } ?? ""
        return ProvisionForm(title: "Let pupils join", button: "Let them join", fields: "\(room)\(write.day("from", "From which day?"))\(pickerFields(write, picker, "Who joins?"))")
    },
    save: { writer, seen, ask, typed in
        var wrong = Problems()
        let from = typed.read("from", &wrong) { try typed.day("from") } ?? max(ask.today, seen.run.starts), chosen = typed.all("pupils").compactMap { PupilID($0) }
        let pupils = typed.read("pupils", &wrong) { try writer.joining(chosen, at: seen.run.school, for: ask.viewer, on: ask.today) } ?? []
        if chosen.isEmpty { wrong.add("pupils", "Tick at least one pupil.") }
        var whole = seen.whole, changes: [ProvisionChange] = []
        for pupil in pupils {
            guard let change = typed.joined(pupil, from, whole, ask.today, &wrong) else { continue }
            whole.members += change.members.map(\.after)
            changes.append(change)
        }
        try wrong.check()
        for change in changes { try writer.save(change, of: seen.run) }
        return "joined"
    })

extension FormValues {
    /// What is wrong with one of several stands beside the boxes of all.
    fileprivate func joined(_ pupil: JoiningPupil, _ from: Day, _ whole: WholeProvision, _ today: Day, _ wrong: inout Problems) -> ProvisionChange? {
        do { return try JoinProvision(pupil, from: from).applied(to: whole, today: today) } catch {
            for problem in (error as? Problems)?.list ?? [] {
                let field = problem.field == "pupil" ? "pupils" : problem.field
                if !wrong.list.contains(where: { $0.message == problem.message }) { wrong.add(field, problem.message) }
            }
            return nil
        }
    }
}
