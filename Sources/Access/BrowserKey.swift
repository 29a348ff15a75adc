import Basics
import Database

extension Viewer {
    /// Under which name this person's browser keeps what they typed and have not saved yet; nil on a computer that
    /// others use, too, where it must keep nothing. It tells nobody who they are.
    public var browserKey: String? {
        guard isOnOwnDevice, let account else { return nil }
        return String(digest(of: Array("typed in the browser of \(account)".utf8)).prefix(20))
    }
}
