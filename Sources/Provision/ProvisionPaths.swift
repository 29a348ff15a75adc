import Basics
import Pages

// The addresses of provision.

/// The provision map: from a kind of support to a group to a pupil.
public let mapPath = PagePath< >("/provision")
/// The sessions of today for whoever gives them.
public let todaysSessionsPath = PagePath< >("/provision/today")
/// A week of provision, said in one press: given, except.
public let proveWeekPath = PagePath< >("/provision/week")
/// Who is where when, by an adult or a pupil.
public let timetablePath = PagePath< >("/provision/timetable")
/// Minutes owed, offered and received.
public let deliveryPath = PagePath< >("/provision/delivery")
/// Hours that pupils need beside the hours of adults.
public let staffingPath = PagePath< >("/provision/staffing")
/// What provision costs a school in a year.
public let costsPath = PagePath< >("/provision/costs")
/// Interventions and strategies that a school uses.
public let cataloguePath = PagePath< >("/catalogue")
/// An entry of the catalogue.
public let interventionPath = PagePath<InterventionID>("/catalogue/*")
/// Begins a provision.
public let startProvisionPath = PagePath< >("/provision/start")
/// One provision.
public let provisionPath = PagePath<ProvisionID>("/provisions/*")
/// What a pupil gets, in which minutes, and what comes of it.
public let pupilProvisionPath = PagePath<PupilID>("/pupils/*/provision")
/// What a pupil's provision costs, beside the money for it.
public let pupilCostsPath = PagePath<PupilID>("/pupils/*/costs")
