import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What is done about a request for a copy, step by step.

let proveRequestPath = PagePath<RowID>("/privacy/requests/*/known")
let pauseRequestPath = PagePath<RowID>("/privacy/requests/*/ask")
let resumeRequestPath = PagePath<RowID>("/privacy/pauses/*/answered")
let extendRequestPath = PagePath<RowID>("/privacy/requests/*/extend")
let closeRequestPath = PagePath<RowID>("/privacy/requests/*/close")

let requestActRoutes = receiveRequest.routes(receiveRequestPath) + proveRequest.routes(proveRequestPath) + pauseRequest.routes(pauseRequestPath)
    + resumeRequest.routes(resumeRequestPath) + extendRequest.routes(extendRequestPath) + closeRequest.routes(closeRequestPath)

private let proveRequest = OfficerAct(
    form: { reader, visit, id in
        let request = try reader.row(id, of: CopyRequest.self, for: visit.viewer)
        return OfficerForm(title: "Say how we know who asks", lead: "\(request.askedBy). \(request.capacity.label)", button: "Start the clock",
                           back: requestPath(id), start: [("proved_on", visit.today.description)]) { write in
            """
            \(write.sentences("proof", "How do you know who they are, and that they may ask?", hint: "Such as “mother, known to the school since 2019”. Ask for papers only where you are in doubt, and keep no copy of them."))\
            \(write.day("proved_on", "Since which day?"))
            """
        }
    },
    save: { writer, visit, id, typed in
        let request = try writer.row(id, of: CopyRequest.self, for: visit.viewer)
        try writer.save(request.proved(on: try typed.day("proved_on"), by: typed["proof"], today: visit.today))
        return requestPath(id)
    })

private let pauseRequest = OfficerAct(
    form: { _, visit, id in
        OfficerForm(title: "Ask what they want to see", lead: "The clock stands still from your question to their answer.", button: "Stop the clock",
                    back: requestPath(id), start: [("starts", visit.today.description)]) { write in
            """
            \(write.sentences("question", "What did you ask?", hint: "Only where you really can’t tell what they want."))\(write.day("starts", "On which day?"))
            """
        }
    },
    save: { writer, visit, id, typed in
        let request = try writer.row(id, of: CopyRequest.self, for: visit.viewer)
        try writer.save(request.paused(on: try typed.day("starts"), asking: typed["question"], pauses: writer.pauses(of: id), today: visit.today))
        return requestPath(id)
    })

private let resumeRequest = OfficerAct(
    form: { reader, visit, id in
        let pause = try reader.row(id, of: RequestPause.self, for: visit.viewer)
        return OfficerForm(title: "They answered", lead: "You asked on \(pause.spell.starts.inWords): “\(pause.question)”", button: "Let the clock run on",
                           back: requestPath(pause.request), start: [("ends", visit.today.description)]) { $0.day("ends", "On which day did the answer come?") }
    },
    save: { writer, visit, id, typed in
        let pause = try writer.row(id, of: RequestPause.self, for: visit.viewer)
        try writer.save(pause.answered(on: try typed.day("ends"), today: visit.today))
        return requestPath(pause.request)
    })

private let extendRequest = OfficerAct(
    form: { _, _, id in
        OfficerForm(title: "Take two months more", lead: "Only where the request is complex, or where the same person has sent many.", button: "Take two months more",
                    back: requestPath(id)) { $0.sentences("reason", "Why is it complex?", hint: "Write the same to whoever asked, today.") }
    },
    save: { writer, visit, id, typed in
        let request = try writer.row(id, of: CopyRequest.self, for: visit.viewer)
        try writer.save(request.extended(because: typed["reason"], pauses: writer.pauses(of: id), today: visit.today))
        return requestPath(id)
    })

private let closeRequest = OfficerAct(
    form: { _, _, id in
        OfficerForm(title: "Refuse or close the request", button: "Close the request", back: requestPath(id)) { write in
            """
            \(write.radios("outcome", "How does it end?", [
                Choice("refused", "It is refused", hint: "Only where it is plainly unfounded or excessive, or where nothing may be given."),
                Choice("withdrawn", "Whoever asked has withdrawn it"),
            ]))\(write.sentences("reason", "Why?", hint: "Write the same to whoever asked, and that they may complain to the Information Commissioner."))
            """
        }
    },
    save: { writer, visit, id, typed in
        let request = try writer.row(id, of: CopyRequest.self, for: visit.viewer)
        try writer.save(request.closed(as: typed["outcome"], because: typed["reason"], today: visit.today))
        return requestPath(id)
    })
