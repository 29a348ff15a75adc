import Basics

/// How long somebody must wait before the next try at a password or code.
///
/// Each wrong try at one account from one place doubles the wait, to a quarter of an hour; tries at one account
/// from everywhere together count less, to a minute; and no place may be wrong more than twenty times a minute (OWASP
/// Authentication Cheat Sheet, “Login throttling”). Nobody is locked out by what strangers do: where the right
/// password was given before, and on a remembered device, only one's own wrong tries count.
public struct SignInDelay: Sendable, Equatable {
    /// Wrong tries in a row, and when.
    public struct Tally: Sendable, Equatable {
        public var failures: Int
        /// The first of the present minute's.
        public var firstAt: Instant
        public var lastAt: Instant

        public init(failures: Int, firstAt: Instant, lastAt: Instant) { (self.failures, self.firstAt, self.lastAt) = (failures, firstAt, lastAt) }
    }

    /// At this account from this place.
    public var here: Tally?
    /// At this account from everywhere.
    public var everywhere: Tally?
    /// From this place at any account, within the present minute.
    public var place: Tally?
    /// Whether this account was rightly entered from here before.
    public var isKnown: Bool
    /// So many wrong tries from here cost no wait.
    public var free: Int

    public init(here: Tally? = nil, everywhere: Tally? = nil, place: Tally? = nil, isKnown: Bool = false, free: Int = 0) {
        (self.here, self.everywhere, self.place, self.isKnown, self.free) = (here, everywhere, place, isKnown, free)
    }

    /// Seconds to wait; nil where one may try now.
    public func seconds(at now: Instant) -> Int? {
        let ends = [end(of: here, free: free, most: Self.mostHere), isKnown ? nil : end(of: everywhere, free: 10, most: Self.mostEverywhere), endOfMinute]
        guard let last = ends.compactMap({ $0 }).max(), last > now else { return nil }
        return (last.milliseconds - now.milliseconds + 999) / 1000
    }

    /// The longest wait at one account from one place.
    static let mostHere = 15 * 60
    /// The longest wait that strangers can cause.
    static let mostEverywhere = 60
    /// Wrong tries in a minute from one place; a school's staff share one address.
    static let mostFromPlace = 20
    /// After so many seconds without a wrong try, those before are forgotten.
    static let forgottenAfter = 24 * 3600

    private func end(of tally: Tally?, free: Int, most: Int) -> Instant? {
        guard let tally, tally.failures > free else { return nil }
        return tally.lastAt.adding(seconds: min(most, 1 << min(20, tally.failures - free - 1)))
    }

    private var endOfMinute: Instant? {
        guard let place, place.failures >= Self.mostFromPlace else { return nil }
        return place.firstAt.adding(seconds: 60)
    }
}

extension SignInDelay.Tally? {
    /// One wrong try more; those of long ago are forgotten.
    func failing(at now: Instant, within seconds: Int) -> SignInDelay.Tally {
        guard let self, now < (seconds == 60 ? self.firstAt : self.lastAt).adding(seconds: seconds) else {
            return SignInDelay.Tally(failures: 1, firstAt: now, lastAt: now)
        }
        return SignInDelay.Tally(failures: self.failures + 1, firstAt: self.firstAt, lastAt: now)
    }
}
