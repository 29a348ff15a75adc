import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Measures
import Pages
import People

/// As people choose them.
let dropFormats: [TableFormat] = [.xlsx, .csv, .json]

/// A data drop to take along, pupil by pupil, for those who see them all.
let dropFileRoutes: [Route] = [
    .read(dropFilePath, .exportRegister) { visit, id in
        guard let format = TableFormat(rawValue: visit.request.query["format"]) else { throw NotFound() }
        let seen = try await visit.read { try $0.drop(id, for: visit.viewer, on: visit.today) }
        guard seen.seesAll else { throw NotFound() }
        visit.viewer.witness.saw(seen.pupils.map(\.traits.pupil))
        let body = try seen.table(upns: try await visit.read { try $0.upns(of: seen.pupils.map(\.traits.pupil)) }).body(format)
        _ = try await visit.write { try $0.save(Change("drop.exported", to: ImpactExport(id: .new, school: seen.school.id, format: format.rawValue, figures: seen.pupils.count))) }
        return .download(body, name: "data-drop-\(id)-\(visit.today).\(format.rawValue)", type: format.mediaType)
    },
]

extension Reader {
    fileprivate func upns(of pupils: [PupilID]) throws -> [PupilID: String] {
        Dictionary(try rows("SELECT id, upn FROM pupil WHERE id IN \(pupils)") { try ($0.next(PupilID.self), $0.next(String?.self) ?? "") }) { $1 }
    }
}

extension SeenDrop {
    /// The columns, in their order for good.
    static let columns = ["urn", "half_term", "as_of", "test", "scale", "upn", "name", "year", "provision", "needs", "one_to_one", "pupil_premium", "looked_after", "eal",
                          "before", "now", "expected", "standing", "reason", "words", "other_measure"]

    func table(upns: [PupilID: String]) -> TextTable {
        TextTable("Data drop", columns: Self.columns, lines: pupils.map { pupil in
            let traits = pupil.traits, line = pupil.line, answer = answers[traits.pupil], flag = { $0 ? "yes" : "no" }, words = { (score: Score?) in score.map(scale.typed) ?? "" }
            return [school.urn, drop.halfTerm.key, "\(drop.asOf)", instrument.name, scale.name, upns[traits.pupil] ?? "", names[traits.pupil] ?? "", traits.year.rawValue, traits.provision,
                    traits.needs.joined(separator: " "), flag(traits.hasOneToOne), flag(traits.pupilPremium), flag(traits.lookedAfter), flag(traits.eal),
                    words(line.baseline), words(line.actual), words(line.expected.map { Score($0) }), line.standing.rawValue,
                    answer?.reason.rawValue ?? "", answer?.words ?? "", answer?.otherMeasure ?? ""]
        })
    }
}

extension TextTable {
    /// As it is sent. A spreadsheet knows by the byte-order mark that names have their accents; a workbook is a file that is
    /// removed once it is sent.
    fileprivate func body(_ format: TableFormat) throws -> Answer.Body {
        switch format {
        case .csv: return .bytes(Array(("\u{FEFF}" + csv).utf8))
        case .json: return .bytes(Array(json.utf8))
        case .xlsx:
            let path = FileManager.default.temporaryDirectory.appending(path: "data-drop-\(UUID().uuidString).xlsx").path
            do { try writeWorkbook(to: path) } catch {
                try? FileManager.default.removeItem(atPath: path)
                throw error
            }
            return .file(path: path)
        }
    }
}
