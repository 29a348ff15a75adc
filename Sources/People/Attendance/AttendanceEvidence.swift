import AreaKit
import Basics
import Database

/// Attendance as reports, transfer files and the census count it.
let attendanceEvidence = EvidenceSource(.attendance) { reader, ask in
    try (reader.attendance(of: [ask.pupil], since: ask.from)[ask.pupil] ?? []).map { figure in
        EvidenceLine(figure.starts, "\(figure.starts.short) to \(figure.ends.short)", figure.possible == 0 ? "No sessions." : "\(figure.attended) of \(figure.possible) sessions attended, \(figure.attended * 100 / figure.possible)%.")
    }
}
