import Access
import AreaKit
import Pages
import People

let costsPart = AreaPart(
    routes: ratesRoutes + addRateSetRoutes + keepRateRoutes + costSettingsRoutes + schoolFundingRoutes + endSchoolFundingRoutes
        + setPupilFunding.routes(pupilFundingPath) + endPupilFunding.routes(endPupilFundingPath)
        + schoolCostsRoutes + costFileRoutes + costFiguresRoutes + pupilCostsRoutes + justifyVariance.routes(justifyVariancePath) + staffingRoutes,
    apiRoutes: costsAPI,
    words: [
        "/provision/costs": "What provision costs a school", "/provision/costs/file": "Costs, as a file", "/pupils/*/costs": "What a pupil’s provision costs", "/provision/staffing": "Hours that pupils need and have",
        "/api/v1/costs": "Costs, for a program",
    ].merging(formWords([
        "/pupils/*/funding": "Record funding for a pupil", "/pupils/*/funding/*/end": "Say when a pupil’s funding ends", "/pupils/*/costs/justify": "Say why a cost is over or under",
    ])) { $1 },
    sections: [costsSection],
    figures: { $0.may(.seeFigures) ? [MenuEntry("See costs of provision in figures", costFiguresPath(), place: "trust", order: 20)] : [] })
