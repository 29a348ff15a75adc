import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Restricts the use of a record, and ends that again.
let restrictPath = PagePath< >("/privacy/restrictions/new")
let liftRestrictionPath = PagePath<RowID>("/privacy/restrictions/*/lift")

let restrictionRoutes = restrict.routes(restrictPath) + liftRestriction.routes(liftRestrictionPath)

private let restrict = OfficerAct(
    form: { _, _, _ in
        OfficerForm(
            title: "Restrict a record", lead: """
                The record stays, and nobody but you and the school’s safeguarding lead sees it: not in lists, not by search. What to do in an emergency \
                stays where every adult finds it. Use it only where the law asks for it, and tell the school’s SENCO and safeguarding lead.
                """,
            button: "Restrict the record", back: privacyPath()) { write in
            """
            \(write.upn())\(write.radios("ground", "Why?", choices(Restriction.Ground.allCases, \.label)))\
            \(write.sentences("reason", "Who asked, and what about?"))
            """
        }
    },
    save: { writer, visit, _, typed in
        let pupil = try visit.pupil(writer)
        try writer.save(RestrictRecord(ground: typed["ground"], reason: typed["reason"]).applied(to: pupil.id, standing: writer.restriction(of: pupil.id), today: visit.today))
        return pupilFilePath(pupil.id)
    })

private let liftRestriction = OfficerAct(
    form: { reader, visit, id in
        let standing = try reader.row(id, of: Restriction.self, for: visit.viewer)
        return OfficerForm(title: "End a restriction", lead: "It stands \(standing.spell.inWords): “\(standing.reason)”", button: "Show the record again",
                           back: pupilFilePath(standing.pupil)) { write in
            "\(write.sentences("reason", "Why does it end?"))\(write.confirmation("told", "Whoever asked for it has been told."))"
        }
    },
    save: { writer, visit, id, typed in
        let standing = try writer.row(id, of: Restriction.self, for: visit.viewer)
        try writer.save(standing.lifted(told: typed.has("told"), reason: typed["reason"], today: visit.today))
        return pupilFilePath(standing.pupil)
    })
