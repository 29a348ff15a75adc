let cataloguePart = ProvisionPart(
    routes: entriesRoutes + keepEntryRoutes + adoptEntryRoutes + entryRoutes + adaptEntryRoutes + retireEntryRoutes + restoreEntryRoutes, apiRoutes: entriesAPI)
