import Basics

/// Adds an emergency line to a pupil's record, or puts one right.
public struct KeepEmergencyLine: Sendable {
    public let kind: EmergencyLine.Kind?
    public let lookFor: String
    public let whatToDo: String
    public let medicine: String
    public let whoToCall: String
    public let from: Day

    public init(kind: EmergencyLine.Kind?, lookFor: String, whatToDo: String, medicine: String = "", whoToCall: String = "", from: Day) {
        self.kind = kind
        self.lookFor = lookFor.trimmed
        self.whatToDo = whatToDo.trimmed
        self.medicine = medicine.trimmed
        self.whoToCall = whoToCall.trimmed
        self.from = from
    }

    /// Longer than this, nobody reads it while a child chokes.
    public static let longest = 300

    public func applied(to pupil: Pupil, before: EmergencyLine? = nil, today: Day) throws -> Change<EmergencyLine> {
        var problems = Problems()
        problems.requireStart(from, of: pupil, today: today)
        problems.require(!whatToDo.isEmpty, "what_to_do", "Say what to do, in a few short sentences.")
        problems.require(!lookFor.isEmpty || kind == .evacuation, "look_for", "Say what an adult sees or hears, such as: lips swell, wheezing.")
        for (field, text) in [("look_for", lookFor), ("what_to_do", whatToDo), ("medicine", medicine), ("who_to_call", whoToCall)] {
            problems.require(text.count <= Self.longest, field, "Make this shorter: at most \(Self.longest) characters, so that it can be read in a hurry. It has \(text.count).")
        }
        problems.require(before?.spell.ends == nil, "", "This has ended already. Go back and look again.")
        guard let kind else {
            problems.add("kind", "Choose what it is about.")
            throw problems
        }
        try problems.check()
        let line = EmergencyLine(id: before?.id ?? .new, version: before?.version ?? 1, pupil: pupil.id, kind: kind, lookFor: lookFor, whatToDo: whatToDo,
                                 medicine: medicine, whoToCall: whoToCall, spell: Spell(starts: from))
        return Change(before == nil ? "emergency.added" : "emergency.changed", from: before, to: line)
    }
}
