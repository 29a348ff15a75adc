import Basics
import Pages

/// Puts right what was logged: a name that was misread, a day, the council's reference.
let correctConsultation = ConsultationForm(
    path: correctConsultationPath, title: "Put right what was logged", button: "Save what is right",
    instead: { line, _ in
        line.held.ending != .admitted ? nil : "<p>The child is on roll: names and days are put right on the child’s own page.</p><p class=\"actions\">\(linkButton("Go back to the consultation", consultationPath(line.held.id)))</p>"
    },
    start: { _, held, _ in
        [
            ("forename", held.forename), ("surname", held.surname), ("birth", held.birth?.description ?? ""), ("current_school", held.currentSchool), ("year", held.year), ("la", held.council), ("officer", held.officer),
            ("reference", held.reference), ("came_on", held.cameOn.description), ("own_day", held.ownDay?.description ?? ""), ("basis", held.basis.rawValue), ("needs", held.needs), ("asked", held.asked),
        ]
    },
    fields: { reader, _, _, write, notice in consultationFields(write, notice, try reader.knownCouncils()) },
    save: { writer, held, _, typed in try writer.save(typed.logConsultation(), of: held) })
