import Access
import AreaKit
import Basics
import Database
import Pages
import People

extension Writer {
    /// Begins a provision as a form gives it. What comes twice under one key is answered with what the first began.
    /// - Throws: `NotFound` where the school is not in sight; `Problems` with all that is wrong; `SentBefore`.
    func startProvision(_ typed: FormValues, for viewer: Viewer, today: Day) throws -> ProvisionRun {
        guard let school = SchoolID(typed["school"]), viewer.may(.workOnProvision, at: school) else { throw NotFound() }
        let entry = try entry(named: typed["intervention"], at: school, on: today), chosen = typed.all("pupils").compactMap { PupilID($0) }
        var (week, wrong) = typed.week(try staffNames(at: school, on: today))
        let starts = typed.read("starts", &wrong) { try typed.day("starts") } ?? today
        let ticked = try outcomeTicks(of: Array(chosen.prefix(60)), for: viewer, on: today).ticked(typed)
        let pupils = typed.read("pupils", &wrong) { try joining(chosen, at: school, outcomes: ticked, for: viewer, on: today) } ?? []
        // Who could not be read is told alone, and not again as a group without pupils.
        let unread = wrong.message(for: "pupils") != nil
        var act = StartProvision(name: typed["name"], starts: starts, plannedEnd: typed.read("ends", &wrong) { try typed.dayIfAny("ends") }, pattern: week, pupils: pupils)
        act.doNotJudgeBefore = typed.read("do_not_judge_before", &wrong) { try typed.dayIfAny("do_not_judge_before") }
        act.isSectionF = typed.has("section_f")
        act.sendKey = typed["once"].nonEmpty
        act.schoolClass = typed.read("school_class", &wrong) { try schoolClass(typed, entry, school, pupils.isEmpty && !unread, viewer, today) }
        let twin = try act.sendKey.flatMap { try begun(under: $0, for: viewer, today) }
        let change = try together(wrong) { try act.applied(to: entry, at: school, twin: twin, today: today) }
        if let change { return try save(change.begun(from: typed)) }
        guard let twin else { throw NotFound() }
        return twin.run
    }

    /// The provision that was begun under a key, where it is in sight.
    private func begun(under key: String, for viewer: Viewer, _ today: Day) throws -> WholeProvision? {
        guard let id = try value("SELECT id FROM provision_run WHERE send_key = \(key)", as: ProvisionID.self) else { return nil }
        return try provision(id, for: viewer, who: .workOnProvision, on: today).whole
    }

    /// The class that has it as a whole.
    private func schoolClass(_ typed: FormValues, _ entry: Intervention, _ school: SchoolID, _ isForNobody: Bool, _ viewer: Viewer, _ today: Day) throws -> ClassID? {
        guard entry.kind == .universal else { return nil }
        guard let id = ClassID(typed["school_class"]) else {
            if isForNobody, !viewer.plansForAll(of: school) { throw Problems("school_class", "Choose your class, or tick pupils.") }
            return nil
        }
        guard try classesToPlanFor(at: school, for: viewer, on: today).contains(where: { $0.id == id }) else { throw Problems("school_class", "Choose a class of the list.") }
        return id
    }
}

extension Reader {
    /// The classes whose pupils the viewer all has in sight to plan for.
    func classesToPlanFor(at school: SchoolID, for viewer: Viewer, on day: Day) throws -> [SchoolClass] {
        let classes = try taughtClasses(of: school, on: day)
        if viewer.plansForAll(of: school) || classes.isEmpty { return classes }
        let others = Set(try column("""
            SELECT m.class_id FROM class_member m JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = \(school) \
            WHERE m.class_id IN \(classes.map(\.id)) AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) \
            AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND NOT (\(viewer.doing(.workOnProvision).seesEnrolment(on: day)))
            """, as: ClassID.self))
        return classes.filter { !others.contains($0.id) }
    }
}

extension Viewer {
    /// Whether what this person begins may be for a whole school.
    func plansForAll(of school: SchoolID) -> Bool {
        parts.contains { part in
            guard part.permissions.contains(.workOnProvision) else { return false }
            switch part.sight {
            case .trust: return true
            case .schools(let schools): return schools.contains(school)
            default: return false
            }
        }
    }
}

extension ProvisionChange {
    /// The same with a note in the trail of where it came from.
    fileprivate func begun(from typed: FormValues) -> ProvisionChange {
        guard let origin = Start.Origin(rawValue: typed["origin"]), let row = RowID(typed["row"]), let begun = run else { return self }
        var change = self
        change.run = Change(begun.event, to: begun.after, because: "Begun from \(origin.rawValue) \(row)")
        return change
    }
}
