import Access
import Basics
import Database
import Pages
import People

/// Pupils to tick: those who are ticked, and those whom a class, a name or their support brings.
struct PupilPicker: Sendable {
    /// The most that a page shows beside those who are ticked.
    static let most = 80

    let pupils: [(pupil: PupilID, label: String)]
    let classes: [Choice]
    /// Whether there are more than are shown.
    let isCut: Bool
}

extension Reader {
    /// - Parameter typed: `pupils` for those ticked, `class` and `pupil_words` for whom to show.
    func pupilPicker(_ typed: FormValues, at school: SchoolID, without taken: Set<PupilID> = [], for viewer: Viewer, on day: Day) throws -> PupilPicker {
        let ticked = typed.all("pupils").prefix(60).compactMap { PupilID($0) }
        let chosen: SQL = ticked.isEmpty ? "1 = 0" : "p.id IN \(ticked)"
        let found = try rows("""
            SELECT p.id, \(CalledName.given), \(CalledName.family), \(className(on: day)), \
            CASE WHEN \(chosen) THEN 1 ELSE 0 END FROM pupil p WHERE \(onRoll(of: school, for: viewer, on: day)) AND (\(chosen) OR \(picked(typed, on: day))) \
            ORDER BY 5 DESC, p.sort_name, p.id LIMIT \(ticked.count + PupilPicker.most + 1)
            """) { row in
            let id: PupilID = try row.next(), name = try [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")
            return (pupil: id, label: [name, try row.next(String?.self) ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
        }
        let shown = found.prefix(ticked.count + PupilPicker.most).filter { !taken.contains($0.pupil) }
        viewer.witness.saw(shown.map(\.pupil))
        let classes = try taughtClasses(of: school, on: day).map { Choice("\($0.id)", $0.name) }
        return PupilPicker(pupils: shown, classes: classes, isCut: found.count > ticked.count + PupilPicker.most)
    }

    private func className(on day: Day) -> SQL {
        """
        (SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = p.id AND c.kind = 'class' \
        AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.starts DESC LIMIT 1)
        """
    }

    /// True for a pupil `p` on the roll of a school today, among those whom the viewer plans provision for.
    private func onRoll(of school: SchoolID, for viewer: Viewer, on day: Day) -> SQL {
        """
        EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = p.id AND e.school_id = \(school) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) \
        AND \(viewer.doing(.workOnProvision).seesEnrolment(on: day)))
        """
    }

    /// True for a pupil `p` whom the class or the name brings; with neither, for those with SEN support or a plan.
    private func picked(_ typed: FormValues, on day: Day) -> SQL {
        let words = typed["pupil_words"].folded.split(separator: " ").prefix(8).map { String($0) }
        let named: [SQL] = words.map { "EXISTS (SELECT 1 FROM pupil_word w WHERE w.pupil_id = p.id AND w.word >= \($0) AND w.word < \($0 + "\u{10FFFF}"))" }
        let inClass: [SQL] = ClassID(typed["class"]).map { id in
            ["EXISTS (SELECT 1 FROM class_member m WHERE m.pupil_id = p.id AND m.class_id = \(id) AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)))"]
        } ?? []
        let supported: SQL = "EXISTS (SELECT 1 FROM provision_spell s WHERE s.pupil_id = p.id AND s.provision IN ('K', 'E', 'A', 'P', 'Q', 'S') AND s.starts <= \(day) AND (s.ends IS NULL OR s.ends >= \(day)))"
        let asked = named + inClass
        return asked.isEmpty ? supported : "(\(SQL.joined(asked, " AND ")))"
    }

    /// Those who are to take part, as the rules need them.
    /// - Throws: `Problems` where one is not among those whom the viewer plans provision for.
    func joining(_ pupils: [PupilID], at school: SchoolID, outcomes: [PupilID: [OutcomeID]] = [:], for viewer: Viewer, on day: Day) throws -> [JoiningPupil] {
        let names = Dictionary(try rows("SELECT p.id, \(CalledName.given) FROM pupil p WHERE p.id IN \(pupils) AND \(viewer.doing(.workOnProvision).seesPupil(on: day))") {
            try ($0.next(PupilID.self), $0.next(String.self))
        }) { $1 }
        viewer.witness.saw(Array(names.keys))
        guard pupils.allSatisfy({ names[$0] != nil }) else { throw Problems("pupils", "Somebody you chose is not among the pupils you work with. Choose again.") }
        let rolls = Dictionary(grouping: try rows("SELECT pupil_id, starts, ends FROM enrolment WHERE pupil_id IN \(pupils) AND school_id = \(school)") {
            try (pupil: $0.next(PupilID.self), spell: Spell(starts: $0.next(), ends: $0.next()))
        }, by: \.pupil)
        return pupils.map { JoiningPupil($0, called: names[$0] ?? "", rolls: (rolls[$0] ?? []).map(\.spell), outcomes: outcomes[$0] ?? []) }
    }
}

/// The boxes, and what brings others.
func pickerFields(_ write: FormWriter, _ picker: PupilPicker, _ label: String) -> HTML {
    let choices = picker.pupils.map { Choice("\($0.pupil)", $0.label) }
    let none: HTML = choices.isEmpty ? "<p>Nobody is found. Choose a class, or type a name, and press “Show these pupils”.</p>" : ""
    let cut: HTML = picker.isCut ? "<p class=\"hint\">There are more. Choose a class, or type a name.</p>" : ""
    return """
        <div class="many">\(write.checkboxes("pupils", label, choices))</div>\(none)\(cut)\
        <div class="grid">\(write.select("class", "Show a class", [Choice("", "Pupils with SEN support or a plan")] + picker.classes))\
        \(write.text("pupil_words", "Or show pupils by name"))</div><p class="actions"><button class="second" name="show" value="yes">Show these pupils</button></p>
        """
}
