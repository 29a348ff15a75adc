import Access
import Basics
import Database
import Files
import Pages

extension Store {
    /// Reads a file in: a dry run says what it would do and takes everything back; otherwise all of it is
    /// saved in one transaction, with a receipt.
    ///
    /// - Throws: `FileRefusal` where the file can't be taken at all; then nothing has been changed.
    public func importFile(_ request: ImportRequest, as viewer: Viewer, _ act: Act, dryRun: Bool) async throws -> ImportResult {
        let file = ImportedFile(kind: request.kind.word, path: request.path, name: request.name, school: request.school)
        return try await importFile(file, act, dryRun: dryRun) { try $0.take(request, viewer) }
    }

    /// The same for what another area reads: its rows are taken by that area.
    public func importFile(_ file: ImportedFile, _ act: Act, dryRun: Bool, _ take: @escaping @Sendable (Writer) throws -> ImportReport) async throws -> ImportResult {
        let digest = try fileDigest(file.path)
        let act = Act(who: act.who, account: act.account, at: act.at, way: act.way == .page || act.way == .command ? .import : act.way, origin: act.origin)
        if dryRun {
            let report = try await rehearse(act, take)
            return ImportResult(report: report, sha256: digest, receipt: nil)
        }
        return try await write(act) { writer in
            var receipt = try writer.save(Change("import.applied", to: ImportReceipt(
                id: .new, school: file.school, kind: file.kind, fileName: file.name, sha256: digest, at: act.at, who: act.who)))
            writer.importing(receipt.id)
            let report = try take(writer)
            writer.importing(nil)
            let before = receipt
            receipt.take(report)
            try writer.save(Change("import.counted", from: before, to: receipt))
            return ImportResult(report: report, sha256: digest, receipt: receipt.id)
        }
    }

    /// Takes an import back, as long as nothing later stands on it.
    public func undoImport(_ id: ReceiptID, as viewer: Viewer, _ act: Act) async throws {
        try await write(act) { writer in
            guard let receipt = try writer.one(id, of: ImportReceipt.self), receipt.school.map(viewer.sees) ?? (viewer.schools == nil) else { throw NotFound() }
            if let when = receipt.undoneAt { throw Problems("", "This import was taken back already, on \(when.inWords).") }
            try writer.partUndoneReceipts(fromSchoolsOf: id)
            let undone = try writer.undo(receipt: id, event: "import.undone", words: \.inWords)
            for pupil in try writer.all(Pupil.self, "WHERE id IN \(Array(undone.pupils))") { try writer.saveSearchWords(of: pupil) }
            var after = receipt
            after.undoneAt = act.at
            after.undoneBy = act.who
            try writer.save(Change("import.undone", from: receipt, to: after))
        }
    }
}

extension LaterWork {
    /// `SEN status began (3 pupils)`, and whether another file did it.
    fileprivate var inWords: String {
        let number = pupils > 0 ? count(pupils, "pupil") : count(times, "time")
        return "\(TrailLine.title(of: event)) (\(number)\(imported ? ", by reading another file" : ""))"
    }
}

extension Writer {
    /// Receipts are kept for good, and a receipt names its school. Where the import that brought the school is
    /// taken back, those of imports that were taken back before it lose the school; the trail still has it.
    fileprivate func partUndoneReceipts(fromSchoolsOf receipt: ReceiptID) throws {
        let past = try all(ImportReceipt.self, """
            WHERE undone_at IS NOT NULL AND school_id IN \
            (SELECT subject_id FROM trail WHERE receipt_id = \(receipt) AND subject = 'school' AND row_version = 1)
            """)
        for before in past {
            var after = before
            after.school = nil
            try save(Change("import.school_taken_back", from: before, to: after))
        }
    }

    fileprivate func take(_ request: ImportRequest, _ viewer: Viewer) throws -> ImportReport {
        switch request.kind {
        case .schools(let uid, let urns): try importSchools(request.path, trustUID: uid, urns: urns)
        case .ctf: try importCTF(request.path, named: request.name, at: try theSchool(request, viewer))
        case .census: try importCensus(request.path, at: try theSchool(request, viewer))
        case .report(let map): try importReport(request, map, viewer)
        }
    }

    private func theSchool(_ request: ImportRequest, _ viewer: Viewer) throws -> School {
        guard let id = request.school, let school = try school(id, for: viewer) else { throw FileRefusal("Say which school this file is for.") }
        return school
    }

    private func importCTF(_ path: String, named name: String, at school: School) throws -> ImportReport {
        var batch: PupilImport?
        var joins: Day?
        let summary = try CTFReader.read(path) { header in
            let day = header.writtenAt.flatMap { Day($0.prefix(10)) } ?? act.today
            switch FileOwnership.of(header, at: school.laCode, school.establishment) {
            case .refused(let reason): throw FileRefusal(reason)
            case .own: joins = nil
            case .joiners: joins = day
            }
            batch = try PupilImport(self, school: school, day: min(day, act.today), listsNeedsWhole: true, joins: joins)
        } pupil: { try batch?.take($0) }
        return try finished(batch, summary)
    }

    private func importCensus(_ path: String, at school: School) throws -> ImportReport {
        var batch: PupilImport?
        let summary = try CensusReader.read(path) { header in
            if case .refused(let reason) = FileOwnership.of(header, at: school.laCode, school.establishment) { throw FileRefusal(reason) }
            batch = try PupilImport(self, school: school, day: header.referenceDate ?? act.today, listsNeedsWhole: true)
        } pupil: { try batch?.take($0) }
        return try finished(batch, summary)
    }

    private func finished(_ batch: PupilImport?, _ summary: IncomingSummary) throws -> ImportReport {
        try batch?.flush()
        var report = batch?.report ?? ImportReport()
        report.add(summary)
        return report
    }
}
