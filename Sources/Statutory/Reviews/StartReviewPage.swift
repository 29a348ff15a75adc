import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Opens a review of a pupil, with those who are always asked.
let startReview = PupilAct(
    about: ["annual_review"], needs: .changeRegister,
    start: { reader, record, ask in
        let days = try reader.daysToReview(ask.pupil), hasPlan = days != nil || record.isOnRegisterWithPlan(on: ask.today)
        return [("kind", hasPlan ? AnnualReview.Kind.plan.rawValue : ""), ("met_on", days?.start.metOn.map { "\($0)" } ?? ""), ("final_on", days?.start.finalOn.map { "\($0)" } ?? ""), ("la", days?.council ?? "")]
    },
    form: { reader, record, ask, write in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        return PupilForm(
            title: "Begin a review for \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName). The family, the pupil and the head are put on the list; you add the others.", button: "Begin the review",
            fields: """
                \(write.radios("kind", "What is reviewed?", AnnualReview.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.day("met_on", "Day of the last review meeting", hint: "Of a plan that was reviewed before. The next review is due twelve months from then."))\
                \(write.day("final_on", "Day of the final plan", hint: "Of a plan that was never reviewed. Leave it empty otherwise."))\
                \(write.day("own_day", "The council’s own day", hint: "Of top-up funding without a plan: the day by which the council wants the review."))\
                \(write.text("la", "Which council decides?", hint: "Its three figures. Leave it empty for \(school.laName) (\(school.laCode))."))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today), council = typed["la"].trimmed.nonEmpty ?? school.laCode
        guard council.count == 3, council.allSatisfy(\.isNumber) else { throw Problems("la", "A council has three figures, such as 999.") }
        let start = StartReview(AnnualReview.Kind(rawValue: typed["kind"]), finalOn: try typed.dayIfAny("final_on"), metOn: try typed.dayIfAny("met_on"), ownDay: try typed.dayIfAny("own_day"))
        let change = try start.applied(about: ask.pupil, at: school.id, council: council, isLookedAfter: writer.isLookedAfter(ask.pupil, on: ask.today),
                                       hasOpen: writer.annualReviews(of: ask.pupil).contains(where: \.isOpen), today: ask.today)
        return reviewPath(ask.pupil, try writer.start(change, of: record).id).asking(["saved": "started"])
    })

/// Plans the meeting, or moves it.
let reviewMeeting = PupilAct(
    about: ["annual_review"], needs: .changeRegister,
    start: { reader, _, ask in
        let review = try reader.annualReview(ask)
        return [("meeting_on", review.meetingOn.map { "\($0)" } ?? ""), ("meeting_at", review.meetingAt), ("place", review.place), ("chair", review.chair.nonEmpty ?? ask.viewer.name), ("pep_on", review.pepOn.map { "\($0)" } ?? "")]
    },
    form: { reader, record, ask, write in
        let review = try reader.annualReview(ask), isLookedAfter = try reader.isLookedAfter(ask.pupil, on: ask.today)
        return PupilForm(
            title: "Plan the review meeting", lead: "\(record.pupil.fullCalledName). The last day for it is \(review.latestMeeting.inWords): the review must be complete by \(review.dueOn.inWords).", button: "Save the meeting",
            fields: """
                \(write.day("meeting_on", "Day of the meeting", hint: "Six weeks from now or later leave time to ask for advice."))\(write.text("meeting_at", "Time", hint: "Such as 14:00."))\
                \(write.text("place", "Place", hint: "Those who are asked by link read it, too."))\(write.text("chair", "Who leads it?"))\
                \(isLookedAfter ? write.day("pep_on", "Day of the meeting about the personal education plan", hint: "Close to the review, so that both say the same.") : "")\
                \(confirmation("is_sure", "I have checked this, and the day stays", ask.typed, ask.problems))
                """)
    },
    goingTo: { writer, _, ask, typed in
        let review = try writer.annualReview(ask)
        try writer.save(PlanReviewMeeting(typed.dayIfAny("meeting_on"), time: typed["meeting_at"], place: typed["place"], chair: typed["chair"], pepOn: typed.dayIfAny("pep_on"), isSure: typed["is_sure"] == "yes"), of: review)
        return reviewPath(ask.pupil, review.id).asking(["saved": "meeting"])
    })

/// Says that everybody was told the day and asked for advice.
let reviewInvited = PupilAct(
    about: ["annual_review", "review_person"], needs: .changeRegister,
    start: { _, _, ask in [("happened_on", "\(ask.today)")] },
    form: { reader, record, ask, write in
        let review = try reader.annualReview(ask), people = try reader.people(of: review)
        return PupilForm(title: "Say that everybody is invited", lead: "\(record.pupil.fullCalledName). Each was told the day and asked to write by two weeks before the meeting.", button: "Save",
                         fields: missingNotice(people) + write.day("happened_on", "On which day?"))
    },
    goingTo: { writer, _, ask, typed in
        let review = try writer.annualReview(ask)
        try writer.take(TakeReviewStep(.invited, on: typed.dayIfAny("happened_on")), of: review)
        return reviewPath(ask.pupil, review.id).asking(["saved": "step"])
    })

/// Those whom the regulation names and nobody has put on the list.
func missingNotice(_ people: [ReviewPerson]) -> HTML {
    let missing = ReviewRole.required.filter { role in !people.contains { $0.role == role } }
    return missing.isEmpty ? "" : notice("Not on the list yet: \(missing.map { $0.label.lowercased() }.joined(separator: ", ")). Regulation 20(2) names them.", warns: true)
}

/// Ends a review that comes to nothing.
let endReview = PupilAct(
    about: ["annual_review"], needs: .changeRegister,
    form: { _, record, ask, write in
        PupilForm(title: "End this review without a decision", lead: "\(record.pupil.fullCalledName). Links stop working, and nothing more is owed in it.", button: "End the review",
                  fields: write.longText("reason", "Why?", hint: "Such as: the plan ended, or the family moved away.", rows: 2, aboutChild: ask.notice))
    },
    goingTo: { writer, _, ask, typed in
        let review = try writer.annualReview(ask)
        try writer.end(EndReview(because: typed["reason"]).applied(to: review, today: ask.today))
        return reviewPath(ask.pupil, review.id).asking(["saved": "ended"])
    })
