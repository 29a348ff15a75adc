// Mediation, the tribunal and ending a plan (domain MT, CE; SEND Regulations 2014, regs 31 to 45).

private let rules2008 = "tribunal’s rules of procedure"
// Its paragraphs are not in our sheet, so the part is named and no regulation.
private let mediation = "SEND Regulations 2014, Part 2 (mediation)"
private let equality = "Equality Act 2010, Schedule 17"

let tribunalRules: [StatutoryRule] = [
    StatutoryRule("MT-1", .family, "Appeal to the First-tier Tribunal (SEND)", .months(2), .decisionLetter, .law("First-tier Tribunal (SEND), \(rules2008)"), .secondary, waitsForTribunal: true),
    StatutoryRule("MT-1", .family, "Appeal to the First-tier Tribunal (SEND)", .months(1), .certificate, .law("First-tier Tribunal (SEND), \(rules2008)"), .secondary, waitsForTribunal: true),
    StatutoryRule("MT-2", .family, "Speak to a mediation adviser first", .months(2), .decisionLetter, .law(mediation), .secondary,
                  note: "Not needed for an appeal about section I alone."),
    StatutoryRule("MT-3", .adviser, "Give the certificate where the family does not want mediation", .workingDays(3), .mediationRefused, .law(mediation), .secondary),
    StatutoryRule("MT-4", .la, "Arrange the mediation meeting", .days(30), .mediationWanted, .law(mediation), .secondary),
    StatutoryRule("MT-5", .la, "Answer the appeal", .tribunalDays(30), .appealSent, .law("First-tier Tribunal (SEND), \(rules2008)"), .secondary,
                  note: "August and the days from 25 December to 1 January do not count. The tribunal’s registration letter gives the day that counts."),
    StatutoryRule("MT-6", .la, "Tell the family that it will assess", .weeks(2), .assessmentConceded, .regulation("45(3)"), .primary, edition: .amended2015),
    StatutoryRule("MT-6a", .la, "Tell the family if there will be no plan", .weeks(10), .assessmentConceded, .regulation("45(3A)(a)"), .primary, isConditional: true, edition: .amended2015),
    StatutoryRule("MT-6b", .la, "Send the final plan", .weeks(14), .assessmentConceded, .regulation("45(3A)(b)"), .primary, edition: .amended2015),
    StatutoryRule("MT-7", .la, "Send the changed plan", .weeks(5), .contentConceded, .regulation("45(4)"), .primary, edition: .amended2015),
    StatutoryRule("MT-8", .la, "Tell the family that it will assess", .weeks(2), .assessmentOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-8a", .la, "Tell the family if there will be no plan", .weeks(10), .assessmentOrdered, .regulation("44"), .memory, isConditional: true),
    StatutoryRule("MT-8b", .la, "Send the final plan", .weeks(14), .assessmentOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-8c", .la, "Send the draft plan", .weeks(5), .planOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-8d", .la, "Send the final plan", .weeks(11), .planOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-8e", .la, "Send the changed plan", .weeks(5), .amendmentOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-8f", .la, "Name the school in the plan", .weeks(2), .schoolOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-8g", .la, "Keep the plan running", .sameDay, .upkeepOrdered, .regulation("44"), .memory),
    StatutoryRule("MT-9", .family, "Claim for disability discrimination", .monthsStartingWith(6), .discrimination, .law(equality), .memory,
                  note: "The tribunal’s holidays do not lengthen it."),
    StatutoryRule("CE-1", .la, "Keep the plan running while the family may appeal", .months(2), .ceaseNotice, .law(ceasing), .memory,
                  opens: .sameDay, limit: .atLeastUntil, waitsForTribunal: true, note: whileAppealing),
    // As long as MT-1 gives the family: a certificate lengthens it.
    StatutoryRule("CE-1", .la, "Keep the plan running while the family may appeal", .months(1), .ceaseCertificate, .law(ceasing), .memory,
                  limit: .atLeastUntil, waitsForTribunal: true, note: whileAppealing),
]

private let ceasing = "Children and Families Act 2014, s.45; SEND Regulations 2014, reg 31"
private let whileAppealing = "The LA tells and asks the school and the family first. After an appeal the plan runs on until the appeal ends."
