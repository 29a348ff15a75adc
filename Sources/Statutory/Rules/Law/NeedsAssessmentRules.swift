// EHC needs assessments: from the request to the final plan (domain NA, SEND Regulations 2014, regs 3 to 13).

let needsAssessmentRules: [StatutoryRule] = [
    StatutoryRule("NA-3", .la, "Decide whether to assess, and tell the family", .weeks(6), .requestReceived, .regulation("5(1)"), .primary, excuse: .timeLimit("5(4)")),
    StatutoryRule("NA-5", .school, "Send the advice that the LA asked for", .weeks(6), .adviceAsked, .regulation("8(1)"), .secondary, excuse: .advice("8(2)"),
                  note: "Everybody whom the LA asks has the same six weeks: the school, educational psychology, health and social care."),
    StatutoryRule("NA-6", .la, "Tell the family if there will be no plan", .weeks(16), .requestReceived, .regulation("10(1)"), .primary, excuse: .timeLimit("10(4)"), isConditional: true),
    StatutoryRule("NA-7", .la, "Leave the family time to comment on the draft, ask for a school and ask for a meeting", .daysBeginningWith(15), .draftServed,
                  .regulation("13(1)"), .primary, opens: .sameDay, limit: .atLeastUntil, note: "The day on which it was served is the first of the 15; they are calendar days."),
    StatutoryRule("NA-8", .school, "Answer the LA’s consultation", .days(15), .consulted, .code("9.83"), .secondary,
                  note: "Fifteen calendar days are guidance, not statute. If the school does not answer, the LA may name it all the same."),
    StatutoryRule("NA-8", .school, "Answer the LA’s consultation", .sameDay, .ownReplyDate, .code("9.83"), .secondary,
                  note: "The LA gave more time than the fifteen calendar days of the guidance."),
    StatutoryRule("NA-9", .la, "Send the final plan to the family, the school and the health commissioner", .weeks(20), .requestReceived, .regulation("13(2)"), .primary, excuse: .paragraph("13(3)")),
]

let assessmentStandingDuties: [StandingDuty] = [
    StandingDuty("NA-1", .family, "Ask for an assessment: a parent, the young person, or somebody who acts for the school or college", "At any time", .act("36(1)"), .secondary),
    StandingDuty("NA-2", .la, "Assess where the child has or may have special educational needs and may need provision through a plan", "When it is asked, or learns of the child", .act("36(8)"), .memory),
    StandingDuty("NA-4", .la, "Tell the head, health and social care that it is considering an assessment", "As soon as practicable", .regulation("4(2)"), .secondary),
    StandingDuty("NA-10", .school, "Admit the child whom the plan names", "Once the plan is final", .act("43"), .memory),
    StandingDuty("NA-11", .la, "Secure the provision of section F; health secures that of section G", "Once the plan is final", .act("42"), .memory),
]
