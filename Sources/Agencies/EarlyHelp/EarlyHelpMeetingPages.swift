import Access
import AreaKit
import Basics
import Database
import Pages
import People

// The meetings of all who help: the day of the next, and what was said.

/// Sets the day of the next meeting.
let setEarlyHelpMeeting = PupilAct(
    about: ["early_help"], needs: .refer,
    start: { reader, _, ask in [("review_on", try reader.earlyHelp(ask).episode.reviewOn?.description ?? "")] },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask)
        return PupilForm(title: "Set the day of the next meeting", lead: "\(record.pupil.fullCalledName), \(held.episode.meeting).", button: "Save this day", fields: write.day("review_on", "When is it?", hint: "Tell the family and all who help yourself: Trellis mails nothing."))
    },
    goingTo: { writer, _, ask, typed in
        let held = try writer.earlyHelp(ask)
        try writer.save(SetNextMeeting(on: typed.dayIfAny("review_on")).applied(to: held.episode, today: ask.today))
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "next"])
    })

/// Writes a meeting down.
let recordEarlyHelpMeeting = PupilAct(
    about: ["early_help", "early_help_meeting"], needs: .refer,
    start: { reader, _, ask in
        let held = try reader.earlyHelp(ask), last = held.meetings.first, planned = held.episode.reviewOn.flatMap { $0 <= ask.today ? $0 : nil }
        // Who came last time most often comes again.
        return [("held_on", (planned ?? ask.today).description), ("people", last?.people ?? held.lead?.inWords ?? ""), ("next_on", held.scheme?.reviewDays.map { "\(ask.today + $0)" } ?? "")]
    },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask), last: HTML = held.meetings.first.map { "<p class=\"quiet\">Last time, on \($0.heldOn.inWords): “\($0.progress)”</p>" } ?? ""
        return PupilForm(title: "Write down the meeting", lead: "\(record.pupil.fullCalledName), \(held.episode.meeting).", button: "Save the meeting", fields: last + meetingFields(write, ask))
    },
    goingTo: { writer, _, ask, typed in
        let held = try writer.earlyHelp(ask)
        try writer.save(typed.earlyHelpMeeting().applied(to: nil, of: held.episode, by: ask.viewer.name, today: ask.today), of: held.episode)
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "meeting"])
    })

/// Puts right what was written of a meeting.
let changeEarlyHelpMeeting = PupilAct(
    about: ["early_help", "early_help_meeting"], needs: .refer,
    start: { reader, _, ask in
        let (meeting, _) = try reader.earlyHelpPart(EarlyHelpMeeting.self, ask, \.episode)
        return [("held_on", meeting.heldOn.description), ("people", meeting.people), ("child_view", meeting.childView), ("family_view", meeting.familyView), ("progress", meeting.progress),
                ("next_on", meeting.nextOn?.description ?? "")] + (meeting.nextOn == nil ? [("is_last", "yes")] : [])
    },
    form: { reader, record, ask, write in
        let (_, held) = try reader.earlyHelpPart(EarlyHelpMeeting.self, ask, \.episode)
        return PupilForm(title: "Change what was written of a meeting", lead: "\(record.pupil.fullCalledName), \(held.episode.meeting). The history of the record keeps what stood there.", button: "Save the meeting", fields: meetingFields(write, ask))
    },
    goingTo: { writer, _, ask, typed in
        let (meeting, held) = try writer.earlyHelpPart(EarlyHelpMeeting.self, ask, \.episode)
        try writer.save(typed.earlyHelpMeeting().applied(to: meeting, of: held.episode, by: ask.viewer.name, today: ask.today), of: held.episode)
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "meeting"])
    })

private func meetingFields(_ write: FormWriter, _ ask: PupilQuestion) -> HTML {
    let notice = ask.notice.once
    return """
    \(write.day("held_on", "On which day was it?"))\(notice.standing)\
    \(write.longText("people", "Who was there?", hint: "One to a line, the family first. Say who could not come.", rows: 4, aboutChild: notice))\
    \(write.longText("child_view", "What does the child say?", hint: "In their own words, or what they showed.", rows: 3, aboutChild: notice))\
    \(write.longText("family_view", "What does the family say?", rows: 3, aboutChild: notice))\
    \(write.longText("progress", "What has changed, and what was agreed?", hint: "Who does what goes on the plan afterwards, each with a day.", rows: 5, aboutChild: notice))\
    \(write.day("next_on", "When is the next meeting?"))\(write.checkbox("is_last", Choice("yes", "No other meeting follows")))
    """
}

extension FormValues {
    fileprivate func earlyHelpMeeting() throws -> RecordEarlyHelpMeeting {
        var meeting = RecordEarlyHelpMeeting()
        (meeting.heldOn, meeting.nextOn, meeting.isLast) = (try dayIfAny("held_on"), try dayIfAny("next_on"), self["is_last"] == "yes")
        (meeting.people, meeting.childView, meeting.familyView, meeting.progress) = (self["people"], self["child_view"], self["family_view"], self["progress"])
        return meeting
    }
}
