import Basics
import Pages

// The addresses of plans.

/// Plans in sight: those due for review first.
public let plansPath = PagePath< >("/plans")
/// One plan, as it is read.
public let planPath = PagePath<PlanID>("/plans/*")
/// Writes a plan on one long page.
public let writePlanPath = PagePath<PlanID>("/plans/*/write")
/// Begins a plan for a pupil.
public let startPlanPath = PagePath<PupilID>("/pupils/*/plans/start")
/// What every adult who has the pupil in front of them reads, on one page.
public let profilePath = PagePath<PupilID>("/pupils/*/profile")
/// How each outcome went, and what happens now.
public let reviewPlanPath = PagePath<PlanID>("/plans/*/review")
let changeOutcomePath = PagePath<PlanID, OutcomeID>("/plans/*/outcomes/*/change")
let removeOutcomePath = PagePath<PlanID, OutcomeID>("/plans/*/outcomes/*/remove")
let sharePlanPath = PagePath<PlanID>("/plans/*/share")
let makeLivePath = PagePath<PlanID>("/plans/*/live")
let answerPlanPath = PagePath<PlanID>("/plans/*/answer")
let amendPlanPath = PagePath<PlanID>("/plans/*/amend")
let closePlanPath = PagePath<PlanID>("/plans/*/close")
let readPlanPath = PagePath<PlanID>("/plans/*/read")
let comparePlanPath = PagePath<PlanID, PlanID>("/plans/*/compare/*")
let bringPlanPath = PagePath<PupilID>("/pupils/*/plans/bring")
let planFilePath = PagePath<PlanID>("/plan-files/*")
