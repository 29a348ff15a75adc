import Basics

/// The review of one cycle of a plan: what was decided, and why.
public struct PlanReview: Hashable, Sendable {
    public enum Decision: String, Sendable, CaseIterable {
        case goOn = "continue", change, stepUp = "step_up", stepDown = "step_down", exit, refer, requestAssessment = "request_assessment"

        public var label: String {
            switch self {
            case .goOn: "Continue as it is"
            case .change: "Change what is done"
            case .stepUp: "Step up: more support"
            case .stepDown: "Step down: less support"
            case .exit: "Stop: the plan is no longer needed"
            case .refer: "Refer to a specialist"
            case .requestAssessment: "Ask for an EHC needs assessment"
            }
        }

        /// Whether another cycle follows.
        public var goesOn: Bool { self != .exit }
    }

    public var id: RowID
    public var version = 1
    public var plan: PlanID
    public var pupil: PupilID
    public var heldOn: Day
    public var decision: Decision
    public var because: String
    public var pupilView: String
    public var familyView: String
    /// Who took part.
    public var people: String
}

/// Somebody who has read a live plan: a teacher of the pupil, or whoever gave it to the teachers.
public struct PlanReading: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var plan: PlanID
    public var pupil: PupilID
    public var name: String
    public var readOn: Day
}
