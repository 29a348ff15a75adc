import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// What of provision can be taken along as a file.
enum MapFile: String, CaseIterable {
    case map, sessions

    var label: String { self == .map ? "The map of this school year" : "Sessions of this year and the last" }
    /// For those who hear the link.
    var words: String { self == .map ? "the map" : "the sessions" }
}

/// As people choose them.
let mapFormats: [TableFormat] = [.xlsx, .csv, .json]

let mapFilePath = PagePath< >("/provision/file")

/// - Parameter effects: what came of provisions, from the area that judges it.
func mapFileRoute(_ effects: @escaping ProvisionEffects) -> Route { .read(mapFilePath, .exportRegister) { visit in
    guard let format = TableFormat(rawValue: visit.request.query["format"]), let what = MapFile(rawValue: visit.request.query["of"]) else { throw NotFound() }
    // Files take both: the map in sight, and leave to write records to files.
    let viewer = visit.viewer.inStaffParts.doing(.seeProvision)
    guard viewer.findsMap else { throw NotFound() }
    let school = try await visit.read { try mapSchool(MapQuestion(visit), $0.schools(for: viewer))?.id }
    let file: Answer.Body = switch what {
    case .map: try await visit.file(of: MapTable(school: school, day: visit.today, effects: effects), what.rawValue, format, viewer, school)
    case .sessions: try await visit.file(of: SessionTable(school: school, day: visit.today), what.rawValue, format, viewer, school)
    }
    return .download(file, name: "provision-\(what.rawValue)\(school.map { "-school-\($0)" } ?? "")-\(visit.today).\(format.rawValue)", type: format.mediaType)
} }
