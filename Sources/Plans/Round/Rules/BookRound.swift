import Basics

/// A slot that a school has booked to look at many plans, at its provision map or at its data in one sitting.
public struct BookedRound: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case plans, map, data

        public var label: String {
            switch self {
            case .plans: "Plans"
            case .map: "Provision map"
            case .data: "Data"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var school: SchoolID
    public var kind: Kind
    public var heldOn: Day
    /// `13:30`
    public var beginsAt: String
    public var minutesPlanned: Int
    public var who: String
    /// What is left out to make room for it.
    public var madeRoom: String
    public var minutesUsed: Int?
    public var doneOn: Day?

    public var isDone: Bool { doneOn != nil }
}

/// Books a slot for a round, or moves it.
public struct BookRound: Sendable {
    public let kind: BookedRound.Kind?
    public let on: Day
    public let beginsAt, who, madeRoom: String
    public let minutes: Int?

    public init(kind: BookedRound.Kind?, on: Day, beginsAt: String, minutes: Int?, who: String, madeRoom: String = "") {
        (self.kind, self.on, self.minutes) = (kind, on, minutes)
        // `9.30` and `9:30` are read as `09:30`.
        let time = beginsAt.trimmed.replacing(".", with: ":")
        (self.beginsAt, self.who, self.madeRoom) = (time.count == 4 ? "0" + time : time, who.trimmed, madeRoom.trimmed)
    }

    public func applied(at school: SchoolID, before: BookedRound? = nil, today: Day) throws -> Change<BookedRound> {
        var problems = Problems()
        problems.require(before?.isDone != true, "", "This round is done already. Go back and look again.")
        problems.require(on >= today.adding(years: -1) && on <= today.adding(years: 1), "on", "This day is more than a year away. Check it.")
        problems.require(beginsAt.isTimeOfDay, "begins_at", "Give a time, such as 13:30.")
        problems.require(minutes.map { 5...480 ~= $0 } ?? false, "minutes", "Give the minutes as a number from 5 to 480.")
        problems.require(!who.isEmpty, "who", "Say who does it.")
        for (field, text) in [("who", who), ("made_room", madeRoom)] { problems.require(text.count <= 600, field, "Make this shorter: at most 600 characters.") }
        guard let kind, let minutes, problems.isEmpty else {
            if kind == nil { problems.add("kind", "Choose what is looked at.") }
            throw problems
        }
        var after = before ?? BookedRound(id: .new, school: school, kind: kind, heldOn: on, beginsAt: beginsAt, minutesPlanned: minutes, who: who, madeRoom: madeRoom)
        (after.kind, after.heldOn, after.beginsAt, after.minutesPlanned, after.who, after.madeRoom) = (kind, on, beginsAt, minutes, who, madeRoom)
        return Change(before == nil ? "round.booked" : "round.moved", from: before, to: after)
    }
}

/// Says how long a round took, and what was left out for it.
public struct EndRound: Sendable {
    public let on: Day
    public let minutes: Int?
    public let madeRoom: String

    public init(on: Day, minutes: Int?, madeRoom: String) { (self.on, self.minutes, self.madeRoom) = (on, minutes, madeRoom.trimmed) }

    public func applied(to round: BookedRound, today: Day) throws -> Change<BookedRound> {
        var problems = Problems()
        problems.require(!round.isDone, "", "This round is done already. Go back and look again.")
        problems.require(on <= today, "on", "This day is in the future. Give the day on which it was done.")
        problems.require(on >= today.adding(years: -1), "on", "This day is more than a year ago. Check it.")
        problems.require(minutes.map { 1...1440 ~= $0 } ?? false, "minutes", "Give the minutes as a number from 1 to 1,440.")
        problems.require(madeRoom.count <= 600, "made_room", "Make this shorter: at most 600 characters.")
        try problems.check()
        var after = round
        (after.minutesUsed, after.doneOn, after.madeRoom) = (minutes, on, madeRoom)
        return Change("round.done", from: round, to: after)
    }
}

extension String {
    /// Whether it is a time such as `13:30`.
    fileprivate var isTimeOfDay: Bool {
        let parts = split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(parts[0]), let minute = Int(parts[1]) else { return false }
        return hour < 24 && minute < 60
    }
}
