import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down that somebody asks for a copy.
let receiveRequestPath = PagePath< >("/privacy/requests/new")

let receiveRequest = OfficerAct(
    form: { _, visit, _ in
        OfficerForm(
            title: "Somebody asks for a copy", lead: "No form is needed: a request may be spoken. Write it down on the day it comes.",
            button: "Save the request", back: privacyPath(), start: [("received_on", visit.today.description)]) { write in
            """
            \(write.upn("If they ask about a pupil. The number stands on the school’s lists."))\
            \(write.text("email", "Or an adult’s mail address", hint: "If an adult asks about themselves.", type: "email"))\
            \(write.text("asked_by", "Who asked?"))\
            \(write.radios("capacity", "For whom do they ask?", choices(CopyRequest.Capacity.allCases, \.label)))\
            \(write.radios("way", "How did they ask?", choices(CopyRequest.Way.allCases, \.label)))\
            \(write.day("received_on", "On which day?", hint: "The day on which it reached anybody at school, not only you."))
            """
        }
    },
    save: { writer, visit, _, typed in
        let isAdult = typed["upn"].nonEmpty == nil && typed["email"].nonEmpty != nil
        let pupil = isAdult ? nil : try visit.pupil(writer).id
        let receiving = ReceiveRequest(pupil: pupil, email: isAdult ? typed["email"] : "", askedBy: typed["asked_by"], capacity: typed["capacity"],
                                       way: typed["way"], receivedOn: try typed.day("received_on"))
        return requestPath(try writer.save(receiving.applied(today: visit.today)).id)
    })
