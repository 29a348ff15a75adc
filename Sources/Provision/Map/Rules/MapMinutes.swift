import Basics

/// What was planned and what came of it, as the map adds it up.
public struct MapMinutes: Hashable, Sendable {
    public var planned = 0
    /// What the school had ready for the pupil: what was given, and what was there for a pupil who was absent.
    public var offered = 0
    /// What the pupil was there for.
    public var received = 0

    public init(planned: Int = 0, offered: Int = 0, received: Int = 0) { (self.planned, self.offered, self.received) = (planned, offered, received) }

    /// Percent of what was planned that was given; nil where nothing was.
    public var share: Int? { planned > 0 ? (offered * 200 + planned) / (planned * 2) : nil }

    public static func + (a: MapMinutes, b: MapMinutes) -> MapMinutes {
        MapMinutes(planned: a.planned + b.planned, offered: a.offered + b.offered, received: a.received + b.received)
    }
}

extension Sequence<MapMinutes> {
    public var sum: MapMinutes { reduce(MapMinutes(), +) }
}

/// A pupil in a provision, with the minutes of a period: what every line of the map is made of.
public struct MapPlace: Hashable, Sendable {
    public let school: SchoolID
    public let run: ProvisionID
    public let pupil: PupilID
    public let minutes: MapMinutes

    public init(school: SchoolID, run: ProvisionID, pupil: PupilID, minutes: MapMinutes) {
        (self.school, self.run, self.pupil, self.minutes) = (school, run, pupil, minutes)
    }
}

extension [MapPlace] {
    /// Each pupil once, in however many groups.
    public var pupils: Int { Set(map(\.pupil)).count }
    public var minutes: MapMinutes { map(\.minutes).sum }
}
