import Basics
import Pages

// Addresses of what is said about sessions.

/// Says what happened with one time of the week on one day.
let logSessionPath = PagePath<SessionSlot>("/provision/slots/*/log")
/// Puts an entry right.
public let correctSessionPath = PagePath<SessionID>("/sessions/*/correct")
/// Takes an entry back, with nothing in its place.
let takeBackSessionPath = PagePath<SessionID>("/sessions/*/take-back")
/// Logs a session that makes up a missed one.
public let makeUpSessionPath = PagePath<SessionID>("/sessions/*/make-up")
/// Logs a session beside the week.
public let moreSessionPath = PagePath<ProvisionID>("/provisions/*/more")

/// `12-2026-11-20`: the time of the week and the day.
extension SessionSlot: PathPart {
    public var pathText: String { "\(time)-\(day)" }

    public init?(pathText: String) {
        let pieces = pathText.split(separator: "-", maxSplits: 1).map(String.init)
        guard pieces.count == 2, let time = RowID(pieces[0]), let day = Day(pieces[1]) else { return nil }
        self.init(time: time, day: day)
    }
}

extension Day {
    /// `Thursday 19 November 2026`.
    var withWeekday: String { "\(Self.weekdayNames[weekday - 1]) \(inWords)" }

    static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    var monday: Day { self - (weekday - 1) }
}

/// A key by which what comes twice is known: the page makes it, so that a form that is sent again is the same form.
enum SendKey {
    static func fresh() -> String {
        var random = SystemRandomNumberGenerator()
        return "\(String(random.next(), radix: 16))-\(String(random.next(), radix: 16))-key"
    }

    /// The field bears the name that the script of rows knows: it makes a new key whenever something is changed.
    static func field(_ key: String? = nil) -> HTML { "<input type=\"hidden\" name=\"once\" value=\"\(key?.nonEmpty ?? fresh())\">" }
}
