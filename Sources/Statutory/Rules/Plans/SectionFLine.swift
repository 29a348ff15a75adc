import Basics
import Provision

/// One line of section F: the council's own words, and what they come to. What the words leave open stays empty.
public struct SectionFLine: Hashable, Sendable {
    /// For how long the times are.
    public enum Per: String, Sendable, CaseIterable {
        case unsaid = ""
        case day, week, fortnight, halfTerm = "half_term", term, year

        public var label: String {
            switch self {
            case .unsaid: "Not said"
            case .day: "a day"
            case .week: "a week"
            case .fortnight: "a fortnight"
            case .halfTerm: "a half term"
            case .term: "a term"
            case .year: "a year"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var versionOf: RowID
    public var pupil: PupilID
    public var position: Int
    /// In the words of the plan.
    public var words: String
    /// Who gives it, by role.
    public var who = ""
    /// Who plans, trains or checks it, such as a therapist.
    public var overseer = ""
    public var times: Int?
    public var per = Per.unsaid
    public var minutes: Int?
    /// How many pupils together; 1 is alone.
    public var groupSize: Int?
    public var until: Day?
    public var helpsAdulthood = false
    /// The line by which provision counts its minutes.
    public var owedLine: RowID?

    public init(_ words: String, at position: Int, in version: RowID, of pupil: PupilID) { (self.words, self.position, versionOf, self.pupil) = (words, position, version, pupil) }

    /// The minutes that it comes to, as provision counts them; nil where the words leave them open.
    public var owed: (minutes: Int, per: OwedLine.Per)? {
        guard let times, let minutes else { return nil }
        let all = times * minutes
        return switch per {
        case .unsaid: nil
        case .day: (all * 5, .week)
        case .week: (all, .week)
        case .fortnight: (all, .fortnight)
        // Six half terms are a school year.
        case .halfTerm: (all * 6, .year)
        case .term: (all, .term)
        case .year: (all, .year)
        }
    }

    /// Whether a person has said anything of what the words come to.
    public var isSaid: Bool { times != nil || minutes != nil || groupSize != nil || !who.isEmpty || !overseer.isEmpty || until != nil }

    /// `twice a week, 20 minutes, in a group of 3, by a teaching assistant`: what is known of it.
    public var inWords: String {
        let often = times.map { "\($0 == 1 ? "once" : $0 == 2 ? "twice" : "\($0) times")\(per == .unsaid ? "" : " \(per.label)")" }
        let group = groupSize.map { $0 == 1 ? "alone" : "in a group of \($0)" }
        let parts: [String?] = [often, minutes.map { count($0, "minute") }, group, who.nonEmpty.map { "by \($0)" }, overseer.nonEmpty.map { "overseen by \($0)" }, until.map { "until \($0.inWords)" }]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
