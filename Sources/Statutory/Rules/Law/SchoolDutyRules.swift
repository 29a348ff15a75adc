// What schools and trusts owe (domain SD, 3.4).

let schoolDutyRules: [StatutoryRule] = [
    StatutoryRule("SD-3", .school, "The SENCO holds the National Award for SEN Coordination", .months(36), .sencoAppointed, .regulation("49"), .memory, note: freeOfTraining, edition: .sencoUntil2024),
    StatutoryRule("SD-3", .school, "The SENCO holds the NPQ for SENCOs", .months(36), .sencoAppointed, .law("SEND Regulations 2014, reg 49, as amended from 1 September 2024"), .primary, note: freeOfTraining, edition: .senco2024),
    StatutoryRule("SD-3c", .school, "The SENCO begins the NPQ, so that its 18 to 22 months are over in time", .months(14), .sencoAppointed, LawSource(.practice, "Length of the NPQ in the DfE’s guidance"), .derived, edition: .senco2024),
    StatutoryRule("SD-5", .school, "Publish the SEN information report anew", .months(12), .reportPublished, .code("6.79"), .memory, note: "Changes within the year are added as soon as possible (SEND Regulations 2014, regs 51 and 52)."),
    StatutoryRule("SD-12", .school, "Review the individual healthcare plan", .months(12), .healthcarePlanWritten, .law("Children and Families Act 2014, s.100, and the guidance of 2015"), .memory),
    StatutoryRule("SD-13", .school, "Write the accessibility plan anew", .months(36), .accessibilityPlanWritten, .law("Equality Act 2010, Schedule 10"), .memory),
    StatutoryRule("SD-16", .school, "Publish the inclusion strategy of a mainstream school on its website", .next(day: 31, month: 12), .strategyLooked, LawSource(.grant, "Inclusive Mainstream Fund, conditions of grant 2026-27"), .primary,
                  note: "The first is due by 31 December 2026, and then one is due yearly. A strategy for several years is allowed; look at it every year and say so on its cover.", edition: .grant2026),
    StatutoryRule("SD-17", .school, "Send the pupil’s record and transfer file to the next school", .schoolDays(15), .pupilLeft, LawSource(.practice, "Pupil Information Regulations 2005, which academies follow"), .memory,
                  note: "Law for maintained schools; for academies it is practice and safeguarding guidance."),
]

private let freeOfTraining = "Not for those who hold the earlier National Award (NASENCO) or were SENCO before 1 September 2009."

let schoolStandingDuties: [StandingDuty] = [
    StandingDuty("SD-1", .school, "Use its best endeavours to secure the provision that a pupil’s needs call for", "Always", .act("66"), .secondary),
    StandingDuty("SD-2", .school, "Have a SENCO who is a qualified teacher or the head", "Always", .law("Children and Families Act 2014, s.67; SEND Regulations 2014, reg 49"), .memory),
    StandingDuty("SD-3b", .school, "A SENCO who began in 2023/24 without the National Award enrols on the NPQ", "By spring 2025", LawSource(.guidance, "Guidance on the change of the SENCO’s qualification"), .secondary),
    StandingDuty("SD-4", .school, "Tell the parents when special educational provision is made for a child without a plan", "When it starts", .act("68"), .memory),
    StandingDuty("SD-6", .school, "Meet the parents of pupils with SEN support three times a year or more", "Each year", .code("6.65"), .secondary),
    StandingDuty("SD-7", .school, "Record the outcomes, actions and support agreed, and give them to staff and parents", "Each meeting", .code("6.65-6.72"), .secondary),
    StandingDuty("SD-8", .school, "Assess, plan, do and review", "All the time", .code("6.44-6.56"), .secondary),
    StandingDuty("SD-9", .school, "Tell the parents of a decision to give SEN support; agree outcomes, support and the day of review", "When planning", .code("6.48"), .memory),
    StandingDuty("SD-10", .school, "Let pupils with SEN join in with the others as far as that can be", "Always", .act("35"), .memory),
    StandingDuty("SD-11", .school, "Work with the LA, and keep its Local Offer informed", "Always", .act("28"), .memory),
    StandingDuty("SD-14", .school, "Make reasonable adjustments, ahead of need", "Always", .law("Equality Act 2010, s.20"), .memory),
    StandingDuty("SD-15", .school, "Have somebody on the board who watches over SEND", "Always", .code("6.3"), .memory),
    StandingDuty("SD-18", .school, "Hold the annual review of a looked-after child together with the personal education plan", "Each review", .code("chapter 10"), .memory),
    StandingDuty("SD-19", .school, "Consider an early review before a pupil with a plan is permanently excluded", "Before excluding", LawSource(.guidance, "Guidance on suspension and permanent exclusion"), .memory),
]
