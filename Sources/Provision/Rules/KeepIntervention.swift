import Basics

/// Adds an entry to the catalogue, or changes what is usual for one. Numbers that are no numbers come as nil.
public struct KeepIntervention: Sendable {
    public var name: String
    public var kind: InterventionKind?
    public var areas: [String]
    public var about = "", training = "", licence = "", measuring = "", evidence = ""
    public var groupSize: Int?, minutes: Int?, sessionsAWeek: Int?
    /// Nil where it has no usual end.
    public var weeks: Int?
    public var role: String
    public var sharedMaterials = Pence(0), materialsEach = Pence(0)
    public var entryInstrument: InstrumentID?, exitInstrument: InstrumentID?
    public var strands: [String] = []

    public init(name: String, kind: InterventionKind?, areas: [String], groupSize: Int?, minutes: Int?, sessionsAWeek: Int?, weeks: Int? = nil, role: String) {
        (self.name, self.kind, self.areas, self.role) = (name.trimmed, kind, areas, role)
        (self.groupSize, self.minutes, self.sessionsAWeek, self.weeks) = (groupSize, minutes, sessionsAWeek, weeks)
    }

    static let longest = 1000

    /// - Parameters:
    ///   - school: whose catalogue it is; nil for the trust's.
    ///   - beside: the entries in sight, so that none stands there twice.
    /// - Throws: `Problems` with all that is wrong.
    public func applied(to before: Intervention? = nil, at school: SchoolID?, beside: [Intervention]) throws -> Change<Intervention> {
        var problems = Problems()
        check(before, school, beside, &problems)
        guard let kind, let groupSize, let minutes, let sessionsAWeek else { throw problems }
        try problems.check()
        var after = before ?? Intervention(name: name, kind: kind, areas: [], groupSize: groupSize, minutes: minutes, sessionsAWeek: sessionsAWeek, role: role, school: school)
        (after.name, after.kind, after.areas) = (name, kind, areas)
        (after.groupSize, after.minutes, after.sessionsAWeek, after.weeks, after.role) = (groupSize, minutes, sessionsAWeek, weeks, role)
        (after.about, after.training, after.licence) = (about.trimmed, training.trimmed, licence.trimmed)
        (after.measuring, after.evidence, after.strands) = (measuring.trimmed, evidence.trimmed, strands)
        (after.sharedMaterials, after.materialsEach) = (sharedMaterials, materialsEach)
        (after.entryInstrument, after.exitInstrument) = (entryInstrument, exitInstrument)
        return Change(before == nil ? "intervention.added" : "intervention.changed", from: before, to: after)
    }

    private func check(_ before: Intervention?, _ school: SchoolID?, _ beside: [Intervention], _ problems: inout Problems) {
        problems.require(!name.isEmpty, "name", "Give it a name.")
        problems.require(kind != nil, "kind", "Choose how much more it is than teaching for everyone.")
        problems.requireWhole(groupSize, 1...40, "group_size", "pupils in a group")
        problems.requireWhole(minutes, 1...360, "minutes", "minutes of a session")
        problems.requireWhole(sessionsAWeek, 1...25, "sessions", "sessions a week")
        if let weeks { problems.requireWhole(weeks, 1...60, "weeks", "weeks") }
        problems.require(StaffRole.named(role) != nil, "role", "Choose who usually gives it.")
        problems.require(!areas.isEmpty, "areas", "Tick at least one area of need.")
        problems.require(strands.allSatisfy { EvidenceStrand.named($0) != nil }, "strands", "Choose strands of the list.")
        problems.require(sharedMaterials >= Pence(0) && materialsEach >= Pence(0), "materials", "A price can't be below zero.")
        for (field, text) in [("about", about), ("training", training), ("licence", licence), ("measuring", measuring), ("evidence", evidence)] {
            problems.require(text.count <= Self.longest, field, "Make this shorter: at most 1,000 characters. It has \(text.count).")
        }
        problems.requireOwn(before, school, kind, name)
        if beside.contains(where: { $0.id != before?.id && $0.school == school && $0.name.folded == name.folded && !name.isEmpty }) {
            problems.add("name", "The catalogue has one of this name. Change that one, or give this one another name.")
        }
    }
}

extension Problems {
    /// A whole number within its range; nil stands for what was no number.
    mutating func requireWhole(_ number: Int?, _ range: ClosedRange<Int>, _ field: String, _ what: String) {
        require(number.map(range.contains) ?? false, field, "Give a whole number of \(what), from \(range.lowerBound) to \(range.upperBound).")
    }

    /// A school leaves the trust's entries as they are; those that Trellis brings keep name and kind.
    mutating func requireOwn(_ before: Intervention?, _ school: SchoolID?, _ kind: InterventionKind?, _ name: String) {
        guard let before else { return }
        require(before.school == school, "", "This entry is the trust’s. Adapt it for your school, with a reason.")
        require(!before.isShipped || (before.name == name && before.kind == kind), "name", "Name and kind of this programme stay as they are. Add one of your own instead.")
    }
}
