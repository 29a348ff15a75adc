import Basics

/// What happened, from which a time is reckoned.
public enum Trigger: String, Sendable, CaseIterable {
    case requestReceived, adviceAsked, draftServed, consulted, ownReplyDate
    case planMade, reviewMeeting, reviewHeld, reviewDecision, lookedAtUnderFive, noticeServed, noticeOutsideReview
    case changeOfSchool, moveToPost16, moveBetweenPost16
    case reassessmentAsked, reassessmentNotified
    case move, moveLearned, planTransferred, lastReview
    case decisionLetter, certificate, ceaseCertificate, mediationRefused, mediationWanted, ceaseNotice
    case appealSent, assessmentConceded, contentConceded
    case assessmentOrdered, planOrdered, amendmentOrdered, schoolOrdered, upkeepOrdered, discrimination
    case sencoAppointed, reportPublished, healthcarePlanWritten, accessibilityPlanWritten, pupilLeft, strategyLooked

    public var words: String {
        switch self {
        case .requestReceived: "the day the LA got the request"
        case .adviceAsked: "the day the LA asked for advice"
        case .draftServed: "the day the draft plan was served"
        case .consulted: "the day the school was consulted"
        case .ownReplyDate: "the LA’s own date for the reply"
        case .planMade: "the day the plan was first made"
        case .reviewMeeting, .reviewHeld: "the day of the review meeting"
        case .reviewDecision: "the day of the LA’s decision after the last review"
        case .lookedAtUnderFive: "the day the plan was made or last reviewed"
        case .noticeServed, .noticeOutsideReview: "the day the amendment notice was served"
        case .changeOfSchool, .moveToPost16, .moveBetweenPost16: "the day of the transfer"
        case .reassessmentAsked: "the day the LA got the request"
        case .reassessmentNotified: "the day the LA said that it will reassess"
        case .move: "the day of the move"
        case .moveLearned: "the day the old LA learned of the move"
        case .planTransferred: "the day the plan was handed over"
        case .lastReview: "the day the plan was made or last reviewed"
        case .decisionLetter, .ceaseNotice: "the date of the decision letter"
        case .certificate, .ceaseCertificate: "the date of the mediation certificate"
        case .mediationRefused: "the day the family said that it does not want mediation"
        case .mediationWanted: "the day the family said that it wants mediation"
        case .appealSent: "the day the appeal was sent to the LA"
        case .assessmentConceded, .contentConceded: "the day the LA told the tribunal that it gives way"
        case .assessmentOrdered, .planOrdered, .amendmentOrdered, .schoolOrdered, .upkeepOrdered: "the date of the tribunal’s order"
        case .discrimination: "the day it happened"
        case .sencoAppointed: "the day the SENCO was appointed"
        case .reportPublished: "the day the report was last published"
        case .healthcarePlanWritten, .accessibilityPlanWritten: "the day the plan was written or last reviewed"
        case .pupilLeft: "the day the pupil left the roll"
        case .strategyLooked: "the day from which it is counted"
        }
    }

    /// How surely the last day is known on which it may happen, where nobody gave the day: as the rule that sets it (AR-9,
    /// RE-1, TR-1).
    var markAtTheLatest: EvidenceMark {
        switch self {
        case .noticeServed: .secondary
        case .reassessmentNotified: .memory
        default: .primary
        }
    }

    /// The same where nobody gave the day.
    var wordsAtTheLatest: String {
        switch self {
        case .noticeServed: "the last day for the LA’s decision and notice"
        case .reassessmentNotified: "the last day for the LA to say whether it will reassess"
        case .planTransferred: "the last day for the old LA to hand over the plan"
        default: words
        }
    }
}

/// The day on which something happened, or must at the latest.
struct TriggerDay: Hashable, Sendable {
    let trigger: Trigger
    let day: Day
    var isAssumed = false
}
