import Agencies
import Basics
import Pages

/// What each council asks for, and its forms.
public let packsPath = PagePath< >("/packs")
/// Every field that one may type into a form.
public let formFieldsPath = PagePath< >("/packs/fields")
/// One council’s pack, by its three figures.
public let packPath = PagePath<String>("/packs/*")
let changePackPath = PagePath<String>("/packs/*/change")
let addFormPath = PagePath<String>("/packs/*/forms/add")
/// A version of a form: what is in it, and from when it is used.
let packFormPath = PagePath<String, RowID>("/packs/*/forms/*")
let usePackFormPath = PagePath<String, RowID>("/packs/*/forms/*/use")
let endPackFormPath = PagePath<String, RowID>("/packs/*/forms/*/end")
/// The file as it was handed in.
let packFormFilePath = PagePath<String, RowID>("/packs/*/forms/*/file")
/// The file, filled with invented words.
let tryPackFormPath = PagePath<String, RowID>("/packs/*/forms/*/try")

/// A council’s form, filled for a request, for a review or for early help.
let requestFormPath = PagePath<PupilID, RowID>("/pupils/*/ehc/requests/*/form")
let reviewFormPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/form")
let earlyHelpFormPath = PagePath<PupilID, RowID>("/pupils/*/early-help/*/form")

/// Where early help is a page, the way to its form.
public let earlyHelpForm: EarlyHelpForm = { earlyHelpFormPath($0, $1) }

/// The media type of a Word file.
let wordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
