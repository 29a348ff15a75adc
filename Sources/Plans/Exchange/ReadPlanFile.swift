import AreaKit
import Basics
import Foundation

extension PlanFile {
    /// Reads a file that somebody chose.
    /// - Throws: `Problems`, each with its place in the file, such as `plans[0].starts`.
    static func read(at path: String) throws -> PlanFile {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
        guard let size else { throw Problems("file", "This file can’t be read. Choose it again.") }
        guard size <= most.bytes else { throw Problems("file", "This file is larger than \(most.bytes >> 20) MB, and no file of plans is. Choose the file that was downloaded as “open file (JSON)”.") }
        guard let data = FileManager.default.contents(atPath: path) else { throw Problems("file", "This file can’t be read. Choose it again.") }
        do { return try PlanFile(checking: try JSON(reading: Array(data))) } catch let refusal as JSONRefusal {
            throw Problems("file", "This is not a file of plans that can be read. \(refusal.message) Choose the file that was downloaded as “open file (JSON)”.")
        }
    }

    /// - Throws: `Problems` where it is of another format or version, or not of the shape that the schema asks for.
    init(checking json: JSON) throws {
        guard case .object(let values) = json, values["format"] == .text(Self.format) else {
            throw Problems("format", "This is JSON, but no file of plans: “format” must be “\(Self.format)”. Choose the file that was downloaded as “open file (JSON)”.")
        }
        guard values["version"] == .integer(Self.version) else {
            throw Problems("version", "This file is of another version than \(Self.version), the one that is read here. Bring this Trellis up to date, or ask the sender for a file of version \(Self.version).")
        }
        try APIShape.object(planFileFields).problems(of: json).check()
        self = try PlanFileReading().file(FileFields(json))
    }
}
