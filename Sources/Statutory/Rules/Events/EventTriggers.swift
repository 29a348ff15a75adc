import Basics

// What an event sets going: the days from which its rules reckon.

extension StatutoryEvent {
    func triggers(_ day: Day, _ details: EventDetails) -> [TriggerDay] {
        switch self {
        case .needsAssessment: [TriggerDay(trigger: .requestReceived, day: day)] + details.given(.asked, .adviceAsked)
        case .adviceRequest: [TriggerDay(trigger: .adviceAsked, day: day)]
        case .draftPlan: [TriggerDay(trigger: .draftServed, day: day)]
        case .consultation: [TriggerDay(trigger: .consulted, day: day)] + details.given(.by, .ownReplyDate)
        case .annualReview: reviewTriggers(day, details) + underFive(day, details)
        case .firstPlan: [TriggerDay(trigger: .planMade, day: day)] + underFive(day, details)
        case .amendmentNotice: noticeTriggers(day, details)
        case .phaseTransfer: details.chosen(.to, day)
        case .authorityTransfer: moveTriggers(day, details)
        case .reassessment: reassessmentTriggers(day, details)
        case .decisionLetter: [TriggerDay(trigger: .decisionLetter, day: day)] + details.given(.certificate, .certificate)
        case .ceaseNotice: [TriggerDay(trigger: .ceaseNotice, day: day), TriggerDay(trigger: .decisionLetter, day: day)] + details.given(.certificate, .certificate) + details.given(.certificate, .ceaseCertificate)
        case .appeal: [TriggerDay(trigger: .appealSent, day: day)]
        case .mediation, .concession, .order: details.chosen(.about, day)
        case .discrimination: [TriggerDay(trigger: .discrimination, day: day)]
        case .sencoAppointed: [TriggerDay(trigger: .sencoAppointed, day: day)]
        case .informationReport: [TriggerDay(trigger: .reportPublished, day: day)]
        case .healthcarePlan: [TriggerDay(trigger: .healthcarePlanWritten, day: day)]
        case .accessibilityPlan: [TriggerDay(trigger: .accessibilityPlanWritten, day: day)]
        case .leaving: [TriggerDay(trigger: .pupilLeft, day: day)]
        case .inclusionStrategy: [TriggerDay(trigger: .strategyLooked, day: day)]
        }
    }

    private func underFive(_ day: Day, _ details: EventDetails) -> [TriggerDay] {
        details.ticked.contains(.underFive) ? [TriggerDay(trigger: .lookedAtUnderFive, day: day)] : []
    }

    /// A meeting, what may follow it, and the next review.
    private func reviewTriggers(_ meeting: Day, _ details: EventDetails) -> [TriggerDay] {
        let noticed = details.days[.notice].map { TriggerDay(trigger: .noticeServed, day: $0) }
            ?? TriggerDay(trigger: .noticeServed, day: Period.weeks(4).lastDay(from: meeting), isAssumed: true)
        let countsDecision = details.choices[.countFrom]?.triggers == [.reviewDecision]
        let next = countsDecision ? details.given(.decided, .reviewDecision) : [TriggerDay(trigger: .reviewHeld, day: meeting)]
        return [TriggerDay(trigger: .reviewMeeting, day: meeting), noticed] + next
    }

    private func reassessmentTriggers(_ asked: Day, _ details: EventDetails) -> [TriggerDay] {
        let notified = details.days[.notified].map { TriggerDay(trigger: .reassessmentNotified, day: $0) }
            ?? TriggerDay(trigger: .reassessmentNotified, day: Period.days(15).lastDay(from: asked), isAssumed: true)
        return [TriggerDay(trigger: .reassessmentAsked, day: asked), notified] + details.given(.asked, .adviceAsked)
    }

    private func noticeTriggers(_ day: Day, _ details: EventDetails) -> [TriggerDay] {
        let served = TriggerDay(trigger: .noticeServed, day: day)
        return details.ticked.contains(.outsideReview) ? [served, TriggerDay(trigger: .noticeOutsideReview, day: day)] : [served]
    }

    /// The plan is handed over on the day of the move, unless the old LA learned of it less than 15 working days before.
    private func moveTriggers(_ move: Day, _ details: EventDetails) -> [TriggerDay] {
        let late = details.days[.learned].flatMap { knewInTime($0, move) ? nil : $0 }
        let handing = late.map { TriggerDay(trigger: .moveLearned, day: $0) } ?? TriggerDay(trigger: .move, day: move)
        let lastDay = late.map { Period.workingDaysBeginningWith(15).lastDay(from: $0) } ?? move
        let transfer = TriggerDay(trigger: .planTransferred, day: details.days[.transferred] ?? lastDay, isAssumed: details.days[.transferred] == nil)
        return [handing, transfer] + details.given(.reviewed, .lastReview)
    }

    private func knewInTime(_ learned: Day, _ move: Day) -> Bool {
        learned < move && Period.workingDaysBeginningWith(15).lastDay(from: learned) < move
    }
}

extension EventDetails {
    fileprivate func given(_ option: DateOption, _ trigger: Trigger) -> [TriggerDay] {
        days[option].map { [TriggerDay(trigger: trigger, day: $0)] } ?? []
    }

    fileprivate func chosen(_ option: DateOption, _ day: Day) -> [TriggerDay] {
        (choices[option]?.triggers ?? []).map { TriggerDay(trigger: $0, day: day) }
    }
}
