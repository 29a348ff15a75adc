import Basics
import Pages

/// Writes down what a pupil is owed.
let addOwedLinePath = PagePath<PupilID>("/pupils/*/owed/add")
let changeOwedLinePath = PagePath<PupilID, RowID>("/pupils/*/owed/*/change")
let endOwedLinePath = PagePath<PupilID, RowID>("/pupils/*/owed/*/end")
