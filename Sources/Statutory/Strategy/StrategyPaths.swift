import Basics
import Pages
import People

/// Which school stands where.
let strategiesPath = PagePath< >("/strategies")
/// One school's strategy as it is written.
let strategyPath = PagePath<SchoolID>("/schools/*/strategy")
let strategySectionPath = PagePath<SchoolID, String>("/schools/*/strategy/sections/*")
let addActivityPath = PagePath<SchoolID>("/schools/*/strategy/activities/add")
let changeActivityPath = PagePath<SchoolID, RowID>("/schools/*/strategy/activities/*/change")
let removeActivityPath = PagePath<SchoolID, RowID>("/schools/*/strategy/activities/*/remove")
let publishStrategyPath = PagePath<SchoolID>("/schools/*/strategy/publish")
/// What was published on a day, for staff.
let strategyEditionPath = PagePath<RowID>("/strategies/editions/*")

/// The published strategy of a school by its URN, for everybody.
public let openStrategyPath = PagePath<String>("/strategy/*")
let openStrategyWordPath = PagePath<String>("/strategy/*/word")
let openStrategyPDFPath = PagePath<String>("/strategy/*/pdf")
