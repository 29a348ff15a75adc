import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Notes that a pupil's file went to another school, and that it arrived.
let sendFilePath = PagePath< >("/privacy/transfers/new")
let confirmFilePath = PagePath<RowID>("/privacy/transfers/*/arrived")

let transferRoutes = sendFile.routes(sendFilePath) + confirmFile.routes(confirmFilePath)

private let sendFile = OfficerAct(
    form: { _, visit, _ in
        OfficerForm(title: "A pupil’s file was sent", lead: "When a pupil moves, their file goes to the new school.", button: "Save that it was sent",
                    back: privacyPath(), start: [("sent_on", visit.today.description)]) { write in
            "\(write.upn())\(write.text("sent_to", "To which school?"))\(write.day("sent_on", "On which day?"))\(write.text("way", "How?", hint: "Such as by hand and signed for, or by a secure link."))"
        }
    },
    save: { writer, visit, _, typed in
        let pupil = try visit.pupil(writer)
        try writer.save(FileTransfer.sent(pupil.id, to: typed["sent_to"], on: try typed.day("sent_on"), by: typed["way"], today: visit.today))
        return pupilFilePath(pupil.id)
    })

private let confirmFile = OfficerAct(
    form: { reader, visit, id in
        let transfer = try reader.row(id, of: FileTransfer.self, for: visit.viewer)
        return OfficerForm(title: "The file arrived", lead: "Sent to \(transfer.sentTo) on \(transfer.sentOn.inWords).", button: "Save that it arrived",
                           back: pupilFilePath(transfer.pupil), start: [("confirmed_on", visit.today.description)]) { write in
            "\(write.text("confirmed_by", "Who at the other school has it?"))\(write.day("confirmed_on", "On which day?"))"
        }
    },
    save: { writer, visit, id, typed in
        let transfer = try writer.row(id, of: FileTransfer.self, for: visit.viewer)
        try writer.save(transfer.confirmed(on: try typed.day("confirmed_on"), by: typed["confirmed_by"], today: visit.today))
        return pupilFilePath(transfer.pupil)
    })
