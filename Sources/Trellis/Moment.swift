import Basics
import Foundation

extension Instant {
    /// The clock of this machine. Only the program's own doors ask it; everything behind them is told the time.
    static func fromClock() -> Instant { Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }
}
