import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Drafts a referral, from nothing or from a concern, a result or a review.
let draftReferral = PupilAct(
    about: [], needs: .refer,
    start: { _, _, ask in [("agency", ask.query["agency"]), ("origin", ask.query["origin"]), ("origin_row", ask.query["row"])] },
    form: { reader, record, ask, write in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today), agencies = try reader.openAgencies(of: school, for: ask.viewer.inStaffParts, on: ask.today)
        let none: HTML = agencies.isEmpty ? "<p>Nobody has added an agency yet. <a href=\"\(agenciesPath())\">Go to the list of agencies</a>.</p>" : ""
        return PupilForm(
            title: "Refer \(record.pupil.calledName) to an agency", lead: "\(record.pupil.fullCalledName). This is a draft: nothing leaves the school before you say that it is sent, and not without consent.",
            button: "Keep this draft",
            fields: """
                \(none)\(write.hidden("origin"))\(write.hidden("origin_row"))\(write.select("agency", "Which agency?", [Choice("", "Choose")] + (try reader.labelled(agencies)), hint: "Those of the council of \(school.name) stand first."))\
                \(referralFields(write, ask))\(try paperChoices(reader, ask, write))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let referral = try writer.draft(typed, about: record, for: ask.viewer)
        return referralPath(record.pupil.id, referral.row).asking(["saved": "drafted"])
    })

/// Puts a draft right.
let changeReferral = PupilAct(
    about: ["referral", "referral_paper"], needs: .refer,
    start: { reader, record, ask in
        let held = try reader.referral(ask, of: record)
        return [("reason", held.referral.reason), ("wanted", held.referral.wanted)] + held.papers.map { ("papers", "\($0)") }
    },
    form: { reader, record, ask, write in
        let held = try reader.referral(ask, of: record)
        return PupilForm(title: "Change the referral to \(held.agency.name)", button: "Save the draft", fields: referralFields(write, ask) + (try paperChoices(reader, ask, write)))
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.referral(ask, of: record)
        let saved = try writer.save(DraftReferral(to: held.agency.id, because: typed["reason"], wanted: typed["wanted"]).applied(to: held.referral))
        try writer.keepPapers(try writer.chosenPapers(typed, of: ask.pupil, for: ask.viewer, on: ask.today), of: saved)
        return referralPath(record.pupil.id, saved.row).asking(["saved": "changed"])
    })

private func referralFields(_ write: FormWriter, _ ask: PupilQuestion) -> HTML {
    """
    \(write.longText("reason", "What do you see, since when, and what was tried?", hint: "Facts an outsider understands. The family may read this.", rows: 6, aboutChild: ask.notice))\
    \(write.longText("wanted", "What do you ask them for?", hint: "Such as: an assessment of how Sam uses and understands words, and advice for the classroom.", rows: 3, aboutChild: ask.notice))
    """
}

/// As many papers stand as boxes to tick; the rest in a list.
private let shownPapers = 40

private func paperChoices(_ reader: Reader, _ ask: PupilQuestion, _ write: FormWriter) throws -> HTML {
    let standing = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn }, chosen = Set(ask.typed.all("papers"))
    let papers = standing.enumerated().filter { $0.offset < shownPapers || chosen.contains("\($0.element.id)") }.map(\.element)
    let older = standing.filter { paper in !papers.contains { $0.id == paper.id } }
    let rest: HTML = older.isEmpty ? "" : write.select("older_paper", "One more, of \(count(older.count, "other paper"))", [Choice("", "None")] + older.map { Choice("\($0.id)", $0.title) }, hint: "Save, and change the draft, for another of these.")
    let add: HTML = "<p class=\"quiet\">Another paper? <a href=\"\(addPaperPath(ask.pupil))\">Add it to the record</a> first.</p>"
    return papers.isEmpty ? "" : write.checkboxes("papers", "Which papers go along?", papers.map { Choice("\($0.id)", $0.title, hint: $0.topic.label) }) + rest + add
}

extension Reader {
    /// The referral that the address of a form names.
    func referral(_ ask: PupilQuestion, of record: PupilRecord) throws -> ReferralRecord {
        guard let row = ask.row else { throw NotFound() }
        return try referral(row, of: record.pupil.id, for: ask.viewer, on: ask.today)
    }

    /// Agencies as choices: their names, with whose children they are for.
    fileprivate func labelled(_ agencies: [Agency]) throws -> [Choice] {
        let names = AgencyNames(councils: try councils(), bodies: try healthBodies(), schools: [])
        return agencies.map { Choice("\($0.id)", "\($0.name) (\(names.place(of: $0)))") }
    }

    /// The papers that a form names, each one of the pupil's that stands.
    fileprivate func chosenPapers(_ typed: FormValues, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [PaperID] {
        let chosen = (typed.all("papers") + typed.all("older_paper")).compactMap { PaperID($0) }.unique
        guard !chosen.isEmpty else { return [] }
        let standing = Set(try papers(of: pupil, for: viewer, on: day).filter { !$0.isWithdrawn }.map(\.id))
        guard chosen.allSatisfy(standing.contains) else { throw Problems("papers", "One of these papers is no longer there. Choose again.") }
        return chosen
    }
}

extension Writer {
    /// Drafts what a form says, for a page as for a program.
    func draft(_ typed: FormValues, about record: PupilRecord, for viewer: Viewer) throws -> Referral {
        // Who refers elsewhere may see this pupil in another part: that is no leave to refer them.
        guard try powers(of: viewer.inStaffParts, over: record.pupil.id, on: act.today).contains(.refer) else { throw NotFound() }
        let school = try schoolOfRoll(record, for: viewer, on: act.today)
        let draft = DraftReferral(to: AgencyID(typed["agency"]), because: typed["reason"], wanted: typed["wanted"])
        let choices = try openAgencies(of: school, for: viewer.inStaffParts, on: act.today).map(\.id)
        let change = try draft.applied(about: record.pupil.id, at: school.id, among: choices, beside: all(Referral.self, "WHERE pupil_id = \(record.pupil.id)"), by: viewer.name, today: act.today)
        var referral = change.after
        if let origin = Referral.Origin(rawValue: typed["origin"]), origin != .none, let row = RowID(typed["origin_row"]) { (referral.origin, referral.originRow) = (origin, row.rawValue) }
        let papers = try chosenPapers(typed, of: record.pupil.id, for: viewer, on: act.today), saved = try save(Change(change.event, to: referral))
        try save(Change(change.event, to: ReferralStep(.drafted, of: saved, on: act.today, by: viewer.name, words: "")))
        try keepPapers(papers, of: saved)
        return saved
    }
}
