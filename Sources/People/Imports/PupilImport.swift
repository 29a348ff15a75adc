import Basics
import Database

/// Takes the pupils of one file for one school into the record, some hundred at a time, so that memory does
/// not grow with the file.
final class PupilImport {
    static let batchSize = 250

    private let writer: Writer
    private let school: School
    private let day: Day
    private let listsNeedsWhole: Bool
    private let joins: Day?
    private var seen: Set<PupilID> = []
    private var batch: [IncomingPupil] = []
    private var classes: [String: ClassID]
    private(set) var report = ImportReport()

    /// - Parameters:
    ///   - day: the day on which what the file says is true.
    ///   - joins: for a file of joiners, the day from which they are on roll.
    init(_ writer: Writer, school: School, day: Day, listsNeedsWhole: Bool, joins: Day? = nil) throws {
        self.writer = writer
        self.school = school
        self.day = day
        self.listsNeedsWhole = listsNeedsWhole
        self.joins = joins
        let held = try writer.classes(of: school.id, in: AcademicYear(containing: day))
        classes = Dictionary(held.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    func take(_ pupil: IncomingPupil) throws {
        batch.append(pupil)
        if batch.count == Self.batchSize { try flush() }
    }

    func flush() throws {
        guard !batch.isEmpty else { return }
        var table = try MatchTable(batch, school: school.id, writer)
        let ids = batch.compactMap { pupil -> PupilID? in
            if case .same(let id) = table.match(pupil) { id } else { nil }
        }
        let known = try writer.knownPupils(Array(Set(ids)))
        for pupil in batch { try take(pupil, &table, known) }
        batch.removeAll(keepingCapacity: true)
    }

    private func take(_ incoming: IncomingPupil, _ table: inout MatchTable, _ known: [PupilID: KnownPupil]) throws {
        switch table.match(incoming) {
        case .ask(let outcome, let reason):
            report.add(ImportLine(row: incoming.row, name: incoming.wholeName, outcome: outcome, reason: reason))
        case .same(let id):
            guard seen.insert(id).inserted else { return repeated(incoming) }
            guard let held = try known[id] ?? writer.knownPupils([id])[id] else { return }
            table.add(try update(incoming, held, isNew: false), admissionNumber: incoming.admissionNumber)
        case .new:
            let pupil = try writer.save(Change("pupil.added", to: Pupil(incoming)))
            table.add(pupil, admissionNumber: incoming.admissionNumber)
            seen.insert(pupil.id)
            try update(incoming, KnownPupil(pupil), isNew: true)
        }
    }

    private func repeated(_ incoming: IncomingPupil) {
        report.add(ImportLine(row: incoming.row, name: incoming.wholeName, outcome: .conflict,
                              reason: "This file speaks of the same pupil twice. The first was taken, this row was left out."))
    }

    /// - Returns: the pupil as they now are.
    @discardableResult
    private func update(_ incoming: IncomingPupil, _ known: KnownPupil, isNew: Bool) throws -> Pupil {
        let schoolClass = try incoming.className.map { try self.schoolClass(named: $0) }
        var update = PupilUpdate(
            incoming: incoming, known: known, school: school, day: day, schoolClass: schoolClass, classesHere: Set(classes.values),
            listsNeedsWhole: listsNeedsWhole, isNew: isNew, joins: joins)
        update.work()
        let saved = try writer.save(update.changes)
        let pupil = update.changes.pupils.last?.after ?? known.pupil
        if isNew || !update.changes.pupils.isEmpty || !update.changes.formerNames.isEmpty { try writer.saveSearchWords(of: pupil) }
        let outcome: ImportOutcome = isNew ? .new : !update.conflicts.isEmpty ? .conflict : saved > 0 ? .changed : .unchanged
        report.add(ImportLine(row: incoming.row, name: incoming.wholeName, pupil: isNew ? nil : known.pupil.id, outcome: outcome, differences: isNew ? update.outline : update.differences,
                              reason: update.conflicts.joined(separator: " ")))
        return pupil
    }

    private func schoolClass(named name: String) throws -> ClassID {
        if let id = classes[name] { return id }
        let year = AcademicYear(containing: day).starting
        let made = try writer.save(Change("class.added", to: SchoolClass(id: .new, school: school.id, academicYear: year, kind: .registration, name: name)))
        classes[name] = made.id
        return made.id
    }
}

extension IncomingPupil {
    var wholeName: String { [forename, surname].filter { !$0.isEmpty }.joined(separator: " ") }
}

extension Pupil {
    /// A pupil who is in no record yet, with all that a file says of them alone.
    init(_ incoming: IncomingPupil) {
        let names = incoming.otherNames
        self.init(
            id: .new, upn: incoming.upn, uln: incoming.uln, surname: incoming.surname, forename: incoming.forename,
            middleNames: names.middleNames ?? "", preferredSurname: names.preferredSurname ?? "", preferredForename: names.preferredForename ?? "",
            birth: incoming.birthDate, sex: incoming.sex ?? "", ethnicity: incoming.ethnicity ?? "",
            firstLanguage: incoming.languages.first ?? "", homeLanguage: incoming.languages.home ?? "", eal: incoming.languages.englishIsAdditional,
            homeLA: incoming.flags.homeAuthority ?? "", address: incoming.home?.oneLine ?? "",
            disabilities: incoming.disabilities?.filter { $0 != "NONE" }.joined(separator: ", ") ?? "")
    }
}
