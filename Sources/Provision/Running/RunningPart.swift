import AreaKit
import Basics

/// Starting, changing and ending provision, and its timetable.
/// - Parameter sections: what areas above show on the page of a provision.
func runningPart(_ sections: [PageSection<ProvisionID>]) -> AreaPart { AreaPart(
    routes: [
        startProvisionRoutes, clashesRoutes, provisionRoutes(sections), changeProvision.routes(changeProvisionPath), endProvision.routes(endProvisionPath), takeBackProvision.routes(takeBackProvisionPath),
        joinProvision.routes(joinProvisionPath),
        leaveProvision.routes(leaveProvisionPath), linkOutcomes.routes(linkOutcomesPath), unlinkOutcome.routes(unlinkOutcomePath), recordCost.routes(recordCostPath), timetableRoutes,
    ].flatMap { $0 },
    apiRoutes: provisionsAPI,
    words: [
        "/provision/start": "The form “Start a provision”", "/provision/clashes": "What times of the week meet", "/provisions/*": "A provision", "/provisions/*/change": "The form “Change the week” of a provision",
        "/provisions/*/end": "The form “End this provision”", "/provisions/*/join": "The form “Let pupils join” a provision", "/provisions/*/members/*/leave": "The form by which a pupil leaves a provision",
        "/provisions/*/take-back": "The form “Take back this provision”",
        "/provisions/*/outcomes": "The form “Link outcomes” of a provision", "/provisions/*/outcomes/*/unlink": "The form “Unlink an outcome” of a provision", "/provisions/*/cost": "The form “Write down what was bought”",
        "/provision/timetable": "The timetable of provision", "/api/v1/provisions": "For programs: the list of provision", "/api/v1/provisions/*": "For programs: a provision",
    ],
    sections: [provisionSection], timelines: [provisionTimeline], searches: [provisionSearch], starts: [startOfProvision]) }
