import Basics
import Database

/// Who in the record may be the pupils of some rows, looked up with one query for each kind of key.
struct MatchTable: Sendable {
    private var byUPN: [String: MatchCandidate] = [:]
    private var byFormerUPN: [String: [MatchCandidate]] = [:]
    private var byAdmissionNumber: [String: MatchCandidate] = [:]
    private var byBirth: [Day: [MatchCandidate]] = [:]

    init(_ pupils: [IncomingPupil], school: SchoolID, _ reader: Reader) throws {
        let upns = pupils.flatMap { [$0.upn].compactMap(\.self) + ($0.formerUPNs ?? []) }
        for found in try reader.candidates("p.upn IN \(upns)") { if let upn = found.upn { byUPN[upn] = found } }
        let former = try reader.rows("SELECT f.upn, \(candidateColumns) FROM former_upn f JOIN pupil p ON p.id = f.pupil_id WHERE f.upn IN \(upns)") {
            try ($0.next(String.self), MatchCandidate(&$0))
        }
        for (upn, candidate) in former { byFormerUPN[upn, default: []].append(candidate) }
        let numbers = pupils.compactMap(\.admissionNumber)
        let admitted = try reader.rows("""
            SELECT e.admission_number, \(candidateColumns) FROM enrolment e JOIN pupil p ON p.id = e.pupil_id \
            WHERE e.school_id = \(school) AND e.admission_number IN \(numbers)
            """) { try ($0.next(String.self), MatchCandidate(&$0)) }
        for (number, candidate) in admitted { byAdmissionNumber[number] = candidate }
        for candidate in try reader.candidates("p.birth IN \(Array(Set(pupils.map(\.birthDate))))") { byBirth[candidate.birth, default: []].append(candidate) }
    }

    func match(_ incoming: IncomingPupil) -> PupilMatch {
        let formerKeys = [incoming.upn].compactMap(\.self) + (incoming.formerUPNs ?? [])
        let former = formerKeys.flatMap { byFormerUPN[$0] ?? [] } + (incoming.formerUPNs ?? []).compactMap { byUPN[$0] }
        return PupilMatch(
            incoming, byUPN: incoming.upn.flatMap { byUPN[$0] }, byFormerUPN: former,
            byAdmissionNumber: incoming.admissionNumber.flatMap { byAdmissionNumber[$0] }, alike: byBirth[incoming.birthDate] ?? [])
    }

    /// Makes a pupil who has just been added findable for the rows after it.
    mutating func add(_ pupil: Pupil, admissionNumber: String?) {
        let candidate = MatchCandidate(pupil: pupil.id, upn: pupil.upn, birth: pupil.birth, surname: pupil.surname, forename: pupil.forename, sealed: false)
        if let upn = pupil.upn { byUPN[upn] = candidate }
        if let admissionNumber { byAdmissionNumber[admissionNumber] = candidate }
        byBirth[pupil.birth, default: []].append(candidate)
    }
}

private let candidateColumns: SQL = "p.id, p.upn, p.birth, p.surname, p.forename, p.sealed"

extension MatchCandidate {
    init(_ row: inout Row) throws {
        try self.init(pupil: row.next(), upn: row.next(), birth: row.next(), surname: row.next(), forename: row.next(), sealed: row.next())
    }
}

extension Reader {
    fileprivate func candidates(_ condition: SQL) throws -> [MatchCandidate] {
        try rows("SELECT \(candidateColumns) FROM pupil p WHERE \(condition)") { try MatchCandidate(&$0) }
    }
}
