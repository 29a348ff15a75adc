import Basics
import Pages

// The addresses of what is done about one provision.

/// What a week that is typed meets.
let provisionClashesPath = PagePath< >("/provision/clashes")
let changeProvisionPath = PagePath<ProvisionID>("/provisions/*/change")
let endProvisionPath = PagePath<ProvisionID>("/provisions/*/end")
let takeBackProvisionPath = PagePath<ProvisionID>("/provisions/*/take-back")
let joinProvisionPath = PagePath<ProvisionID>("/provisions/*/join")
let leaveProvisionPath = PagePath<ProvisionID, RowID>("/provisions/*/members/*/leave")
let linkOutcomesPath = PagePath<ProvisionID>("/provisions/*/outcomes")
let unlinkOutcomePath = PagePath<ProvisionID, RowID>("/provisions/*/outcomes/*/unlink")
let recordCostPath = PagePath<ProvisionID>("/provisions/*/cost")
