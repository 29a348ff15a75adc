import AreaKit
import Basics
import Files
import Foundation
import Testing
@testable import People

@Suite("The files of the demonstration trust")
struct DemonstrationFilesTests {
    @Test("are the same, byte for byte, for the same seed")
    func reproducible() throws {
        let first = try Folder(), second = try Folder()
        let files = try DemonstrationTrustTests.small.write(to: first.path)
        _ = try DemonstrationTrust(shape: .small, seed: 7, today: DemonstrationTrustTests.today).write(to: second.path)
        #expect(files.schools.count == 3)
        let digests = try [first.digest(), second.digest()]
        #expect(digests[0] == digests[1])
    }

    @Test("are read by the ordinary readers without a complaint")
    func readable() throws {
        let folder = try Folder(), trust = DemonstrationTrustTests.small
        let files = try trust.write(to: folder.path)
        let schools = try GIASReader.read(files.gias, trustUID: files.trustUID, urns: [])
        #expect(schools.map(\.urn) == trust.schools.map(\.urn))
        for (school, own) in zip(files.schools, trust.schools) {
            try expectTransferFile(school, own, trust)
            try expectCensus(school, own, trust)
            for report in school.reports { try expectReport(report, own, trust) }
        }
    }

    private func expectTransferFile(_ files: DemonstrationFiles.School, _ school: DemonstrationSchool, _ trust: DemonstrationTrust) throws {
        var pupils: [IncomingPupil] = []
        let summary = try CTFReader.read(files.transferFile, header: { header in
            #expect(FileOwnership.of(header, at: school.laCode, school.establishmentNumber) == .own)
        }, pupil: { pupils.append($0) })
        #expect(summary.refused == 0)
        #expect(summary.unread.isEmpty)
        let sent = trust.pupils.filter { $0.enrolments.contains { $0.urn == school.urn && $0.isTransferred } }
        let wrong = sent.filter { UniquePupilNumber($0.upn).validity != .valid }.count
        #expect(summary.problems.count == wrong, "\(summary.problems.map(\.message))")
        #expect(pupils.map(\.upn) == sent.map(\.upn))
        #expect(pupils.map { $0.needs ?? [] }.map(\.count) == sent.map(\.needs.count))
        #expect(pupils.map { $0.provision(on: trust.today)?.code ?? "" } == sent.map(\.provision))
    }

    private func expectCensus(_ files: DemonstrationFiles.School, _ school: DemonstrationSchool, _ trust: DemonstrationTrust) throws {
        var flagged = 0, read = 0
        let summary = try CensusReader.read(files.census, header: { header in
            #expect(FileOwnership.of(header, at: school.laCode, school.establishmentNumber) == .own)
        }, pupil: { pupil in
            read += 1
            if pupil.flags.senUnit == true || pupil.flags.resourcedProvision == true { flagged += 1 }
        })
        #expect(summary.refused == 0)
        let members = trust.pupils.filter { $0.enrolments.contains { $0.urn == school.urn && $0.isOpen(on: trust.calendar.censusDay) } }
        #expect(read == members.count)
        #expect(flagged == members.filter { $0.base != nil }.count)
    }

    private func expectReport(_ report: DemonstrationFiles.Report, _ school: DemonstrationSchool, _ trust: DemonstrationTrust) throws {
        let map = try JSONDecoder().decode(ReportMap.self, from: Data(contentsOf: URL(fileURLWithPath: report.map)))
        try map.check()
        #expect(map.kind.rawValue == report.kind)
        var read = 0
        switch map.kind {
        case .pupils:
            let pupils = trust.pupils.filter { $0.enrolments.contains { $0.urn == school.urn } }
            let summary = try ReportReader.pupils(report.file, map) { pupil in
                let known = pupils.first { $0.upn == pupil.upn }
                #expect(pupil.birthDate == known?.birthDate)
                #expect(pupil.yearActual == known?.year)
                #expect(pupil.className == known?.enrolments.first { $0.urn == school.urn }?.className, "\(pupil.className ?? "")")
                #expect(pupil.flags.pupilPremium == known?.pupilPremium)
                read += 1
            }
            #expect(read == pupils.count)
            #expect(summary.refused == 0)
        case .staff:
            let summary = try ReportReader.staff(report.file, map) { _ in read += 1 }
            #expect(summary.problems.isEmpty)
            #expect(read == trust.staff.filter { $0.urn == school.urn }.count)
        case .classes:
            let summary = try ReportReader.classes(report.file, map) { _ in read += 1 }
            #expect(summary.problems.isEmpty)
            #expect(read == trust.classes.filter { $0.urn == school.urn }.count)
        case .groups:
            let summary = try ReportReader.groups(report.file, map) { _ in read += 1 }
            #expect(summary.problems.isEmpty)
            #expect(read == trust.groups.filter { $0.urn == school.urn }.reduce(0) { $0 + $1.admissionNumbers.count })
        case .plans: Issue.record("The trust writes no report of plans; they are made by its own acts")
        case .timetable:
            let summary = try ReportReader.timetable(report.file, map) { _ in read += 1 }
            #expect(summary.problems.isEmpty)
            #expect(read == trust.classes.filter { $0.urn == school.urn }.count * 25)
        case .attendance:
            let summary = try ReportReader.attendance(report.file, map) { _ in read += 1 }
            #expect(summary.refused == 0 && read > 0)
        case .marks:
            let summary = try ReportReader.marks(report.file, map) { row in
                #expect(row.codes.values.allSatisfy { AttendanceCode.known($0) != nil } && row.day <= trust.today)
                read += 1
            }
            #expect(summary.problems.isEmpty && read > 0)
        case .suspensions:
            let summary = try ReportReader.suspensions(report.file, map) { _ in read += 1 }
            #expect(summary.refused == 0)
        case .behaviour:
            let summary = try ReportReader.behaviour(report.file, map) { _ in read += 1 }
            #expect(summary.refused == 0 && read > 0)
        }
    }

    @Test("hold the answers that the trust gives")
    func answers() throws {
        let folder = try Folder()
        let files = try DemonstrationTrustTests.small.write(to: folder.path)
        let read = try JSONDecoder().decode([DemonstrationAnswer].self, from: Data(contentsOf: URL(fileURLWithPath: files.answers)))
        #expect(read == DemonstrationTrustTests.small.answers)
    }

    @Test("the register of schools is in Windows-1252, as the real one is")
    func lettering() throws {
        let folder = try Folder()
        let files = try DemonstrationTrustTests.standard.write(to: folder.path)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: files.gias))
        #expect(bytes.contains(0x92))
        let school = try GIASReader.read(files.gias, trustUID: nil, urns: ["999108"]).first
        #expect(school?.name == "Larch Hill Infants’ and Juniors’ School")
    }
}

/// A folder of its own that is gone when the test is over.
private final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("demonstration-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Names and bytes of all files, folded into one number (FNV-1a).
    func digest() throws -> UInt64 {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
        return try names.reduce(into: 0xCBF2_9CE4_8422_2325) { sum, name in
            let bytes = name.hasSuffix(".xml") || name.hasSuffix(".csv") || name.hasSuffix(".json")
                ? try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) : Data()
            for byte in Data(name.utf8) + bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
    }
}
