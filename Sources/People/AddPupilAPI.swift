import Access
import AreaKit
import Basics
import Database
import Pages

let addPupilAPI: [APIRoute] = [
    .act(PagePath< >("/api/v1/pupils"), .addPupil, name: "addPupil", "Put a pupil on roll", body: addPupilFields, gives: [APIField("pupil", .id, "The new pupil's number.")], adds: true) { writer, asked in
        var typed = asked.body.form
        guard let school = try writer.school(asked: asked.body, for: asked.viewer) else { throw NotFound() }
        typed.set("school", "\(school)")
        return .object(["pupil": .integer(try writer.addPupil(typed, for: asked.viewer).rawValue)])
    },
]

private let addPupilFields: [APIField] = [
    APIField("school", .urn, "URN of the school."), APIField("surname", .words(100), "Surname in law; the one name of a child with one name."),
    .maybe("forename", .wordsIfAny(100), "Forename in law."), .maybe("preferred_forename", .wordsIfAny(100), "As they like to be called."),
    APIField("birth", .day, "Day of birth."), .maybe("sex", .code(["F", "M"]), "Where it is known."),
    .maybe("upn", .wordsIfAny(30), "The unique pupil number, where it is known."), APIField("entry", .day, "First day on the roll."),
    .maybe("year", .code(YearGroup.all.map(\.rawValue)), "The year; that of the birth date where it is left out."),
    .maybe("keeps_upn", .flag, "True where the number's check letter is wrong, and it was checked."),
    .maybe("is_no_twin", .flag, "True where somebody looked at the likely twins, and this is another child."),
]
