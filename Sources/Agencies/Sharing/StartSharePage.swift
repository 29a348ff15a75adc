import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// The newest papers stand to be ticked; an older one is added again first.
private let mostPapers = 60

/// Chooses papers of a pupil and the one person who may look at them until a day.
let startShare = PupilAct(
    about: ["paper_share"], needs: .shareRecord,
    start: { _, _, ask in [("until", "\(ask.today + PaperShare.days)")] },
    form: { reader, record, ask, write in
        let papers = try reader.papersToShare(ask)
        if papers.isEmpty {
            return PupilForm(title: "Share papers", button: "Share these papers", fields: notice("There are no papers of \(record.pupil.calledName) to share. <a href=\"\(pupilPath(ask.pupil))#papers\">Add one first</a>.", warns: true))
        }
        return PupilForm(title: "Share papers", button: "Share these papers", fields: """
            \(write.checkboxes("papers", "Which papers?", papers.map { Choice("\($0.id)", $0.title) }, hint: "Only what this person needs. What you do not tick is not shared. The newest \(mostPapers) stand here."))\
            \(write.text("name", "Who may look at them?", hint: "One person, by name."))\(write.text("organisation", "From where, if from an organisation"))\
            \(write.longText("because", "On what ground?", hint: "Whose consent, given when; or which duty.", rows: 3, aboutChild: ask.notice))\
            \(write.checkbox("is_read", Choice("yes", "I have read each of them: they hold no address and no name that this person must not see")))\
            \(write.day("until", "Until when may they look?", hint: "Four weeks where nothing else is needed. You can stop it at any time."))
            """)
    },
    goingTo: { writer, record, ask, typed in
        // Who refers elsewhere may see this pupil in another part: that is no leave to share their papers.
        guard try writer.powers(of: ask.viewer.inStaffParts, over: ask.pupil, on: ask.today).contains(.shareRecord) else { throw NotFound() }
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let known = Set(try writer.papersToShare(ask).map(\.id))
        var share = SharePapers()
        (share.papers, share.name, share.organisation, share.because) = (typed.all("papers").compactMap { PaperID($0) }, typed["name"], typed["organisation"], typed["because"])
        share.isRead = typed["is_read"] == "yes"
        share.until = try typed.dayIfAny("until")
        let contacts = try writer.all(Contact.self, "WHERE pupil_id = \(ask.pupil) ORDER BY position, id")
        let change = try share.applied(of: ask.pupil, at: school.id, among: known, contacts: contacts, by: ask.viewer.signature, today: ask.today)
        return sharePath(ask.pupil, try writer.save(change, papers: share.papers).id).asking(["saved": "share"])
    })

extension Reader {
    /// The papers that this person may read and that stand.
    fileprivate func papersToShare(_ ask: PupilQuestion) throws -> [Paper] {
        try Array(papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn }.sorted { $0.addedAt > $1.addedAt }.prefix(mostPapers))
    }
}
