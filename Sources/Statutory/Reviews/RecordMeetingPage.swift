import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down the meeting: who came, how far each outcome has come, what each side thinks, and what is recommended.
let recordReviewMeeting = PupilAct(
    about: ["annual_review", "review_record", "review_outcome", "review_person"], needs: .changeRegister,
    start: { reader, record, ask in
        let held = try reader.whole(reader.annualReview(ask), on: ask.today)
        return try held.typed(today: ask.today, outcomes: held.record == nil ? reader.outcomesToReview(of: ask.pupil) : [])
    },
    form: { reader, record, ask, write in
        let held = try reader.whole(reader.annualReview(ask), on: ask.today), day = (try? ask.typed.dayIfAny("held_on")) ?? held.dayOfMeeting(ask.today)
        return PupilForm(title: "Write down the meeting", lead: "\(record.pupil.fullCalledName). The report is made from this. You can change it until the report is sent.", button: "Save the meeting",
                         fields: meetingFields(held, try reader.isInYear9(record.pupil, on: day), ask, write))
    },
    goingTo: { writer, record, ask, typed in
        let review = try writer.annualReview(ask)
        if review.reportedOn != nil { throw Problems("", "The report was sent already, so the record stays as it is.") }
        let held = try writer.whole(review, on: ask.today)
        let meeting = try typed.recording(held), day = meeting.day ?? held.dayOfMeeting(ask.today)
        try writer.save(meeting.applied(to: review, record: held.record, people: held.people, outcomes: held.outcomes, asksForAdulthood: writer.isInYear9(record.pupil, on: day), today: ask.today), of: review)
        return reviewPath(ask.pupil, review.id).asking(["saved": "record"])
    })

private func meetingFields(_ held: HeldReview, _ isInYear9: Bool, _ ask: PupilQuestion, _ write: FormWriter) -> HTML {
    let notice = ask.notice.once
    func box(_ name: String, _ label: String, hint: String? = nil, rows: Int = 3) -> HTML { write.longText(name, label, hint: hint, rows: rows, aboutChild: notice) }
    let people: [HTML] = held.people.map { write.select("came_\($0.id)", "\($0.name), \($0.role.label.lowercased())", ReviewPerson.Attendance.allCases.map { Choice($0.rawValue, $0.label) }) }
    let filled = (0..<RecordMeeting.mostLines).last { !ask.typed["outcome_\($0)"].isEmpty } ?? -1
    let lines: [HTML] = (0..<max(1, min(RecordMeeting.mostLines, filled + 2))).map { place in
        """
        <fieldset class="field"><legend>Outcome \(place + 1)</legend>\(box("outcome_\(place)", "The outcome", rows: 2))\
        \(write.select("progress_\(place)", "How far has it come?", ReviewOutcome.Progress.allCases.map { Choice($0.rawValue, $0.label) }))\(box("words_\(place)", "What shows it?", rows: 2))</fieldset>
        """
    }
    let adulthood: HTML = isInYear9 || !ask.typed["adulthood"].isEmpty ? box("adulthood", "Preparation for adulthood: work and learning, a home, friends and community, health", hint: "From Year 9 each review looks at it (regulation 20(6)).") : ""
    let decisions = AnnualReview.Decision.allCases.map { Choice($0.rawValue, $0.label) }
    return """
        \(write.day("held_on", "On which day was the meeting?"))<h2>Who was there</h2>\(people)\(notice.standing)<h2>How far each outcome has come</h2>\(lines)\
        <p class="quiet">To add another outcome, save and open this form again. There is room for \(RecordMeeting.mostLines).</p><h2>What each side thinks</h2>\
        \(box("pupil_view", "The pupil"))\(box("views_how", "How did you gather the pupil’s views?", hint: "Such as: with pictures, by an adult they know.", rows: 2))\(box("family_view", "The family"))\(box("school_view", "The school"))\(box("other_view", "Others"))\
        \(box("differences", "Where did people not agree?", hint: "Each view as it was said. The report must name them (regulation 20(7))."))\(adulthood)\
        \(held.review.kind == .plan ? box("travel", "What was said of travel to school?", hint: "Leave it empty where nothing was said.", rows: 2) + box("budget", "What was said of a personal budget?", hint: "Where there is one, or one is asked for.", rows: 2) : "")\
        <h2>What is recommended</h2>\(write.radios("conclusion", "What should happen with the \(held.review.kind == .plan ? "plan" : "funding")?", decisions))\
        \(box("changes", "What should be changed, and why?", hint: "Section by section, in words that say how much, how often and by whom.", rows: 5))
        """
}

extension HeldReview {
    /// What stands in the form: what was written down; before that what people wrote themselves.
    fileprivate func typed(today: Day, outcomes fresh: [String]) throws -> [(name: String, text: String)] {
        let day = dayOfMeeting(today)
        let lines = outcomes.isEmpty ? fresh.enumerated().map { ReviewOutcome($1, at: $0, of: review) } : outcomes
        let views = [("pupil_view", record?.pupilView ?? words(of: [.pupil])), ("family_view", record?.familyView ?? words(of: [.family])), ("school_view", record?.schoolView ?? words(of: [.head, .staff])),
                     ("other_view", record?.otherView ?? words(of: [.council, .health, .care, .agency, .virtualSchool, .other]))]
        let rest = [("held_on", "\(day)"), ("differences", record?.differences ?? ""), ("adulthood", record?.adulthood ?? adulthood), ("views_how", record?.viewsHow ?? ""), ("travel", record?.travel ?? ""), ("budget", record?.budget ?? ""), ("conclusion", record?.conclusion?.rawValue ?? ""), ("changes", record?.changes ?? "")]
        let came = people.map { ("came_\($0.id)", $0.attended.rawValue) }
        return rest + views + came + lines.flatMap { [("outcome_\($0.position)", $0.outcome), ("progress_\($0.position)", $0.progress.rawValue), ("words_\($0.position)", $0.words)] }
    }

    /// The day on which it was held; before that is written down, the planned one.
    fileprivate func dayOfMeeting(_ today: Day) -> Day { review.heldOn ?? review.meetingOn.flatMap { $0 <= today ? $0 : nil } ?? today }

    /// What each wrote about preparation for adulthood.
    private var adulthood: String {
        people.compactMap { person in contributions[person.id].flatMap { $0.adulthood.nonEmpty }.map { "\(person.name): \($0)" } }.joined(separator: "\n")
    }

    private func words(of roles: [ReviewRole]) -> String {
        people.filter { roles.contains($0.role) }.compactMap { person in
            contributions[person.id].map { held in "\(person.name): " + ReviewQuestion.Key.allCases.filter { $0 != .adulthood }.map { held.words($0) }.filter { !$0.isEmpty }.joined(separator: " ") }
        }.joined(separator: "\n")
    }
}

extension FormValues {
    fileprivate func recording(_ held: HeldReview) throws -> RecordMeeting {
        var meeting = RecordMeeting(on: try dayIfAny("held_on"))
        (meeting.pupilView, meeting.familyView, meeting.schoolView, meeting.otherView) = (self["pupil_view"], self["family_view"], self["school_view"], self["other_view"])
        (meeting.differences, meeting.adulthood, meeting.changes) = (self["differences"], self["adulthood"], self["changes"])
        (meeting.viewsHow, meeting.travel, meeting.budget) = (self["views_how"], self["travel"], self["budget"])
        meeting.conclusion = AnnualReview.Decision(rawValue: self["conclusion"])
        for person in held.people where has("came_\(person.id)") { meeting.attended[person.id] = ReviewPerson.Attendance(rawValue: self["came_\(person.id)"]) ?? .unsaid }
        meeting.lines = (0..<RecordMeeting.mostLines).map { RecordMeeting.Line(outcome: self["outcome_\($0)"], progress: self["progress_\($0)"], words: self["words_\($0)"]) }
        return meeting
    }
}

/// Makes a recommendation something that somebody does by a day.
let addReviewAction = PupilAct(
    about: [], needs: .changeRegister,
    start: { _, _, ask in [("owner", "me"), ("due", "\(ask.today + 28)")] },
    form: { reader, record, ask, write in
        let review = try reader.annualReview(ask)
        return PupilForm(
            title: "Write down what is to be done", lead: "\(record.pupil.fullCalledName). It goes on its owner’s list, and stands in the report.", button: "Put it on the list",
            fields: """
                \(write.text("what", "What was recommended?", hint: "One thing, such as: a speech therapist trains two assistants.", aboutChild: ask.notice))\
                \(write.select("owner", "Who does it?", try reader.ownerChoices(at: review.school, for: ask.viewer)))\
                \(write.text("owner_words", "Who, if somebody else?", hint: "Only if you chose “Somebody else”."))\(write.day("due", "By which day?"))
                """)
    },
    goingTo: { writer, _, ask, typed in
        let review = try writer.annualReview(ask)
        if review.heldOn == nil { throw Problems("", "Write down the meeting first: what is to be done comes from it.") }
        let action = MakeAction(what: typed["what"], owner: try writer.owner(typed, at: review.school, for: ask.viewer), due: try typed.day("due"), source: review.source)
        try writer.save(action, at: review.school, about: ask.pupil)
        return reviewPath(ask.pupil, review.id).asking(["saved": "action"]).at("actions")
    })
