import Basics
import Pages

/// Requests for an assessment of the schools in sight.
public let ehcRequestsPath = PagePath< >("/ehc/requests")
/// What a council’s form asks for.
let checklistPath = PagePath< >("/ehc/checklist")
/// Begins a request.
public let startRequestPath = PagePath<PupilID>("/pupils/*/ehc/requests/start")
/// One request.
public let ehcRequestPath = PagePath<PupilID, RowID>("/pupils/*/ehc/requests/*")
let changeRequestPath = PagePath<PupilID, RowID>("/pupils/*/ehc/requests/*/change")
let requestStepPath = PagePath<PupilID, RowID>("/pupils/*/ehc/requests/*/step")
let requestChecklistPath = PagePath<PupilID, RowID>("/pupils/*/ehc/requests/*/checklist")
let requestEvidencePath = PagePath<PupilID, RowID>("/pupils/*/ehc/requests/*/evidence")
