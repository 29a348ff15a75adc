import AreaKit

let cataloguePart = AreaPart(
    routes: entriesRoutes + keepEntryRoutes + adoptEntryRoutes + entryRoutes + adaptEntryRoutes + retireEntryRoutes + restoreEntryRoutes, apiRoutes: entriesAPI)
