import Access
import AreaKit
import Basics
import Database
import Pages

let pupilAPI: [APIRoute] = [
    .item(PagePath<PupilID>("/api/v1/pupils/*"), parts: ["pupil"], .seePupils, name: "readPupil", "One pupil: who, status and needs", gives: pupilFields) { reader, visit, pupil in
        try pupilItem(reader, visit, pupil)
    },
]

/// One pupil as programs read it, for those parts of whoever asks that may take the register out of the house or
/// decide about it: what a class teacher needs to know is less than this.
func pupilItem(_ reader: Reader, _ visit: Visit, _ id: PupilID) throws -> JSON {
    let viewer = visit.person.doing(.seePupils), today = visit.today
    let powers = try reader.powers(of: viewer, over: id, on: today)
    guard powers.contains(.exportRegister) || powers.contains(.changeRegister) else { throw NotFound() }
    let record = try reader.pupilRecord(id, for: viewer, on: today)
    let roll = record.roll(on: today), pupil = record.pupil, status = record.register.provision(on: today)
    let school = try roll.flatMap { try reader.one($0.enrolment.school, of: School.self) }
    return .object([
        "pupil": .integer(id.rawValue), "upn": .optional(pupil.upn), "surname": .text(pupil.surname), "forename": .text(pupil.forename),
        "preferred_surname": .text(pupil.preferredSurname), "preferred_forename": .text(pupil.preferredForename), "date_of_birth": .text("\(pupil.birth)"),
        "school": .optional(school?.urn), "year": .optional(roll?.year?.rawValue), "class": .optional(roll?.className),
        "provision": .optional(status?.provision), "provision_since": .optional(status?.spell.starts.description),
        "needs": .list(record.register.openNeeds(on: today).map(\.json)),
        "look_again": .optional(record.register.watch(on: today)?.lookAgain.description),
        "record": powers.contains(.seeRecord) ? record.json(on: today) : .null,
    ])
}

private let pupilFields: [APIField] = [
    APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .orNull(.anyText), "The unique pupil number."),
    APIField("surname", .anyText, "Surname in law."), APIField("forename", .anyText, "Forename in law; empty for a pupil with one name."),
    APIField("preferred_surname", .anyText, "As they like to be called; empty where it is the same."), APIField("preferred_forename", .anyText, "As they like to be called; empty where it is the same."),
    APIField("date_of_birth", .day, "Day of birth."), APIField("school", .orNull(.urn), "URN of the school on whose roll the pupil is today."),
    APIField("year", .orNull(.anyText), "Year group."), APIField("class", .orNull(.anyText), "Class."),
    APIField("provision", .orNull(.anyText), "SEN status: N, K, E, or an older code; null where none is recorded."), APIField("provision_since", .orNull(.day), "First day of the status."),
    APIField("needs", .list(.object(needFields)), "The needs that are open, the main one first."),
    APIField("look_again", .orNull(.day), "For a pupil on the watch list: the day by which somebody looks again."),
    APIField("record", .orNull(.object(recordFields)), "For those who may see the whole record; null for others."),
]

private let needFields: [APIField] = [
    APIField("need", .anyText, "The code of the need."), APIField("area", .anyText, "The key of the area of need; empty where there is none."),
    APIField("rank", .orNull(.integer(0...1000)), "1 is the main need."), APIField("since", .day, "Known since."),
]

private let recordFields: [APIField] = [
    APIField("sex", .anyText, "M or F; empty where it is not known."), APIField("home_la", .anyText, "The local authority in which the child lives."), APIField("eal", .orNull(.flag), "English as an additional language."),
    APIField("flags", .list(.code(ContextFlag.Kind.allCases.map(\.rawValue))), "Circumstances that hold today."),
    APIField("bases", .list(.code(BaseSpell.Base.allCases.map(\.rawValue))), "SEN unit or resourced provision to which the pupil belongs today."),
]

extension PupilNeed {
    fileprivate var json: JSON { .object(["need": .text(need), "area": .text(area), "rank": rank.map(JSON.integer) ?? .null, "since": .text("\(spell.starts)")]) }
}

extension PupilRecord {
    fileprivate func json(on day: Day) -> JSON {
        .object([
            "sex": .text(pupil.sex), "home_la": .text(pupil.homeLA), "eal": pupil.eal.map(JSON.bool) ?? .null,
            "flags": .list(flags.filter { $0.spell.covers(day) }.map { .text($0.kind.rawValue) }),
            "bases": .list(bases.filter { $0.spell.covers(day) }.map { .text($0.base.rawValue) }),
        ])
    }
}
