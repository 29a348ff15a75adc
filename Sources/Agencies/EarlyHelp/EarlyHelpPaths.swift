import Basics
import Pages

/// Early help at the schools in sight.
public let earlyHelpListPath = PagePath< >("/early-help")
/// How each council runs early help.
public let earlyHelpSchemesPath = PagePath< >("/early-help/schemes")
let addEarlyHelpSchemePath = PagePath< >("/early-help/schemes/add")
let changeEarlyHelpSchemePath = PagePath<RowID>("/early-help/schemes/*")
let closeEarlyHelpSchemePath = PagePath<RowID>("/early-help/schemes/*/close")
/// Begins early help for a pupil.
public let startEarlyHelpPath = PagePath<PupilID>("/pupils/*/early-help/start")
/// One episode of early help.
public let earlyHelpPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*")
let changeEarlyHelpPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/change")
let earlyHelpConsentPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/consent")
let endEarlyHelpConsentPath = PagePath<PupilID, RowID>("/pupils/*/early-help-consents/*/end")
let earlyHelpLeadPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/lead")
let earlyHelpStepPath = PagePath<PupilID, RowID>("/pupils/*/early-help-steps/*")
let earlyHelpNextPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/next")
let earlyHelpMeetingPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/meeting")
let changeEarlyHelpMeetingPath = PagePath<PupilID, RowID>("/pupils/*/early-help-meetings/*")
let earlyHelpActionPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/action")
let closeEarlyHelpPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/close")
let reopenEarlyHelpPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/reopen")
