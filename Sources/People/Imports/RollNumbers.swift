import Basics
import Database

/// The pupils of one school by their numbers, leavers too, as reports without names need them.
public struct RollNumbers {
    private var byUPN: [String: PupilID] = [:]
    private var byAdmissionNumber: [String: PupilID] = [:]

    public init(_ reader: Reader, _ school: SchoolID) throws {
        let roll = try reader.rows("SELECT p.id, p.upn, e.admission_number FROM enrolment e JOIN pupil p ON p.id = e.pupil_id WHERE e.school_id = \(school)") {
            try ($0.next(PupilID.self), $0.next(String?.self), $0.next(String.self))
        }
        for (pupil, upn, number) in roll {
            if let upn { byUPN[upn] = pupil }
            if !number.isEmpty { byAdmissionNumber[number] = pupil }
        }
    }

    public func pupil(upn: String?, number: String?) -> PupilID? { upn.flatMap { byUPN[$0] } ?? number.flatMap { byAdmissionNumber[$0] } }
}
