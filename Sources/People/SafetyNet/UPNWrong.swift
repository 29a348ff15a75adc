import AreaKit
import Basics
import Database
import Pages

let upnWrong = SafetyRule(
    "upn-wrong", .gap, "The UPN can’t be right",
    why: "A wrong check letter or a wrong length means that a file, the census or the next school will not find this pupil (UPN guide of the Department for Education).",
    who: "The data manager acts", next: "Put the UPN right in the MIS"
) { reader, question in
    let numbers: SQL = "SELECT p.id, p.upn FROM enrolment e CROSS JOIN pupil p WHERE p.id = e.pupil_id AND p.upn IS NOT NULL AND \(question.onRoll)"
    var wrong: [PupilID] = []
    try reader.each(numbers) { row in
        let pupil: PupilID = try row.next()
        if !UniquePupilNumber.isPlainlyRight(try row.next()) { wrong.append(pupil) }
    }
    // No engine binds more than some ten thousand values at once.
    return try stride(from: 0, to: wrong.count, by: 5_000).flatMap { start in
        try findings(Array(wrong[start..<min(start + 5_000, wrong.count)]), reader, question)
    }
}

private func findings(_ pupils: [PupilID], _ reader: Reader, _ question: SafetyQuestion) throws -> [Finding] {
    let found = try reader.rows(question.found("p.upn", where: "p.id IN \(pupils)")) { row in
        let found = try FoundPupil(&row, question.viewer)
        return advice(found.upn).map { found.finding(since: found.entered, $0, next: pupilPath(found.pupil)) }
    }
    return found.compactMap { $0 }
}

private func advice(_ upn: String) -> String? {
    switch UniquePupilNumber(upn).validity {
    case .valid: nil
    case .wrongLetter(let expected): "The UPN should begin with \(expected)."
    case .wrongShape: "The UPN isn’t a letter and 12 figures."
    }
}

extension UniquePupilNumber {
    /// True for most right numbers, at the cost of a few additions; what is false here may still be right.
    /// The whole roll is looked at each time, so the common case must be quick.
    static func isPlainlyRight(_ text: String) -> Bool {
        var sum = 0, place = 0, first: UInt8 = 0
        for byte in text.utf8 {
            place += 1
            if place == 1 { first = byte; continue }
            guard place <= 13, (48...57).contains(byte) else { return false }
            sum += Int(byte - 48) * place
        }
        return place == 13 && first == letterBytes[sum % 23]
    }

    private static let letterBytes = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)
}
