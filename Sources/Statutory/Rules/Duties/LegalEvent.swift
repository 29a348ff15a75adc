import Basics

/// Something that happened in a matter and sets the law's clock going.
public struct LegalEvent: Hashable, Sendable {
    public enum Mark {}

    public var id: LegalEventID = .new
    public var version = 1
    public var matter: Matter
    public var event: StatutoryEvent
    public var happenedOn: Day
    /// The other days and choices that were given. Closures are the school's own and are not kept here.
    public var details: EventDetails
    public var stated: DateSource
    public var words: String
    public var paper: PaperID?
    /// The same written down again, which stands instead.
    public var replacedBy: LegalEventID?
    public var recordedBy: String

    public init(_ event: StatutoryEvent, on day: Day, _ details: EventDetails = EventDetails(), of matter: Matter, stated: DateSource, words: String = "", paper: PaperID? = nil, by who: String) {
        (self.event, happenedOn, self.details, self.matter) = (event, day, details, matter)
        (self.stated, self.words, self.paper, recordedBy) = (stated, words.trimmed, paper, who)
        self.details.closures = []
    }

    /// What follows from it by the law of its day.
    /// - Parameter day: the day to reckon from, where it is another than that on which it happened.
    public func timetable(closures: [Spell], countedFrom day: Day? = nil, book: RuleBook = .england) -> Timetable {
        var known = details
        known.closures = closures
        return Timetable(event, on: day ?? happenedOn, known, book: book)
    }
}

public typealias LegalEventID = ID<LegalEvent.Mark>
