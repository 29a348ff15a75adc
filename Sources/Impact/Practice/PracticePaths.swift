import Basics
import Pages

/// What a pupil practises and is timed on every day.
public let practicesPath = PagePath<PupilID>("/pupils/*/practice")
/// Begins a daily practice.
let startPracticePath = PagePath<PupilID>("/pupils/*/practice/start")
/// One practice with its chart.
public let practicePath = PagePath<PupilID, RowID>("/pupils/*/practice/*")
/// Writes down a timing.
let logProbePath = PagePath<PupilID, RowID>("/pupils/*/practice/*/log")
/// Marks the day from which it is done otherwise.
let markPhasePath = PagePath<PupilID, RowID>("/pupils/*/practice/*/phase")
/// Ends a practice.
let endPracticePath = PagePath<PupilID, RowID>("/pupils/*/practice/*/end")
