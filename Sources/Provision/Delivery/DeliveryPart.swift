import AreaKit
import People

let deliveryPart = AreaPart(
    routes: pupilDeliveryRoutes + deliveryRoutes + addOwedLine.routes(addOwedLinePath) + changeOwedLine.routes(changeOwedLinePath) + endOwedLine.routes(endOwedLinePath), apiRoutes: deliveryAPI,
    words: [
        "/pupils/*/provision": "The pupil’s provision with its minutes", "/provision/delivery": "Minutes of provision, pupil by pupil", "/api/v1/delivery": "Minutes of provision, for a program",
    ].merging(formWords(["/pupils/*/owed/add": "Add what a pupil is owed", "/pupils/*/owed/*/change": "Change what a pupil is owed", "/pupils/*/owed/*/end": "Say until when something is owed"])) { $1 },
    today: [deliveryToday], evidence: [provisionEvidence])
