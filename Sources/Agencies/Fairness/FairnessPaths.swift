import Basics
import Pages

/// Where a specialist without an account says whether a summary is fair.
let adviceLinkPath = PagePath<String>("/advice/fair/*")
let makeAdviceLinkPath = PagePath<PupilID, RowID>("/pupils/*/advice/*/link")
let endAdviceLinkPath = PagePath<PupilID, RowID>("/pupils/*/advice/*/link/end")
let readAdviceAnswerPath = PagePath<PupilID, RowID>("/pupils/*/advice/*/answers/read")
