/// What can go wrong with the store itself, in words for the person before it.
public enum StoreProblem: Error, Equatable, CustomStringConvertible {
    /// Somebody else saved the same thing first.
    case stale(subject: String)
    case diskFull
    case unreachable(String)
    case newerDatabase(number: Int)
    case migrationChanged(number: Int)
    case notEmpty
    case noTrust(String)
    /// A guarantee of the schema would be broken: the constraint's own words.
    case refused(String)
    case unreadable(column: Int)
    /// Another change holds the database for longer than one waits.
    case busy
    /// An import can't be undone: what has been done since, by event, with no child's data.
    case laterWork([String])
    /// A file or the trail is not what was written: the findings.
    case damaged([String])
    case failed(String)

    public var description: String {
        switch self {
        case .stale: "Somebody else changed this while you had it open. Look at what they wrote, then save yours again if it is still right."
        case .diskFull: "The disk is full, so nothing can be saved. You can still read. Free some space on the server, then save again."
        case .unreachable(let why): "The database can't be reached: \(why)"
        case .newerDatabase(let number): "This database was made by a newer trellis (its step \(number) is not known here). Install that version, or a newer one, to open it."
        case .migrationChanged(let number): "Step \(number) of this database was made from other text than this program holds. Nothing was touched. Use the program that made it."
        case .notEmpty: "There is already a trust in this folder. Choose another folder, or use the trust that is there."
        case .noTrust(let place): "There is no trust in \(place) yet. Make one with: trellis init --data DIR --trust NAME"
        case .refused(let constraint): "The database refused this, because it would break a rule: \(constraint)"
        case .unreadable(let column): "Column \(column) of an answer holds something unexpected."
        case .busy: "Somebody else is saving a large change, perhaps an import. Nothing of yours was saved. Wait a minute, then save again."
        case .laterWork(let events): "This import can't be undone any more, because later work stands on it: \(events.joined(separator: "; ")). Nothing was changed. Put right by hand what the import got wrong."
        case .damaged(let findings): "This is damaged: \(findings.prefix(5).joined(separator: "; ")). Nothing was changed. Use an earlier backup."
        case .failed(let why): "The database could not do this: \(why)"
        }
    }
}
