import Basics

/// What a review goes through, in its order.
public enum ReviewStep: String, Sendable, CaseIterable {
    case planned, invited, circulated, held, reported, decided, noticed, commented, finished

    public var label: String {
        switch self {
        case .planned: "Meeting planned"
        case .invited: "Invited, and advice asked for"
        case .circulated: "Advice sent round"
        case .held: "Meeting held"
        case .reported: "Report sent"
        case .decided: "Council decided"
        case .noticed: "Notice of changes"
        case .commented: "The family’s comments"
        case .finished: "Final plan"
        }
    }

    /// What its owner does, as a button says it.
    public var verb: String {
        switch self {
        case .planned: "Plan the meeting"
        case .invited: "Say that everybody is invited"
        case .circulated: "Send the advice round"
        case .held: "Write down the meeting"
        case .reported: "Send the report"
        case .decided: "Write down the council’s decision"
        case .noticed: "Write down the notice of changes"
        case .commented: "Write down the family’s comments"
        case .finished: "Write down the final plan"
        }
    }

    public var owner: DutyOwner {
        switch self {
        case .decided, .noticed, .finished: .la
        case .commented: .family
        default: .school
        }
    }
}

/// One step of one review with its clock.
public struct ReviewStage: Hashable, Sendable {
    public let step: ReviewStep
    /// The day by which it is to be done; nil while there is no meeting to reckon from.
    public let by: Day?
    public let doneOn: Day?
    /// Where the day comes from.
    public let why: String
    /// Whether that day, or the one on which it was done, is only estimated: then nobody is called late.
    public var isEstimated = false

    /// The family’s time for comments is theirs to use or to leave, so it is never late.
    public func isLate(on day: Day) -> Bool { step != .commented && !isEstimated && doneOn == nil && (by.map { $0 < day } ?? false) }

    /// A meeting may be planned at any time.
    public var wasLate: Bool { ![.planned, .commented].contains(step) && !isEstimated && (by.flatMap { by in doneOn.map { $0 > by } } ?? false) }
}

extension AnnualReview {
    /// How long before the meeting people are asked for advice: four weeks to write, two to read.
    static let weeksToInvite = 6

    /// All steps that this review goes through, each with its day.
    public var stages: [ReviewStage] {
        reckoned.map { stage in
            var stage = stage
            stage.isEstimated = estimated.contains(stage.step) || stage.step == .finished && estimated.contains(.noticed)
            return stage
        }
    }

    private var reckoned: [ReviewStage] {
        let meeting = heldOn ?? meetingOn, clock = meeting.map { Timetable(.annualReview, on: $0, noticeDetails) }
        func lawful(_ rule: String) -> Day? { clock?.duties.first { $0.id == rule }?.due }
        let law = kind == .plan
        func source(_ citation: String) -> String { law ? citation : "as for a plan; ask the council for its own day" }
        return [
            ReviewStage(step: .planned, by: latestMeeting - 7 * Self.weeksToInvite, doneOn: meeting == nil ? nil : meeting, why: "so that six weeks are left to ask for advice"),
            ReviewStage(step: .invited, by: meetingOn.map { $0 - 7 * Self.weeksToInvite }, doneOn: invitedOn, why: "six weeks before the meeting is good practice; \(source("two weeks are the law, reg 20(3)"))"),
            ReviewStage(step: .circulated, by: lawful("AR-6"), doneOn: circulatedOn, why: source("two weeks before the meeting, reg 20(4)")),
            ReviewStage(step: .held, by: meetingOn, doneOn: heldOn, why: "the meeting; the last day for it is \(latestMeeting.inWords)"),
            ReviewStage(step: .reported, by: lawful("AR-8"), doneOn: reportedOn, why: source("two weeks after the meeting, reg 20(7) to (9)")),
            ReviewStage(step: .decided, by: law ? lawful("AR-9") : dueOn, doneOn: decidedOn, why: law ? "four weeks after the meeting, reg 20(10)" : "the council’s own day"),
        ] + (law && (decision == .amend) ? [
            ReviewStage(step: .noticed, by: lawful("AR-10"), doneOn: noticedOn, why: "within the same four weeks (High Court, 2022)"),
            ReviewStage(step: .commented, by: commentsBy, doneOn: commentedOn, why: "the family has 15 days, the day of the notice being the first; they may use them or not (reg 22(2))"),
            ReviewStage(step: .finished, by: lawful("AR-12"), doneOn: finishedOn, why: "eight weeks after the notice, reg 22(3)"),
        ] : [])
    }

    /// The family’s last day for comments on the changes.
    var commentsBy: Day? { noticedOn.flatMap { day in Timetable(.amendmentNotice, on: day).duties.first { $0.id == "AR-11" }?.due } }

    /// What is next; nil where nothing is.
    public func next(on today: Day) -> ReviewStage? { isOpen ? stages.first { $0.doneOn == nil && isDue($0.step, today) } : nil }

    /// What came later makes an earlier step that nobody wrote down no longer the next one; nor do others wait for comments that
    /// nobody makes.
    private func isDue(_ step: ReviewStep, _ today: Day) -> Bool {
        switch step {
        case .planned: meetingOn == nil && heldOn == nil
        case .invited, .circulated: heldOn == nil
        case .commented: commentsBy.map { today <= $0 } ?? false
        default: true
        }
    }

    /// What was done and nobody wrote down, and can be written down still.
    public func forgotten(on today: Day) -> [ReviewStep] {
        let next = next(on: today)?.step
        return stages.filter { stage in
            guard stage.doneOn == nil, stage.step != next, endedOn == nil else { return false }
            switch stage.step {
            case .invited, .circulated, .reported: return heldOn != nil
            case .commented: return noticedOn != nil && isOpen
            default: return false
            }
        }.map(\.step)
    }

    private var noticeDetails: EventDetails { EventDetails(days: noticedOn.map { [.notice: $0] } ?? [:]) }
}
