import Basics
import Pages

/// What of a pupil's papers is shared with whom.
public let sharesPath = PagePath<PupilID>("/pupils/*/shares")
let startSharePath = PagePath<PupilID>("/pupils/*/shares/start")
let sharePath = PagePath<PupilID, RowID>("/pupils/*/shares/*")
let makeShareLinkPath = PagePath<PupilID, RowID>("/pupils/*/shares/*/link")
let endSharePath = PagePath<PupilID, RowID>("/pupils/*/shares/*/end")
/// What is shared now of pupils in sight.
let allSharesPath = PagePath< >("/shares")
/// Where the one with whom papers are shared looks at them, without an account.
let sharedPath = PagePath<String>("/papers/shared/*")
