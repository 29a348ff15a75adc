import Basics

/// Somebody in the record who may be the pupil of a row.
struct MatchCandidate: Sendable, Hashable {
    let pupil: PupilID
    let upn: String?
    let birth: Day
    let surname: String
    let forename: String
    let sealed: Bool
}

/// Who the pupil of a row is: by UPN, by former UPN, then by admission number with birth date. A likely twin
/// or a likely duplicate is asked about, never guessed (formats 1: twins share surname, birth date and address).
enum PupilMatch: Sendable, Equatable {
    case same(PupilID)
    case new
    /// Left alone until a person decides.
    case ask(ImportOutcome, String)

    init(_ incoming: IncomingPupil, byUPN: MatchCandidate?, byFormerUPN: [MatchCandidate], byAdmissionNumber: MatchCandidate?, alike: [MatchCandidate]) {
        self = Self.byNumber(incoming, byUPN ?? byFormerUPN.first(where: { !$0.sealed }), alike)
            ?? Self.byAdmission(incoming, byAdmissionNumber)
            ?? Self.byLikeness(incoming, alike)
            ?? .new
    }

    private static func byNumber(_ incoming: IncomingPupil, _ candidate: MatchCandidate?, _ alike: [MatchCandidate]) -> PupilMatch? {
        guard let candidate else { return nil }
        if !sameName(incoming, candidate), alike.contains(where: { $0.pupil != candidate.pupil && $0.birth == incoming.birthDate && sameName(incoming, $0) }) {
            return .ask(.twin, "The UPN \(incoming.upn ?? "") is that of one child in the record, the name that of another born on the same day. They may be twins with their numbers mixed up. Check both UPNs in your MIS.")
        }
        if candidate.birth == incoming.birthDate || sameName(incoming, candidate) { return .same(candidate.pupil) }
        return .ask(.conflict, "The UPN \(incoming.upn ?? "") belongs to somebody else in the record, with another name and another birth date. Check the UPN in your MIS.")
    }

    private static func byAdmission(_ incoming: IncomingPupil, _ candidate: MatchCandidate?) -> PupilMatch? {
        guard let candidate, candidate.birth == incoming.birthDate else { return nil }
        guard let held = candidate.upn, let sent = incoming.upn, held != sent, !UniquePupilNumber(held).isTemporary else { return .same(candidate.pupil) }
        if candidate.sealed {
            return .ask(.conflict, "Admission number \(incoming.admissionNumber ?? "") and birth date fit a pupil whose record is sealed, and the UPN does not. Nothing was changed: check the UPN in your MIS.")
        }
        return .ask(.conflict, "Admission number \(incoming.admissionNumber ?? "") and birth date fit a pupil whose UPN is \(held), but the file says \(sent). Say which UPN is right in your MIS, then read the file again.")
    }

    private static func byLikeness(_ incoming: IncomingPupil, _ alike: [MatchCandidate]) -> PupilMatch? {
        guard let twin = alike.first(where: { likely(incoming, $0) }) else { return nil }
        return .ask(.twin, "This looks like a pupil in the record with the same surname and birth date, UPN \(twin.sealed ? "not shown" : twin.upn ?? "not recorded"). Are they one child? If so, give both the same UPN in your MIS. If they are two, make sure that each has a UPN.")
    }

    /// The same surname and birth date, and nothing that tells the two apart.
    private static func likely(_ incoming: IncomingPupil, _ candidate: MatchCandidate) -> Bool {
        guard candidate.birth == incoming.birthDate, candidate.surname.folded == incoming.surname.folded else { return false }
        let sameForename = candidate.forename.folded == incoming.forename.folded
        let bothNumbered = candidate.upn != nil && incoming.upn != nil
        return sameForename || !bothNumbered
    }

    private static func sameName(_ incoming: IncomingPupil, _ candidate: MatchCandidate) -> Bool {
        candidate.surname.folded == incoming.surname.folded && candidate.forename.folded == incoming.forename.folded
    }
}
