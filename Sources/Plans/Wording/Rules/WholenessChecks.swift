import Basics

/// What people type where something is to be filled in later, and what then stands in the printed plan.
private let placeholders = (marks: ["[", "__", "??"], words: ["tbc", "tba", "to be confirmed", "to be agreed", "xxx"])

extension WordingCheck {
    /// Whether everything is there that a review will need.
    static let wholeness: [WordingCheck] = [
        .when("no-measure", "It has no measure", .measure, looksFor: "An outcome whose measure is empty.",
              reason: "Without a measure, nobody can tell at the review whether it was reached, and two people will answer differently.",
              example: WordingExample(.measure, "", "Instructions followed first time, out of ten in one week")) { Wording($0.measure).isEmpty },
        .when("no-baseline", "It does not say where the pupil starts", .baseline, looksFor: "An outcome whose baseline is empty.",
              reason: "Progress is the way from the start to now. A start that was not written down cannot be found later.",
              example: WordingExample(.baseline, "", "3 of 10 on 2 November 2026")) { Wording($0.baseline).isEmpty },
        .when("no-target", "It does not say what counts as reached", .target, looksFor: "An empty target, where the outcome itself holds no number.",
              reason: "A target is the point at which everybody agrees that it is met. Small and reached is worth more than large and hoped for.",
              example: WordingExample(.target, "", "8 of 10, in two weeks running")) { Wording($0.target).isEmpty && !Wording($0.words).hasNumber },
        .when("target-is-baseline", "The target is where the pupil is now", .target, looksFor: "A target with the same words as the baseline.",
              reason: "There is no way to go from the one to the other. Where keeping a level is the aim, say for how long it is kept.",
              example: WordingExample(.target, "3 of 10 on 2 November 2026", "8 of 10")) {
            !Wording($0.target).isEmpty && Wording($0.target).words == Wording($0.baseline).words
        },
        .when("no-date", "It has no date", .due, looksFor: "An outcome without the day by which it is reached.",
              reason: "Without a day it is looked at when somebody thinks of it. Most outcomes of a plan in school fit into a term or less.",
              example: WordingExample(.due, "", "2027-02-12")) { $0.due == nil },
        .when("date-passed", "Its date is in the past", .due, looksFor: "A date before today.",
              reason: "An outcome that is due already should be reviewed, and then written anew with a day that is still to come.",
              example: WordingExample(.due, "2026-07-17", "2027-02-12")) { outcome in outcome.due.map { $0 < outcome.today } ?? false },
        .when("date-far", "Its date is more than a year away", .due, looksFor: "A date more than thirteen months from today.",
              reason: "A plan is looked at several times a year. Write the step that can be reached by then, and keep the long aim as the pupil’s hope.",
              example: WordingExample(.due, "2028-07-21", "2027-02-12")) { outcome in outcome.due.map { $0 > outcome.today.adding(months: 13) } ?? false },
        WordingCheck(
            id: "gap-left", title: "A gap is still to be filled in", looksFor: "Square brackets, underlined gaps, and the words TBC, TBA and “to be confirmed”.",
            reason: "What was meant to be filled in later is printed as it stands, and the family reads it.",
            example: WordingExample(.baseline, "__ of 10 on [date]", "3 of 10 on 2 November 2026")
        ) { outcome in
            WordingPart.allCases.compactMap { part in
                if let gap = placeholders.marks.first(where: outcome[part].contains) { return WordingHit(part: part, said: gap) }
                return Wording(outcome[part]).first(of: placeholders.words).map { WordingHit(part: part, said: $0) }
            }
        },
    ]
}
