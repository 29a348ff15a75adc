import Basics
import Pages

// The addresses of costs, beside those that other parts link to.

/// What an hour with pupils costs, by role: the trust's own rates and those of councils.
public let ratesPath = PagePath< >("/rates")
let addRateSetPath = PagePath< >("/rates/add")
let setRatePath = PagePath<RateSetID>("/rates/*/set")
let correctRatePath = PagePath<RateSetID, RowID>("/rates/*/rate/*")
/// How costs are shared: in the whole trust, and at one school.
let trustCostSettingsPath = PagePath< >("/provision/costs/settings")
let schoolCostSettingsPath = PagePath<SchoolID>("/schools/*/cost-settings")
/// The money that a school has for provision.
public let schoolFundingPath = PagePath<SchoolID>("/schools/*/funding")
let endSchoolFundingPath = PagePath<SchoolID, RowID>("/schools/*/own-funding/*/end")
let pupilFundingPath = PagePath<PupilID>("/pupils/*/funding")
let endPupilFundingPath = PagePath<PupilID, RowID>("/pupils/*/funding/*/end")
/// What provision costs, without names.
public let costFiguresPath = PagePath< >("/provision/costs/figures")
let costFilePath = PagePath< >("/provision/costs/file")
let justifyVariancePath = PagePath<PupilID>("/pupils/*/costs/justify")
