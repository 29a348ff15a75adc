import AreaKit
import Foundation

extension DemonstrationTrust {
    /// Writes all files into a folder, which is made where it is missing, and says what they are.
    ///
    /// - Throws: the system's error where the folder cannot be made or a file cannot be written.
    public func write(to folder: String) throws -> DemonstrationFiles {
        try FileManager.default.createDirectory(atPath: folder + "/maps", withIntermediateDirectories: true)
        let gias = folder + "/edubasealldata.csv", answers = folder + "/answers.json"
        try DemonstrationRegisterOfSchools(trust: self).bytes.write(to: URL(fileURLWithPath: gias))
        try answersText.write(to: URL(fileURLWithPath: answers))
        let classesStart = calendar.firstDay(of: calendar.year)
        for report in DemonstrationReport.all {
            try report.map.write(to: URL(fileURLWithPath: map(of: report, in: folder)), classesStart: classesStart)
        }
        let rolls = DemonstrationRolls(self)
        return DemonstrationFiles(
            gias: gias, trustName: shape.trustName, trustUID: shape.trustUID,
            schools: try schools.enumerated().map { try write($1, place: $0, rolls: rolls, to: folder) }, answers: answers)
    }

    private func write(_ school: DemonstrationSchool, place: Int, rolls: DemonstrationRolls, to folder: String) throws -> DemonstrationFiles.School {
        let own = folder + "/" + school.urn
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        let transfer = "\(own)/\(school.laEstab)_CTF_\(school.laEstab)_001.xml", census = own + "/census.xml"
        let members = rolls.members(of: school)
        try save(DemonstrationTransferFile(trust: self, school: school).text(members), transfer)
        try save(DemonstrationCensusFile(trust: self, school: school).text(members), census)
        let reports = try DemonstrationReport.reports(forSchoolAt: place).map { report in
            let file = "\(own)/\(report.kind).csv"
            try save(report.text(of: self, school: school, members: members), file)
            return DemonstrationFiles.Report(kind: report.kind, file: file, map: map(of: report, in: folder))
        }
        return DemonstrationFiles.School(urn: school.urn, transferFile: transfer, census: census, reports: reports)
    }

    private func save(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

    private func map(of report: DemonstrationReport, in folder: String) -> String { "\(folder)/maps/\(report.name).json" }

    private var answersText: Data {
        get throws { try answerText(answers) }
    }
}

extension DemonstrationFiles {
    /// Adds what the chapters of the story leave undone to the file of answers.
    public func add(_ planted: [PlantedGap]) throws {
        let place = URL(filePath: answers), known = try JSONDecoder().decode([PlantedGap].self, from: Data(contentsOf: place))
        try answerText((known + planted).sorted { ($0.rule, $0.urn, $0.upn) < ($1.rule, $1.urn, $1.upn) }).write(to: place)
    }
}

private func answerText(_ answers: [PlantedGap]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(answers)
}

/// Who is, or was this term, on which roll.
struct DemonstrationRolls {
    struct Member {
        let pupil: DemonstrationPupil
        let enrolment: DemonstrationEnrolment
    }

    private var members: [String: [Member]] = [:]

    init(_ trust: DemonstrationTrust) {
        for pupil in trust.pupils {
            for enrolment in pupil.enrolments { members[enrolment.urn, default: []].append(Member(pupil: pupil, enrolment: enrolment)) }
        }
    }

    func members(of school: DemonstrationSchool) -> [Member] { members[school.urn] ?? [] }
}
