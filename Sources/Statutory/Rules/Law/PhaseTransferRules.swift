// Moving on to the next school or college (domain PT; SEND Regulations 2014, reg 18): “before” a date, so the last day is the day before it.

let phaseTransferRules: [StatutoryRule] = [
    StatutoryRule("PT-1", .la, "Review and change the plan so that it names the next school", .before(day: 15, month: 2), .changeOfSchool, .regulation("18(1)(b)"), .primary, note: planning),
    StatutoryRule("PT-2", .la, "Review and change the plan so that it names the post-16 place", .before(day: 31, month: 3), .moveToPost16, .regulation("18(1)(a)"), .primary, note: planning),
    StatutoryRule("PT-3", .la, "Review and change the plan so that it names the next post-16 place", .monthsBefore(5), .moveBetweenPost16, .regulation("18(2)"), .primary),
]

private let planning = "Common practice: hold the review in the summer term of the year before, or early in the autumn."
