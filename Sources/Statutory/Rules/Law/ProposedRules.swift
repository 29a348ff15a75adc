// What the government proposed on 23 February 2026. It is not law: these rules make no duties, and no page shows them as
// dates. When one becomes law, it gets an edition with its day, and those before it get their last day.

private let reform = LawSource(.guidance, "Consultation “SEND reform: putting children and young people first”, 23 February 2026")

let proposedRules: [StatutoryRule] = [
    StatutoryRule("P-1", .school, "Review the individual support plan once a year or more", .monthsStartingWith(12), .reviewMeeting, reform, .secondary,
                  note: "Proposed from September 2029.", edition: .reform2026),
    StatutoryRule("P-2", .la, "Review the EHC plan at the end of each key stage, or sooner where the family asks", .next(day: 31, month: 8), .planMade, reform, .secondary,
                  note: "Proposed in place of the yearly review.", edition: .reform2026),
]
