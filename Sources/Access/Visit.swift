import Basics
import Database
import Pages

/// Looks up the name of a school's designated safeguarding lead on a day; nil where it has named none.
public typealias SafeguardingLead = @Sendable (Reader, SchoolID, Day) throws -> String?

/// One visit to a page: who asks, what for, when, and where the answer lies.
public struct Visit: Sendable {
    public let request: PageRequest
    /// The person in those parts that allow this visit: what they find here is what those parts see.
    public let viewer: Viewer
    /// The person in all their parts.
    public let person: Viewer
    public let store: Store
    public let now: Instant
    /// The frame that every page of this house shares.
    public let frame: Frame
    /// Who leads safeguarding at a school, as the area that knows the people says.
    public let safeguardingLead: SafeguardingLead
    /// Where a program asks: what remembers the answers it was given.
    public var memory: (any AnswerMemory)?

    public init(request: PageRequest, viewer: Viewer, person: Viewer? = nil, store: Store, now: Instant, frame: Frame,
                safeguardingLead: @escaping SafeguardingLead = { _, _, _ in nil }) {
        self.request = request
        self.viewer = viewer
        self.person = person ?? viewer
        self.store = store
        self.now = now
        self.frame = frame
        self.safeguardingLead = safeguardingLead
    }

    public var today: Day { now.dayInEngland }

    /// The day a page is asked about: `?on=2026-01-20`, else today.
    public var day: Day { Day(request.query["on"]) ?? today }

    /// The act of this person, at this moment, by this way.
    public var act: Act {
        Act(who: viewer.signature, account: viewer.account, at: now, way: request.wantsJSON ? .api : .page, origin: origin)
    }

    /// From where it comes: the address on the network, and the device they signed in with.
    public var origin: String { [request.address, person.device].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// Looks things up.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        try await store.read(body)
    }

    /// Saves as one act.
    public func write<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await store.write(act, body)
    }

    /// A whole page in the shared frame.
    public func page(_ title: String, at place: String = "", status: Int = 200, _ body: HTML) -> Answer {
        .page(frame.around(body, title: title, place: place), status: status)
    }

    /// A form that came back with problems: what was typed stays (422).
    public func formAgain(_ title: String, at place: String = "", _ body: HTML) -> Answer {
        page("Problem: \(title)", at: place, status: 422, body)
    }
}
