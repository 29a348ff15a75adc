// Assessing again (domain RE; SEND Regulations 2014, regs 24 to 27).

let reassessmentRules: [StatutoryRule] = [
    StatutoryRule("RE-1", .la, "Say whether it will reassess", .days(15), .reassessmentAsked, .regulation("25(1)"), .memory),
    StatutoryRule("RE-2", .la, "Send the final plan after the reassessment", .weeks(14), .reassessmentNotified, .regulation("27(2)"), .primary, excuse: .timeLimit("27(3)")),
]
