import Basics
import Stage
@testable import People

extension SafetyRuleTests {
    static let faults: [SafetyCase] = [
        SafetyCase("SEN support and no need", finds: "need-missing 999001") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, provision: "K")
        },
        SafetyCase("a plan whose only need has ended", finds: "need-missing 999001") { stage, elm, _ in
            try await stage.need("MLD", of: try await stage.pupil(at: elm, provision: "E"), Spell(starts: Stage.september, ends: june))
        },
        SafetyCase("School Action from an old file, no need", finds: "need-missing 999001") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, provision: "A")
        },
        SafetyCase("a need of rank 2 alone", finds: "need-without-rank-one 999001") { stage, elm, _ in
            try await stage.need("SLCN", of: try await stage.pupil(at: elm, provision: "K"), rank: 2)
        },
        SafetyCase("a need without rank", finds: "need-without-rank-one 999001") { stage, elm, _ in
            try await stage.need("SLCN", of: try await stage.pupil(at: elm, provision: "E"), rank: nil)
        },
        SafetyCase("NSA for a year", finds: "nsa-too-long 999001") { stage, elm, _ in
            try await stage.need("NSA", of: try await stage.pupil(at: elm, provision: "K"))
        },
        SafetyCase("NSA for 92 days", finds: "nsa-too-long 999001") { stage, elm, _ in
            try await stage.need("NSA", of: try await stage.pupil(at: elm, provision: "K"), Spell(starts: stage.today - 92))
        },
        SafetyCase("two needs doubled, one finding", finds: "need-ranked-twice 999001") { stage, elm, _ in
            let sam = try await stage.pupil(at: elm, provision: "K")
            for (rank, code) in [(1, "ASD"), (2, "ASD"), (3, "SLCN"), (4, "SLCN"), (5, "SLCN")] { try await stage.need(code, of: sam, rank: rank) }
        },
        SafetyCase("on roll without a status", finds: "provision-not-recorded 999001", "roll-not-reconciled 999001") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, provision: nil)
        },
        SafetyCase("a status nobody knows", finds: "provision-not-recorded 999001", "roll-not-reconciled 999001") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, provision: "Z")
        },
        SafetyCase("a status that ended", finds: "provision-not-recorded 999001", "roll-not-reconciled 999001") { stage, elm, _ in
            try await stage.status("N", of: try await stage.pupil(at: elm, provision: nil), Spell(starts: Stage.september, ends: june))
        },
        SafetyCase("a year below the expected", finds: "year-unexpected 999001") { stage, elm, _ in _ = try await stage.pupil(at: elm, year: "3") },
        SafetyCase("in a special school, too", finds: "year-unexpected 999009") { stage, _, _ in
            _ = try await stage.pupil(at: try await stage.school("Ash School", urn: "999009", kind: .special), year: "5")
        },
        SafetyCase("on two rolls", finds: "two-rolls 999001", "two-rolls 999002") { stage, elm, oak in
            try await stage.enrolment(of: try await stage.pupil(at: elm), at: oak)
        },
        SafetyCase("on two rolls, both main", finds: "two-rolls 999001", "two-rolls 999002") { stage, elm, oak in
            let sam = try await stage.pupil(at: elm)
            try await stage.enrolments(of: sam, at: elm) { $0.kind = "M" }
            try await stage.enrolment(of: sam, at: oak, kind: "M")
        },
        SafetyCase("left Oak after Elm, with support and need", finds: "left-without-end 999002") { stage, elm, oak in
            let sam = try await stage.pupil(at: elm, provision: "K")
            try await stage.need("SLCN", of: sam)
            try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: Stage.september, ends: Stage.september + 60) }
            try await stage.enrolment(of: sam, at: oak, Spell(starts: Stage.september + 61, ends: june))
        },
        SafetyCase("left, and still in a class", finds: "left-without-end 999001") { stage, elm, _ in
            let sam = try await stage.pupil(at: elm)
            _ = try await stage.schoolClass("4K", at: elm, of: [sam])
            try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: Stage.september, ends: june) }
        },
        SafetyCase("in a unit that is not recognised", finds: "flag-without-recognition 999001") { stage, elm, _ in
            try await stage.base(.unit, of: try await stage.pupil(at: elm), at: elm)
        },
        SafetyCase("in resourced provision where only a unit is recognised", finds: "flag-without-recognition 999007") { stage, _, _ in
            let yew = try await stage.school("Yew", urn: "999007", unit: true)
            try await stage.base(.resourced, of: try await stage.pupil(at: yew), at: yew)
        },
        SafetyCase("No SEN with two open needs", finds: "none-with-needs 999001") { stage, elm, _ in
            let sam = try await stage.pupil(at: elm)
            try await stage.need("SLCN", of: sam)
            try await stage.need("SEMH", of: sam, rank: 2)
        },
        SafetyCase("a UPN with a wrong letter", finds: "upn-wrong 999001") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, upn: "A\(Stage.upn(77).dropFirst())")
        },
        SafetyCase("a UPN that is too short", finds: "upn-wrong 999001") { stage, elm, _ in _ = try await stage.pupil(at: elm, upn: "H99920012") },
        SafetyCase("a temporary UPN for a year", finds: "upn-temporary 999001") { stage, elm, _ in _ = try await stage.pupil(at: elm, upn: temporary("A")) },
        SafetyCase("no contact with responsibility", finds: "no-responsible-contact 999001") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, responsible: false)
        },
    ]

    static let inOrder: [SafetyCase] = [
        SafetyCase("a child with support, two needs and a history") { stage, elm, _ in
            let sam = try await stage.pupil(at: elm, provision: "K")
            try await stage.need("SLCN", of: sam, Spell(starts: Stage.september, ends: june))
            try await stage.need("SLCN", of: sam, Spell(starts: june + 1))
            try await stage.need("SEMH", of: sam, rank: 2)
        },
        SafetyCase("NSA for 13 weeks") { stage, elm, _ in
            try await stage.need("NSA", of: try await stage.pupil(at: elm, provision: "K"), Spell(starts: stage.today - 91))
        },
        SafetyCase("main and second roll") { stage, elm, oak in
            let sam = try await stage.pupil(at: elm)
            try await stage.enrolments(of: sam, at: elm) { $0.kind = "M" }
            try await stage.enrolment(of: sam, at: oak, kind: "S")
        },
        SafetyCase("years not followed, and a code we don’t know") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, year: "X")
            _ = try await stage.pupil("Max", at: elm, year: "??")
        },
        SafetyCase("left with No SEN and nothing else open") { stage, elm, _ in
            let sam = try await stage.pupil(at: elm)
            _ = try await stage.schoolClass("3K", at: elm, year: 2025, of: [sam])
            try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: Stage.september, ends: june) }
        },
        SafetyCase("left Elm and comes to Oak next term, with support") { stage, elm, oak in
            let sam = try await stage.pupil(at: elm, provision: "K")
            try await stage.need("SLCN", of: sam)
            try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: Stage.september, ends: stage.today - 3) }
            try await stage.enrolment(of: sam, at: oak, Spell(starts: stage.today + 20))
        },
        SafetyCase("a guest, who is on another school’s roll") { stage, elm, _ in
            let sam = try await stage.pupil(at: elm, upn: "wrong", year: "9", provision: nil, responsible: false)
            try await stage.enrolments(of: sam, at: elm) { $0.kind = "G" }
        },
        SafetyCase("in a unit that is recognised") { stage, _, _ in
            let yew = try await stage.school("Yew", urn: "999008", unit: true)
            try await stage.base(.unit, of: try await stage.pupil(at: yew), at: yew)
        },
        SafetyCase("a temporary UPN this term") { stage, elm, _ in _ = try await stage.pupil(at: elm, upn: temporary("B"), since: stage.today - 112) },
        SafetyCase("a child who comes next week") { stage, elm, _ in
            _ = try await stage.pupil(at: elm, provision: nil, since: stage.today + 7, responsible: false)
        },
    ]

    private static func temporary(_ letter: String) -> String {
        let rest = "99910012105\(letter)"
        return UniquePupilNumber.checkLetter(for: rest).map { "\($0)\(rest)" } ?? ""
    }
}
