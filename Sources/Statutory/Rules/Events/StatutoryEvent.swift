import Basics

/// Something that happens, from which days are reckoned: what one asks the clock about.
public enum StatutoryEvent: String, Sendable, CaseIterable {
    case needsAssessment = "needs-assessment", adviceRequest = "advice-request", draftPlan = "draft-plan", consultation
    case annualReview = "annual-review", firstPlan = "first-plan", amendmentNotice = "amendment-notice"
    case phaseTransfer = "phase-transfer", authorityTransfer = "la-transfer", reassessment
    case decisionLetter = "decision-letter", mediation, appeal, concession, order, discrimination, ceaseNotice = "cease-notice"
    case sencoAppointed = "senco-appointed", informationReport = "information-report", healthcarePlan = "healthcare-plan"
    case accessibilityPlan = "accessibility-plan", leaving, inclusionStrategy = "inclusion-strategy"

    public var title: String {
        switch self {
        case .needsAssessment: "A needs assessment is asked for"
        case .adviceRequest: "The LA asks for advice"
        case .draftPlan: "A draft plan comes"
        case .consultation: "An LA consults the school"
        case .annualReview: "An annual review"
        case .firstPlan: "A plan is made for the first time"
        case .amendmentNotice: "A notice of changes to a plan"
        case .phaseTransfer: "A move to the next school or college"
        case .authorityTransfer: "A move to another LA’s area"
        case .reassessment: "A reassessment is asked for"
        case .decisionLetter: "An LA’s decision that may be appealed"
        case .mediation: "The family answers about mediation"
        case .appeal: "An appeal is sent to the LA"
        case .concession: "The LA gives way in an appeal"
        case .order: "The tribunal makes an order"
        case .discrimination: "Disability discrimination"
        case .ceaseNotice: "The LA decides to end a plan"
        case .sencoAppointed: "A SENCO is appointed"
        case .informationReport: "The SEN information report is published"
        case .healthcarePlan: "An individual healthcare plan is written"
        case .accessibilityPlan: "The accessibility plan is written"
        case .leaving: "A pupil leaves the roll"
        case .inclusionStrategy: "The inclusion strategy"
        }
    }

    /// What the day asked for is.
    public var dayLabel: String {
        switch self {
        case .needsAssessment: "The day the LA got the request, or became responsible"
        case .adviceRequest: "The day the LA asked"
        case .draftPlan: "The day the draft was served"
        case .consultation: "The day the consultation came"
        case .annualReview: "The day of the review meeting"
        case .firstPlan: "The day the plan was first made"
        case .amendmentNotice: "The day the notice was served"
        case .phaseTransfer: "The day of the transfer"
        case .authorityTransfer: "The day of the move"
        case .reassessment: "The day the LA got the request"
        case .decisionLetter, .ceaseNotice: "The date of the decision letter"
        case .mediation: "The day the family told the adviser"
        case .appeal: "The day the appeal was sent to the LA"
        case .concession: "The day the LA told the tribunal"
        case .order: "The date of the order"
        case .discrimination: "The day it happened"
        case .sencoAppointed: "The day of appointment"
        case .informationReport: "The day it was last published"
        case .healthcarePlan, .accessibilityPlan: "The day it was written or last reviewed"
        case .leaving: "The last day on roll"
        case .inclusionStrategy: "The day you ask about"
        }
    }

    /// Whether it happens once in a matter, so that another day of it puts the first right: a review has one meeting.
    var happensOnce: Bool { [.needsAssessment, .reassessment, .consultation, .annualReview, .firstPlan].contains(self) }

    /// What else may be said about it.
    public var options: [DateOption] {
        let own: [DateOption] = switch self {
        case .needsAssessment: [.asked]
        case .consultation: [.by]
        case .annualReview: [.notice, .decided, .countFrom, .underFive]
        case .firstPlan: [.underFive]
        case .amendmentNotice: [.outsideReview]
        case .phaseTransfer: [.to]
        case .authorityTransfer: [.learned, .transferred, .reviewed]
        case .reassessment: [.notified, .asked]
        case .decisionLetter, .ceaseNotice: [.certificate]
        case .mediation, .concession, .order: [.about]
        default: []
        }
        return own + [.closed]
    }

    /// What is owed along with it without a day.
    var standing: [String] {
        switch self {
        case .needsAssessment: ["NA-1", "NA-2", "NA-4", "NA-10", "NA-11"]
        case .adviceRequest: ["NA-4"]
        case .draftPlan, .firstPlan: ["NA-10", "NA-11"]
        case .annualReview: ["AR-3", "AR-4", "AR-7", "AR-16", "AR-17", "SD-18"]
        case .reassessment: ["RE-3"]
        case .authorityTransfer: ["TR-4"]
        case .sencoAppointed: ["SD-2", "SD-3b"]
        default: []
        }
    }
}
