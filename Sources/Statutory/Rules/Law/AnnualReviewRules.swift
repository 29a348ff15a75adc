// Annual reviews and what follows them (domain AR; Children and Families Act 2014, s.44; SEND Regulations 2014, regs 18 to 22, 28).

private let devon = "High Court, R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)"

let annualReviewRules: [StatutoryRule] = [
    StatutoryRule("AR-1", .la, "Complete the first review", .monthsStartingWith(12), .planMade, .act("44(1)(a)"), .memory, note: completing),
    StatutoryRule("AR-2", .la, "Complete the next review", .monthsStartingWith(12), .reviewHeld, .act("44(1)(b)"), .secondary,
                  note: "\(completing) Counted from the meeting, the cautious way: the law counts from the last completed review."),
    StatutoryRule("AR-2", .la, "Complete the next review", .monthsStartingWith(12), .reviewDecision, .act("44(1)(b)"), .secondary, note: completing),
    StatutoryRule("AR-5", .school, "Tell everybody the date of the meeting", .weeksBefore(2), .reviewMeeting, .regulation("20(3)"), .primary),
    StatutoryRule("AR-6", .school, "Get advice from all who are invited, and send it round", .weeksBefore(2), .reviewMeeting, .regulation("20(4)"), .primary),
    StatutoryRule("AR-8", .school, "Send the report of the meeting to all who were invited and to the LA", .weeks(2), .reviewMeeting, .regulation("20(7)-(9)"), .secondary),
    StatutoryRule("AR-9", .la, "Decide whether to keep, change or end the plan, and tell the family and the school", .weeks(4), .reviewMeeting, .regulation("20(10)"), .secondary),
    StatutoryRule("AR-10", .la, "If the plan is to change: send it with the notice of changes and the evidence", .weeks(4), .reviewMeeting, .law(devon), .secondary, isConditional: true),
    StatutoryRule("AR-11", .la, "Leave the family time to comment on the changes, ask for a school and ask for a meeting", .daysBeginningWith(15), .noticeServed,
                  .regulation("22(2)(c)"), .primary, opens: .sameDay, limit: .atLeastUntil, note: "The day on which it was served is the first of the 15; they are calendar days."),
    StatutoryRule("AR-12", .la, "Send the final changed plan", .weeks(8), .noticeServed, .regulation("22(3)"), .primary),
    StatutoryRule("AR-13", .la, "If the plan will not change after all: tell the family, with reasons", .weeks(8), .noticeServed, .regulation("22(4)"), .derived, isConditional: true,
                  note: "The same eight weeks as for the changed plan."),
    StatutoryRule("AR-14", .la, "The last day of all for the final changed plan", .weeks(12), .reviewMeeting, .law("SEND Regulations 2014, regs 20(10) and 22(3); \(devon)"), .derived),
    StatutoryRule("AR-15", .la, "Look at the plan of a child under five", .months(6), .lookedAtUnderFive, .code("9.178"), .memory, opens: .months(3),
                  note: "Every three to six months until the fifth birthday, besides the yearly review."),
    StatutoryRule("AR-18", .la, "Send the final plan that was changed outside a review", .weeks(8), .noticeOutsideReview, .regulation("28"), .memory,
                  note: "The same notice, 15 days and eight weeks as after a review."),
]

private let completing = "A review is complete when the LA has decided. Hold the meeting four weeks before this day at the latest."

let reviewStandingDuties: [StandingDuty] = [
    StandingDuty("AR-3", .school, "Arrange and hold the meeting where the LA asks for it", "When asked", .regulation("20(1)"), .primary),
    StandingDuty("AR-4", .school, "Invite the family, the head or provider, the LA’s officer, health and social care", "With the notice of the date", .regulation("20(2)(a)-(e)"), .primary),
    StandingDuty("AR-7", .school, "Look at progress towards the outcomes", "At the meeting", .regulation("20(5)"), .primary),
    StandingDuty("AR-7", .school, "Look at preparation for adulthood, from Year 9", "At the meeting", .regulation("20(6)"), .memory),
    StandingDuty("AR-16", .la, "Hold the meeting itself where the child does not go to a school; the same two weeks count", "Each review", .regulation("21"), .secondary),
    StandingDuty("AR-17", .la, "Review early when circumstances change", "At any time", LawSource(.practice, "Children and Families Act 2014, s.44 allows it"), .secondary),
    StandingDuty("RE-3", .la, "It may refuse to reassess within six months of the last assessment", "When asked to reassess", .regulation("24"), .memory),
    StandingDuty("TR-4", .la, "The new LA counts as the maker of the plan", "From the transfer", .regulation("15(3)(a)"), .primary),
]
