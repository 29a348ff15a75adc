/// What happens in a request for an EHC needs assessment, and what may follow.
public enum CaseStepKind: String, Sendable, CaseIterable {
    /// The school gathers what it has; nothing is sent yet.
    case begun
    case asked
    case adviceAsked = "advice_asked", adviceGiven = "advice_given"
    case assessing, refused
    case draft, comments, final
    case notIssued = "not_issued"
    case mediation, certificate, appeal, conceded, ordered
    case closed, withdrawn

    /// Asking for advice and giving it, and the certificate of mediation, go beside the rest: where a case stands they do not change.
    var isBeside: Bool { [.adviceAsked, .adviceGiven, .certificate].contains(self) }

    /// A decision against which the family may appeal: the certificate of mediation lengthens its time.
    var mayBeAppealed: Bool { [.refused, .notIssued, .final].contains(self) }
    public var isOver: Bool { self == .closed || self == .withdrawn }

    /// What may follow these steps, the usual one first.
    public static func next(after steps: [CaseStepKind]) -> [CaseStepKind] {
        let stage = steps.last { !$0.isBeside } ?? .begun
        let asked = steps.count { $0 == .adviceAsked }, given = steps.count { $0 == .adviceGiven }
        let advice: [CaseStepKind] = [.asked, .assessing].contains(stage) ? (asked > given ? [.adviceGiven] : [.adviceAsked]) : []
        let decided = steps.lastIndex(where: \.mayBeAppealed), isCertified = decided.map { steps[$0...].contains(.certificate) } ?? true
        let certificate: [CaseStepKind] = !isCertified && (stage.mayBeAppealed || stage == .mediation) ? [.certificate] : []
        return stage.following + advice + certificate
    }

    private var following: [CaseStepKind] {
        switch self {
        case .begun, .adviceAsked, .adviceGiven, .certificate: [.asked, .withdrawn]
        case .asked: [.assessing, .refused, .withdrawn]
        case .assessing: [.draft, .notIssued, .withdrawn]
        case .refused: [.mediation, .appeal, .assessing, .closed]
        case .draft: [.comments, .final]
        case .comments: [.final, .draft]
        case .final: [.closed, .mediation, .appeal]
        case .notIssued: [.mediation, .appeal, .draft, .closed]
        case .mediation: [.appeal, .assessing, .draft, .final, .closed]
        case .appeal: [.conceded, .ordered, .closed]
        case .conceded, .ordered: [.assessing, .draft, .final, .closed]
        case .closed, .withdrawn: []
        }
    }

    public var label: String {
        switch self {
        case .begun: "Being prepared"
        case .asked: "Asked for"
        case .adviceAsked: "School asked for advice"
        case .adviceGiven: "Advice given"
        case .assessing: "Council assesses"
        case .refused: "Council refused to assess"
        case .draft: "Draft plan came"
        case .comments: "Comments sent"
        case .final: "Final plan came"
        case .notIssued: "Council issues no plan"
        case .mediation: "Mediation"
        case .certificate: "Mediation certificate came"
        case .appeal: "Appeal"
        case .conceded: "Council gave way"
        case .ordered: "Tribunal ordered"
        case .closed: "Closed"
        case .withdrawn: "Taken back"
        }
    }

    /// What one writes down, for a button.
    public var verb: String {
        switch self {
        case .begun: "Begin it"
        case .asked: "Say that the request was sent"
        case .adviceAsked: "Say that the council asks the school for advice"
        case .adviceGiven: "Say that the school’s advice was sent"
        case .assessing: "Say that the council will assess"
        case .refused: "Say that the council will not assess"
        case .draft: "Say that a draft plan came"
        case .comments: "Say that comments were sent"
        case .final: "Say that the final plan came"
        case .notIssued: "Say that there will be no plan"
        case .mediation: "Say what the family said about mediation"
        case .certificate: "Say that the mediation certificate came"
        case .appeal: "Say that the family appeals"
        case .conceded: "Say that the council gives way"
        case .ordered: "Say what the tribunal ordered"
        case .closed: "Close the case"
        case .withdrawn: "Take the request back"
        }
    }

    /// Steps that say nothing without words.
    public var asksForWords: Bool { [.refused, .notIssued, .withdrawn].contains(self) }

    /// What its day is.
    public var dayLabel: String {
        switch self {
        case .asked: "On which day did the council get it?"
        case .adviceAsked: "On which day did the council ask?"
        case .assessing, .refused, .notIssued: "Which date stands on the council’s letter?"
        case .draft: "On which day was the draft served?"
        case .final: "Which date stands on the final plan?"
        case .certificate: "Which date stands on the certificate?"
        case .appeal: "On which day was the appeal sent to the council?"
        case .conceded: "On which day did the council tell the tribunal?"
        case .ordered: "Which date stands on the order?"
        default: "On which day?"
        }
    }
}
