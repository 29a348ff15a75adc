import AreaKit
import Basics
import Database
import People

// What this area itself keeps about a person.

let privacySubjectSources: [SubjectSource] = [
    copyRequestSource,
    .ofPupil("Questions about requests", RequestPause.self, keep: .request),
    .ofPupil("Requests to put something right", CorrectionRequest.self, keep: .request),
    .ofPupil("Complaints about data", DataComplaint.self, keep: .request),
    .ofPupil("File sent to another school", FileTransfer.self, keep: .pupilFile),
    .ofPupil("Held back from disposal", LegalHold.self, keep: .request),
]

/// Where a family's own words about a child stand.
let privacyFreeTexts = [
    FreeTexts((column: "what", text: \CorrectionRequest.what), (column: "reason", text: \CorrectionRequest.reason), (column: "disagreement", text: \CorrectionRequest.disagreement)),
]

private let copyRequestSource = SubjectSource(
    "Requests for a copy", tables: ["copy_request", "item_mark", "released_copy"], keep: .request,
    // Pauses, marks and copies hang on it and go with it.
    dispose: { try $0.disposeRows(of: $1, in: CopyRequest.table) },
    find: { reader, who in
        let condition: SQL = switch who {
        case .pupil(let pupil): "WHERE pupil_id = \(pupil) ORDER BY id"
        case .adult(let email): "WHERE email = \(email) ORDER BY id"
        }
        return try reader.all(CopyRequest.self, condition).map { try subjectRow($0, reader) }
    })
