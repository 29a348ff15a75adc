import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Somebody says that something is wrong: it is put right, or kept with their own words beside it.
let askCorrectionPath = PagePath< >("/privacy/corrections/new")
let decideCorrectionPath = PagePath<RowID>("/privacy/corrections/*/decide")

let correctionRoutes = askCorrection.routes(askCorrectionPath) + decideCorrection.routes(decideCorrectionPath)

private let askCorrection = OfficerAct(
    form: { _, visit, _ in
        OfficerForm(title: "Somebody says that something is wrong", button: "Save what they say", back: privacyPath(), start: [("received_on", visit.today.description)]) { write in
            """
            \(write.upn())\(write.text("asked_by", "Who says so?"))\(write.sentences(aboutChild: "what", "What is wrong, and what would be right?"))\
            \(write.day("received_on", "On which day did they say so?"))
            """
        }
    },
    save: { writer, visit, _, typed in
        let pupil = try visit.pupil(writer)
        try writer.save(CorrectionRequest.received(pupil.id, from: typed["asked_by"], what: typed["what"], on: try typed.day("received_on"), today: visit.today))
        return pupilFilePath(pupil.id)
    })

private let decideCorrection = OfficerAct(
    form: { reader, visit, id in
        let request = try reader.row(id, of: CorrectionRequest.self, for: visit.viewer)
        return OfficerForm(title: "Decide what happens", lead: "\(request.askedBy) says: “\(request.what)”. \(request.due.map { "Answer by \($0.inWords)." })",
                           button: "Save the decision", back: pupilFilePath(request.pupil)) { write in
            """
            \(write.radios("outcome", "What was decided?", [
                Choice("corrected", "It is put right", hint: "Those who keep the record do this first, on the pupil’s own page."),
                Choice("refused", "It stays as it is"),
            ]))\(write.sentences("reason", "What was put right and where, or why not?"))\
            \(write.sentences(aboutChild: "disagreement", "Where it stays: what do they say about it?", hint: "In their own words. It is shown on the pupil’s page."))
            """
        }
    },
    save: { writer, visit, id, typed in
        let request = try writer.row(id, of: CorrectionRequest.self, for: visit.viewer)
        try writer.save(request.decided(as: typed["outcome"], because: typed["reason"], disagreement: typed["disagreement"], today: visit.today))
        return pupilFilePath(request.pupil)
    })

/// What a family says where the record was not changed, for everybody who reads the whole record.
let disagreementSection = PupilSection(order: 90) { reader, viewer, pupil, day in
    let powers = try reader.powers(of: viewer, over: pupil, on: day)
    let looked: HTML = powers.contains(.seeTrail) ? card("Who looked", printed: false, "<p class=\"actions\">\(linkButton("See who looked at this record", pupilSightsPath(pupil), aside: true))</p>") : ""
    guard powers.contains(.seeRecord) else { return looked }
    let requests = try reader.all(CorrectionRequest.self, "WHERE pupil_id = \(pupil) AND outcome = 'refused' AND disagreement <> '' ORDER BY closed_on")
    let items: [HTML] = requests.map { "<li>“\($0.disagreement)” <span class=\"quiet\">\($0.askedBy), \($0.receivedOn.inWords)</span></li>" }
    return looked + (items.isEmpty ? "" : card("What the family says differently", id: "disagreement", "<ul class=\"plain\">\(items)</ul>"))
}
