import Basics

extension Timetable {
    /// A list of objects, as docs/commands.md promises them to programs.
    public var json: JSON { .list(duties.map(\.json)) }
}

extension Duty {
    public var json: JSON {
        .object([
            "id": .text(id), "what": .text(what), "owner": .text(owner.rawValue), "from": .optional(from?.description), "due": .text(due.description),
            "basis": .text(basis), "force": .text(force.rawValue), "citation": .text(citation), "mark": .text(mark.rawValue), "note": .text(note),
        ])
    }
}
