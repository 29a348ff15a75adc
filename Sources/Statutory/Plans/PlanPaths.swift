import Basics
import Pages

/// The EHC plans of the schools in sight.
public let ehcPlansPath = PagePath< >("/ehc")
/// Many plans of a school in one grid.
let planGridPath = PagePath< >("/ehc/grid")
let pastePlansPath = PagePath< >("/ehc/grid/paste")
/// Reads plans from a file.
let planFilePath = PagePath< >("/ehc/file")
let previewPlanFilePath = PagePath<RowID>("/ehc/files/*")
let applyPlanFilePath = PagePath<RowID>("/ehc/files/*/apply")
let dropPlanFilePath = PagePath<RowID>("/ehc/files/*/drop")
/// Who moves on to the next phase, and by when the council names the place.
let phaseTransfersPath = PagePath< >("/ehc/transfers")

/// A pupil’s EHC plan.
public let ehcPlanPath = PagePath<PupilID>("/pupils/*/ehc")
let keepPlanPath = PagePath<PupilID>("/pupils/*/ehc/keep")
let endPlanPath = PagePath<PupilID>("/pupils/*/ehc/end")
let transferPlanPath = PagePath<PupilID>("/pupils/*/ehc/transfer")
let deliveryNotePath = PagePath<PupilID>("/pupils/*/ehc/note")

let addVersionPath = PagePath<PupilID>("/pupils/*/ehc/versions/add")
let planVersionPath = PagePath<PupilID, RowID>("/pupils/*/ehc/versions/*")
let keepSectionsPath = PagePath<PupilID, RowID>("/pupils/*/ehc/versions/*/sections")
let addLinesPath = PagePath<PupilID, RowID>("/pupils/*/ehc/versions/*/lines")
/// This version beside the one before it.
let comparePlanVersionsPath = PagePath<PupilID, RowID>("/pupils/*/ehc/versions/*/compare")
let changeLinePath = PagePath<PupilID, RowID>("/pupils/*/ehc/lines/*/change")
let countLinePath = PagePath<PupilID, RowID>("/pupils/*/ehc/lines/*/count")
let removeLinePath = PagePath<PupilID, RowID>("/pupils/*/ehc/lines/*/remove")
