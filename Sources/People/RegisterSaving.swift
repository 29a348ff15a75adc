import Basics
import Database

extension Writer {
    /// Saves what a rule of the register decided, with its follow-up: where the school's own system owns the
    /// status, a line in the list of what must still be entered there.
    public func save(_ change: RegisterChange, of pupil: Pupil, at school: SchoolID?) throws {
        for part in change.provisions { try save(part) }
        for part in change.needs { try save(part) }
        for part in change.watches { try save(part) }
        guard let school, try one(school, of: School.self)?.misOwnsRegister == true else { return }
        for task in misTasks(change, pupil, school) { try save(Change("mis_task.opened", to: task)) }
    }

    /// The same for a pupil whose record is at hand.
    public func save(_ change: RegisterChange, of record: PupilRecord, on day: Day) throws {
        try save(change, of: record.pupil, at: record.roll(on: day)?.enrolment.school)
    }

    private func misTasks(_ change: RegisterChange, _ pupil: Pupil, _ school: SchoolID) -> [MISTask] {
        let status = change.provisions.filter { $0.event != "status.ended" && !$0.isEmpty }.map { part in
            (MISTask.statusField, "\(part.after.provision) from \(part.after.spell.starts)")
        }
        let needs = change.needs.filter { !$0.isEmpty }.map { part -> (String, String) in
            part.event == "need.ended"
                ? ("SEN need", "\(part.after.need) ended \(part.after.spell.ends.map(\.description) ?? "")")
                : ("SEN need", "\(part.after.need) rank \(part.after.rank ?? 1) from \(part.after.spell.starts)")
        }
        return (status + needs).map { field, value in
            MISTask(id: .new, pupil: pupil.id, school: school, field: field, value: value, decidedOn: act.today)
        }
    }
}
