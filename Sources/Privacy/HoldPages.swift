import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Holds a pupil's record back from disposal, and lets it go again.
let placeHoldPath = PagePath< >("/privacy/holds/new")
let liftHoldPath = PagePath<RowID>("/privacy/holds/*/lift")

let holdRoutes = placeHold.routes(placeHoldPath) + liftHold.routes(liftHoldPath)

private let placeHold = OfficerAct(
    form: { _, _, _ in
        OfficerForm(title: "Hold a record back", lead: "Nothing about this pupil is disposed of while the hold stands.", button: "Hold it back", back: privacyPath()) { write in
            "\(write.upn())\(write.sentences("reason", "Why?", hint: "Such as a tribunal, a claim or an inquiry, and who asked."))"
        }
    },
    save: { writer, visit, _, typed in
        let pupil = try visit.pupil(writer)
        try writer.save(LegalHold.placed(on: pupil.id, because: typed["reason"], standing: writer.hold(on: pupil.id), today: visit.today))
        return pupilFilePath(pupil.id)
    })

private let liftHold = OfficerAct(
    form: { reader, visit, id in
        let hold = try reader.row(id, of: LegalHold.self, for: visit.viewer)
        return OfficerForm(title: "Lift a hold", lead: "It stands \(hold.spell.inWords): “\(hold.reason)”", button: "Lift the hold", back: privacyPath()) {
            $0.sentences("reason", "Why is it no longer needed?", hint: "And who says so.")
        }
    },
    save: { writer, visit, id, typed in
        let hold = try writer.row(id, of: LegalHold.self, for: visit.viewer)
        try writer.save(hold.lifted(because: typed["reason"], today: visit.today))
        return privacyPath()
    })
