import Access
import Basics
import Database
import Pages

/// A part of a pupil's page.
public struct PupilSection: Sendable {
    /// Where it stands on the page, small numbers first. Below zero it stands above all else on the page of the whole record.
    public let order: Int
    /// Who sees it: those who may do this with the pupil. The whole record, unless the section says otherwise.
    public let needs: Permission
    public let render: @Sendable (Reader, Viewer, PupilID, Day) throws -> HTML

    public init(order: Int, needs: Permission = .seeRecord, _ render: @escaping @Sendable (Reader, Viewer, PupilID, Day) throws -> HTML) {
        self.order = order
        self.needs = needs
        self.render = render
    }
}

/// A part of the page of one thing, such as a provision or a test, that an area above adds to it.
public struct PageSection<Thing: Sendable>: Sendable {
    /// Where it stands among the others, small numbers first.
    public let order: Int
    /// Who sees it: those who may do this with the thing.
    public let needs: Permission
    public let render: @Sendable (Reader, Viewer, Thing, Day) throws -> HTML

    public init(order: Int, needs: Permission, _ render: @escaping @Sendable (Reader, Viewer, Thing, Day) throws -> HTML) {
        (self.order, self.needs, self.render) = (order, needs, render)
    }
}

/// One thing in a pupil's history.
public struct TimelineEvent: Sendable {
    public let day: Day
    public let title: String
    public let detail: String
    /// One of the few that a reader looks for first, such as a change of status.
    public let isMilestone: Bool

    public init(_ day: Day, _ title: String, detail: String = "", isMilestone: Bool = false) {
        self.isMilestone = isMilestone
        self.day = day
        self.title = title
        self.detail = detail
    }
}

/// Where an area finds its events of one pupil, as far as the viewer may see them.
public typealias Timeline = @Sendable (Reader, Viewer, PupilID) throws -> [TimelineEvent]

/// Something that waits for this person today.
public struct TodayItem: Sendable {
    public let find: @Sendable (Reader, Viewer, Day) throws -> [TodayLine]
    public init(_ find: @escaping @Sendable (Reader, Viewer, Day) throws -> [TodayLine]) { self.find = find }
}

/// One line of Today: what, how many, and where to go.
public struct TodayLine: Sendable {
    public let number: Int?
    public let text: String
    public let action: String
    public let address: Address

    public init(_ number: Int? = nil, _ text: String, action: String, _ address: Address) {
        self.number = number
        self.text = text
        self.action = action
        self.address = address
    }
}

/// One line of the daily letter: how many of what wait for this person, and on which page. Its words stand in the
/// program, so that no letter names a child.
public struct LetterLine: Sendable {
    public let one: StaticString
    public let many: StaticString
    public let page: StaticString
    public let count: @Sendable (Reader, Viewer, Day) throws -> Int

    /// - Parameters:
    ///   - one: what a single one is called, such as `review due this week`; `many`: what several are.
    ///   - page: where they are found, from the first slash on.
    public init(one: StaticString, many: StaticString, _ page: StaticString, count: @escaping @Sendable (Reader, Viewer, Day) throws -> Int) {
        (self.one, self.many, self.page, self.count) = (one, many, page, count)
    }
}

/// Where words are looked for.
public struct SearchSource: Sendable {
    /// What it finds, as a heading: `Pupils`.
    public let title: String
    public let find: @Sendable (Reader, Viewer, String, Day) throws -> [SearchHit]

    public init(_ title: String, _ find: @escaping @Sendable (Reader, Viewer, String, Day) throws -> [SearchHit]) {
        self.title = title
        self.find = find
    }

    /// The most that one source gives.
    public static let most = 50
}

/// One thing found.
public struct SearchHit: Sendable {
    public let title: String
    public let detail: String
    /// A small label, such as a pupil's status.
    public let tag: HTML
    public let address: Address

    public init(_ title: String, detail: String, tag: HTML = "", _ address: Address) {
        self.title = title
        self.detail = detail
        self.tag = tag
        self.address = address
    }
}

/// Something that one may begin for a pupil from a concern, a result or a review, already filled in: a plan, a
/// concern, a referral. The button is there as soon as the area is.
public struct Start: Sendable {
    /// Where it may be begun from.
    public enum Origin: String, Sendable, CaseIterable {
        case concern, result, review
    }

    /// What the button says, with a verb.
    public let words: String
    public let origins: Set<Origin>
    /// Who may begin it: those who may do this with the pupil.
    public let needs: Permission
    /// The form, filled in from the row of the origin.
    public let address: @Sendable (PupilID, Origin, RowID) -> Address

    public init(_ words: String, from origins: Set<Origin>, needs: Permission, address: @escaping @Sendable (PupilID, Origin, RowID) -> Address) {
        (self.words, self.origins, self.needs, self.address) = (words, origins, needs, address)
    }
}

/// The pupils who on a day are supported by an adult of their own. It is asked by rules, and shown to nobody by name.
public typealias OneToOneSource = @Sendable (Reader, Day) throws -> Set<PupilID>
