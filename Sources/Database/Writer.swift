import Basics

/// Saves changes. It exists only inside an act, and every change it saves is in the trail.
public final class Writer: Reader {
    public let act: Act
    var entries: [TrailEntry] = []
    private var receipt: ReceiptID?
    /// A rehearsal is taken back at its end, so it needs no trail.
    private let rehearses: Bool
    override var seesOnePicture: Bool { false }

    init(_ connection: any Connection, act: Act, rehearses: Bool = false) {
        self.act = act
        self.receipt = act.receipt
        self.rehearses = rehearses
        super.init(connection)
    }

    /// From here on what is saved belongs to this import; nil for what does not, such as the receipt itself.
    public func importing(_ receipt: ReceiptID?) { self.receipt = receipt }

    /// Saves a change and its trail entry; a change that changes nothing is not written.
    /// - Returns: the subject with its id and version as stored.
    /// - Throws: `StoreProblem.stale` when somebody else saved the same thing first.
    @discardableResult
    public func save<Subject: Recorded>(_ change: Change<Subject>) throws -> Subject {
        guard let before = change.before else { return try insert(change) }
        return change.isEmpty ? before : try update(change, before)
    }

    /// Takes a subject out of its table, as an undone import does; what it held stays in the trail.
    public func withdraw(_ subject: some Recorded, event: String, because reason: String?) throws {
        let table = Swift.type(of: subject).table
        guard try connection.execute(table.deletion(subject.id.rawValue, version: subject.version)) == 1 else {
            throw StoreProblem.stale(subject: table.name)
        }
        try record(event, subject, version: subject.version + 1, before: subject.fields, after: [], reason)
    }

    /// Writes what is about no child and has no history of its own: search words, leases, settings.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int { try connection.execute(sql) }

    private func insert<Subject: Recorded>(_ change: Change<Subject>) throws -> Subject {
        var stored = change.after
        stored.id = .init(rawValue: try connection.insert(Subject.table.insertion(stored.cells)))
        stored.version = 1
        try record(change.event, stored, version: 1, before: [], after: stored.fields, change.reason)
        return stored
    }

    private func update<Subject: Recorded>(_ change: Change<Subject>, _ before: Subject) throws -> Subject {
        var stored = change.after
        let pairs = zip(before.fields, stored.fields).filter { $0.value != $1.value }
        guard !pairs.isEmpty else { return before }
        let touched = try connection.execute(
            Subject.table.update(pairs.map(\.1), id: before.id.rawValue, version: before.version))
        guard touched == 1 else { throw StoreProblem.stale(subject: Subject.table.name) }
        stored.version = before.version + 1
        try record(change.event, stored, version: stored.version, before: pairs.map(\.0), after: pairs.map(\.1), change.reason)
        return stored
    }

    func record(_ event: String, _ subject: some Recorded, version: Int, before: [Field], after: [Field], _ reason: String?) throws {
        if rehearses { return }
        try hold(TrailEntry(
            event: event, table: Swift.type(of: subject).table.name, row: subject.id.rawValue, version: version,
            pupil: subject.recordOf, school: subject.recordAt, receipt: receipt,
            before: FieldText.write(before), after: FieldText.write(after), reason: reason?.withoutNUL))
    }

    func hold(_ entry: TrailEntry) throws {
        if rehearses { return }
        entries.append(entry)
        if entries.count >= Writer.entriesHeld { try writeTrail() }
    }
}
