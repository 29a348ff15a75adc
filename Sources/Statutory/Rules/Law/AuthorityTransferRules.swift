// Moving to another council’s area (domain TR; SEND Regulations 2014, reg 15). The six weeks and three months run from
// “the transfer”, which is the handing over of the plan, not the move.

let authorityTransferRules: [StatutoryRule] = [
    StatutoryRule("TR-1", .la, "The old LA hands the plan over to the new LA", .sameDay, .move, .regulation("15(2)"), .primary),
    StatutoryRule("TR-1", .la, "The old LA hands the plan over to the new LA", .workingDaysBeginningWith(15), .moveLearned, .regulation("15(2)"), .primary,
                  note: "The old LA did not know of the move 15 working days before it."),
    StatutoryRule("TR-2", .la, "The new LA tells the family: the plan is here, whether it will assess, when it will review", .weeks(6), .planTransferred, .regulation("15(4)"), .primary),
    StatutoryRule("TR-3", .la, "The new LA reviews the plan", .monthsStartingWith(12), .lastReview, .regulation("15(5)"), .primary),
    StatutoryRule("TR-3", .la, "The new LA reviews the plan", .monthsStartingWith(3), .planTransferred, .regulation("15(5)"), .memory,
                  note: "The later of this and 12 months starting with the day the plan was made or last reviewed."),
]
