import AreaKit

let sessionsPart = AreaPart(
    routes: todaysSessionsRoutes + logSessionRoutes + correctSessionRoutes + takeBackSessionRoutes + makeUpSessionRoutes + proveWeekRoutes, apiRoutes: sessionsAPI, words: sessionWords, today: [sessionsToday])
