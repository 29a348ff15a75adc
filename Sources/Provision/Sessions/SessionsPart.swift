let sessionsPart = ProvisionPart(
    routes: todaysSessionsRoutes + logSessionRoutes + correctSessionRoutes + takeBackSessionRoutes + makeUpSessionRoutes + proveWeekRoutes, apiRoutes: sessionsAPI, words: sessionWords, today: [sessionsToday])
