/// Why a stored paper can't be opened or kept. The words name no child: only the paper's random name.
public enum PaperProblem: Error, Equatable, CustomStringConvertible {
    /// The file is not what was written: altered, cut short, or another file in its place.
    case damaged(String)
    case missing(String)
    /// The key file lacks the key that locked it.
    case noKey(String, lock: String)
    case unwritable(String)

    public var description: String {
        switch self {
        case .damaged(let name): "The paper \(name) does not open: its file is not what was stored, or the key file is another one. Put the right file back."
        case .missing(let name): "The file of the paper \(name) is not there. Put it back from a backup."
        case .noKey(let name, let lock): "The key \(lock), which opens the paper \(name), is not in the key file. Put back the key file that belongs to this data folder."
        case .unwritable(let folder): "A paper could not be stored in \(folder). Is the disk full, and may Trellis write there?"
        }
    }
}
