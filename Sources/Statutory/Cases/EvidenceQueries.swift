import Access
import AreaKit
import Basics
import Database

/// What the record itself holds for a request, in its parts.
struct Evidence: Sendable {
    struct Part: Sendable {
        let source: ChecklistAsk.Source
        let lines: [EvidenceLine]
    }

    let from: Day
    let parts: [Part]

    /// Two years back: as long as councils usually look.
    static func from(_ day: Day) -> Day { day.adding(years: -2) }
}

extension Reader {
    /// The words of the request, and what each area holds. Whoever asks has the whole record in sight.
    func evidence(for held: AssessmentCase, from sources: [EvidenceSource], _ viewer: Viewer, on day: Day) throws -> Evidence {
        let from = Evidence.from(day), ask = EvidenceQuestion(of: held.pupil, from: from, to: day, for: viewer)
        let views = [("What the child says", held.words.childViews), ("What the family says", held.words.familyViews)].filter { !$0.1.isEmpty }.map { EvidenceLine(nil, $0.0, $0.1) }
        return Evidence(from: from, parts: [Evidence.Part(source: .views, lines: views)] + (try EvidenceSource.Kind.allCases.map { kind in
            try Evidence.Part(source: ChecklistAsk.Source(kind), lines: sources.filter { $0.kind == kind }.flatMap { try $0.find(self, ask) })
        }))
    }
}

extension ChecklistAsk.Source {
    init(_ kind: EvidenceSource.Kind) {
        self = switch kind {
        case .cycles: .cycles
        case .provision: .provision
        case .attendance: .attendance
        case .attainment: .attainment
        case .advice: .advice
        }
    }
}
