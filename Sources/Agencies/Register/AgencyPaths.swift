import Basics
import Pages

/// The register of agencies.
public let agenciesPath = PagePath< >("/agencies")
/// One agency: how to refer to it, and who works there.
public let agencyPath = PagePath<AgencyID>("/agencies/*")
let addAgencyPath = PagePath< >("/agencies/add")
let changeAgencyPath = PagePath<AgencyID>("/agencies/*/change")
let closeAgencyPath = PagePath<AgencyID>("/agencies/*/close")
let addAgencyPersonPath = PagePath<AgencyID>("/agencies/*/people/add")
let changeAgencyPersonPath = PagePath<AgencyID, RowID>("/agencies/*/people/*")
let addHealthBodyPath = PagePath< >("/health-bodies/add")
let changeHealthBodyPath = PagePath<HealthBodyID>("/health-bodies/*")
let closeHealthBodyPath = PagePath<HealthBodyID>("/health-bodies/*/close")
