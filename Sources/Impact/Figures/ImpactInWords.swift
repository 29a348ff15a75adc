import Basics
import Pages
import Statistics

// Figures of impact as pages and files say them: only what may be shown.

extension InterventionImpact {
    /// How many took part; of few, those who may not see them read no number.
    var pupilsInWords: String { sight.figures || sight.pupils ? "\(pupils)" : sight.fewInWords }

    var outcomesInWords: String {
        if outcomes.reviewed == 0 { return outcomes.unknown == 0 ? "None linked" : "Not reviewed yet" }
        return outcomeSight.figures ? outcomes.inWords : outcomeSight.few
    }

    /// `82% of the plan; pupils there for 95% of it`.
    var dosageInWords: String {
        guard let dosage else { return "Choose a school" }
        guard sight.figures || sight.pupils else { return "Too few pupils to show" }
        guard let attended = dosage.attended else { return "Nothing logged" }
        let delivered = dosage.delivered.map { "\($0)% of the plan; " } ?? ""
        return "\(delivered)pupils there for \(attended)% of it"
    }

    /// The figure of the scale by which most were judged.
    var scoresInWords: String {
        guard let first = scales.first else { return "Not measured" }
        let sight = sight(of: first), more = scales.count > 1 ? " And by \(count(scales.count - 1, "other scale"))." : ""
        if first.counted.isEmpty { return "No pupil with both scores" }
        return "\(first.name): \(sight.figures ? first.figureInWords : sight.few)\(more)"
    }

    func decisionInWords(_ today: Day) -> String {
        if let decision { return "\(decision.verdict.label), \(decision.decidedOn.short)" }
        if let judgeFrom, judgeFrom > today { return "Not to be judged before \(judgeFrom.inWords)" }
        return school == nil ? "Choose a school" : "Not decided"
    }
}

extension ScaleImpact {
    /// `+4.2 points on average, of 12 pupils`; `ratio 1.8, of 9 pupils`; `7 better, 3 the same, 1 not as good`.
    var figureInWords: String {
        switch figures.comparison {
        case .points: figures.meanChange.map { "\(signed($0)) points on average, of \(count(figures.n, "pupil"))" } ?? ""
        case .ages: (figures.ratio?.ratio).map { "ratio \(ImpactWords.exact($0)), of \(count(figures.ratioN, "pupil"))" } ?? ""
        case .order: waysInWords
        case .oneMoment: "it looks at one moment"
        }
    }

    /// How many went which way.
    var waysInWords: String {
        PupilChange.Way.allCases.map { way in "\(figures.ways[way] ?? 0) \(way.label.lowercased())" }.joined(separator: ", ")
    }
}

/// `+4.2`, `-0.3`.
func signed(_ number: Double) -> String { "\(number > 0 ? "+" : "")\(ImpactWords.rounded(number))" }
