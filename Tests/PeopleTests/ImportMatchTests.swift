import Basics
import Stage
import Testing
@testable import People

@Suite("Who the pupil of a row is")
struct ImportMatchTests {
    enum Answer: Equatable { case sam, new, conflict, twin }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: Answer
        var sent: (upn: String?, number: String?, forename: String, born: Day) = (Row.upn, nil, "Sam", Stage.inYear4)
        var byUPN: MatchCandidate?, byFormer: [MatchCandidate] = [], byNumber: MatchCandidate?, alike: [MatchCandidate] = []

        init(_ words: String, _ answer: Answer, _ change: (inout Case) -> Void) {
            (testDescription, self.answer) = (words, answer)
            change(&self)
        }
    }

    static func held(_ forename: String = "Sam", upn: String? = Row.upn, born: Day = Stage.inYear4, surname: String = "Whitlock", id: Int = 7, sealed: Bool = false) -> MatchCandidate {
        MatchCandidate(pupil: PupilID(id), upn: upn, birth: born, surname: surname, forename: forename, sealed: sealed)
    }

    static let cases: [Case] = [
        Case("nobody in the record", .new) { _ in },
        Case("the same UPN and birth date", .sam) { $0.byUPN = held() },
        Case("the same UPN and birth date, another name", .sam) { $0.byUPN = held("Samuel", surname: "Other") },
        Case("the same UPN and name, a birth date put right", .sam) { $0.byUPN = held(born: Stage.inYear4 - 30) },
        Case("a UPN that is somebody else's", .conflict) { $0.byUPN = held("Ada", born: Stage.inYear4 - 30, surname: "Other") },
        Case("twins with their numbers mixed up", .twin) { $0.byUPN = held("Ben"); $0.alike = [held("Ben"), held("Sam", upn: Row.otherUPN, id: 8)] },
        Case("a former UPN", .sam) { $0.byFormer = [held(upn: Row.otherUPN)] },
        Case("the former UPN of a sealed pupil says nothing", .new) { $0.byFormer = [held("Ada", upn: Row.otherUPN, surname: "Other", sealed: true)] },
        Case("the current UPN of a sealed pupil", .sam) { $0.byUPN = held(sealed: true) },
        Case("admission number and birth date", .sam) { $0.sent.upn = nil; $0.byNumber = held() },
        Case("admission number alone", .new) { $0.byNumber = held("Ada", born: Stage.inYear4 - 30, surname: "Other") },
        Case("admission number, with a temporary UPN in the record", .sam) { $0.byNumber = held(upn: Row.temporary) },
        Case("admission number, with another UPN in the record", .conflict) { $0.byNumber = held(upn: Row.otherUPN) },
        Case("the same name and birth date, no number", .twin) { $0.sent.upn = nil; $0.alike = [held()] },
        Case("the same name and birth date, another UPN", .twin) { $0.alike = [held(upn: Row.otherUPN)] },
        Case("a twin, both with UPNs", .new) { $0.alike = [held("Ben", upn: Row.otherUPN)] },
        Case("a twin, one without UPN", .twin) { $0.alike = [held("Ben", upn: nil)] },
        Case("another family, born on the same day", .new) { $0.alike = [held(upn: nil, surname: "Other")] },
        Case("capitals and accents do not hide a name", .twin) { $0.sent.forename = "SAM"; $0.alike = [held("Säm", upn: nil, surname: "WHITLOCK")] },
    ]

    @Test("It is matched, added or asked about, never guessed", arguments: cases)
    func match(_ given: Case) {
        var incoming = IncomingPupil(row: 2, surname: "Whitlock", forename: given.sent.forename, birthDate: given.sent.born)
        (incoming.upn, incoming.admissionNumber) = (given.sent.upn, given.sent.number ?? "12")
        let match = PupilMatch(incoming, byUPN: given.byUPN, byFormerUPN: given.byFormer, byAdmissionNumber: given.byNumber, alike: given.alike)
        let answer: Answer = switch match {
        case .same(let id): id == PupilID(7) ? .sam : .conflict
        case .new: .new
        case .ask(let outcome, _): outcome == .twin ? .twin : .conflict
        }
        #expect(answer == given.answer)
    }

    @Test("No question tells the UPN of a sealed pupil", arguments: [Row.otherUPN, nil])
    func sealed(sent: String?) {
        var incoming = IncomingPupil(row: 2, surname: "Whitlock", forename: "Sam", birthDate: Stage.inYear4)
        (incoming.upn, incoming.admissionNumber) = (sent, "12")
        let sealed = Self.held(sealed: true)
        for match in [PupilMatch(incoming, byUPN: nil, byFormerUPN: [], byAdmissionNumber: sent == nil ? nil : sealed, alike: [sealed])] {
            guard case .ask(_, let reason) = match else { return #expect(Bool(false), "it must be asked") }
            #expect(!reason.contains(Row.upn))
        }
    }
}
