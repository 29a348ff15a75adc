/// What kind of record something is. Each kind is kept for a time of its own, and disposed of as a whole.
public enum RecordClass: String, Sendable, CaseIterable {
    /// Status, needs, help, papers: the file on special educational needs.
    case send
    /// What any pupil's file holds: family, classes, attendance, results, earlier schools.
    case pupilFile = "pupil-file"
    /// Name, birth, numbers and rolls: kept as long as anything else about the pupil is.
    case identity
    /// Somebody who may sign in, and when they did.
    case account
    /// Requests for copies and corrections, restrictions, complaints about data.
    case request
    /// Who looked at whose record.
    case sight

    public var label: String {
        switch self {
        case .send: "SEND file: status, needs, plans, papers"
        case .pupilFile: "Pupil file: family, classes, attendance, results"
        case .identity: "Name, birth date, numbers and rolls"
        case .account: "Accounts of people who sign in"
        case .request: "Requests and complaints about data"
        case .sight: "Who looked at a record"
        }
    }
}
