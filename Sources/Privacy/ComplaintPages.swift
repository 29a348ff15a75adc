import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Complaints about how we use data: received, acknowledged within thirty days, answered.
let receiveComplaintPath = PagePath< >("/privacy/complaints/new")
let acknowledgeComplaintPath = PagePath<RowID>("/privacy/complaints/*/acknowledge")
let answerComplaintPath = PagePath<RowID>("/privacy/complaints/*/answer")

let complaintRoutes = receiveComplaint.routes(receiveComplaintPath) + acknowledgeComplaint.routes(acknowledgeComplaintPath) + answerComplaint.routes(answerComplaintPath)

private let receiveComplaint = OfficerAct(
    form: { _, visit, _ in
        OfficerForm(title: "Somebody complains about data", lead: "You then have thirty days to tell them that you have their complaint.", button: "Save the complaint",
                    back: privacyPath(), start: [("received_on", visit.today.description)]) { write in
            """
            \(write.text("made_by", "Who complains?"))\(write.upn("Where it is about a pupil; else leave it empty."))\
            \(write.sentences("about", "What is it about?"))\(write.day("received_on", "On which day did it come?"))
            """
        }
    },
    save: { writer, visit, _, typed in
        let pupil = typed["upn"].nonEmpty == nil ? nil : try visit.pupil(writer).id
        try writer.save(DataComplaint.received(pupil, from: typed["made_by"], about: typed["about"], on: try typed.day("received_on"), today: visit.today))
        return privacyPath()
    })

private let acknowledgeComplaint = OfficerAct(
    form: { reader, visit, id in
        let complaint = try reader.row(id, of: DataComplaint.self, for: visit.viewer)
        return OfficerForm(title: "Say that you have the complaint", lead: "\(complaint.madeBy): “\(complaint.about)” Tell them by \(complaint.acknowledgeBy.inWords).",
                           button: "Save that they were told", back: privacyPath(), start: [("day", visit.today.description)]) { $0.day("day", "On which day did you tell them?") }
    },
    save: { writer, visit, id, typed in
        let complaint = try writer.row(id, of: DataComplaint.self, for: visit.viewer)
        try writer.save(complaint.acknowledged(on: try typed.day("day"), today: visit.today))
        return privacyPath()
    })

private let answerComplaint = OfficerAct(
    form: { reader, visit, id in
        let complaint = try reader.row(id, of: DataComplaint.self, for: visit.viewer)
        return OfficerForm(title: "Answer the complaint", lead: "\(complaint.madeBy): “\(complaint.about)”", button: "Save the answer", back: privacyPath()) {
            $0.sentences("answer", "What did you find, and what happens now?", hint: "Send them the same, and that they may complain to the Information Commissioner.")
        }
    },
    save: { writer, visit, id, typed in
        let complaint = try writer.row(id, of: DataComplaint.self, for: visit.viewer)
        try writer.save(complaint.answered(typed["answer"], today: visit.today))
        return privacyPath()
    })
