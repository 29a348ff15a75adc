import AreaKit
import Basics
import Pages

/// Seals a pupil's record, in two steps: what it does is read first.
let sealPupilPath = PagePath<PupilID>("/pupils/*/seal")

let sealPupil = PupilAct(
    about: ["pupil"], saved: "sealed",
    form: { record, ask, write in
        if record.pupil.sealed { throw NotFound() }
        return PupilForm(
            title: "Seal \(record.pupil.calledName)’s record", lead: "For a child who was adopted or must be protected.", button: "Seal this record for good",
            fields: """
                \(notice(explanation, warns: true))\
                \(write.longText("reason", "Who decided this, and why?", hint: "Such as: adoption order of 3 November 2026, told by the virtual school. Give no former name here.", aboutChild: ask.notice))\
                \(write.confirmation("understood", "I have read this, and I know that no page undoes it"))
                """)
    },
    save: { writer, record, ask, typed in
        try writer.seal(try SealPupil(reason: typed["reason"], understood: typed.has("understood")).applied(to: record.pupil))
    })

private let explanation: HTML = """
    When a record is sealed, former names, former UPNs, all contacts and all papers added so far leave every page, every search, every file and every view of who \
    changed what. Nobody sees them here again. Needs, status and history stay. First make sure that the name and UPN shown now are the new ones.
    """
