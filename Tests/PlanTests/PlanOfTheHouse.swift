import Foundation
import Testing

/// The plan of the house as Package.swift draws it, and the sources as they are.
enum PlanOfTheHouse {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// One target: its name and what it declares to see.
    struct Room: Sendable, CustomTestStringConvertible {
        let name: String
        let sees: Set<String>
        var testDescription: String { name }
    }

    /// A line of a source that imports something.
    struct Import {
        let file: String
        let module: String
    }

    /// What comes with the toolchain.
    static let standard: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Testing", "Glibc", "FoundationNetworking"]

    static let package = (try? String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)) ?? ""

    static let rooms: [Room] = targets(of: /\s(?:room|\.executableTarget)\((?:name: )?"(\w+)"/)
    static let testRooms: [Room] = targets(of: /\s(?:tests|\.target)\((?:name: )?"(\w+)"/)

    /// Every Swift file under a folder, by its path from there.
    static func files(in folder: String) -> [String] { everything(in: folder).filter { $0.hasSuffix(".swift") } }

    static func everything(in folder: String) -> [String] {
        let inside = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.compactMap { $0 as? String } ?? []
        return inside.sorted().map { folder + "/" + $0 }
    }

    static func text(_ file: String) -> String { (try? String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)) ?? "" }

    static func imports(in folder: String) -> [Import] {
        files(in: folder).flatMap { file in
            text(file).matches(of: /(?m)^\s*(?:@\w+ )*(?:public |internal |private )?import (?:struct |class |enum |func |protocol )?(\w+)/)
                .map { Import(file: file, module: String($0.1)) }
        }
    }

    /// Each target's words run to the start of the next one.
    private static func targets(of start: Regex<(Substring, Substring)>) -> [Room] {
        let list = package.components(separatedBy: "targets: [").last ?? ""
        let starts = list.ranges(of: /\s(?:room|tests|\.executableTarget|\.target|\.systemLibrary)\((?:name: )?"/).map(\.lowerBound) + [list.endIndex]
        return zip(starts, starts.dropFirst()).compactMap { from, to in
            let words = list[from..<to]
            guard let match = words.prefixMatch(of: start) else { return nil }
            return Room(name: String(match.1), sees: seen(by: words[match.range.upperBound...]))
        }
    }

    private static func seen(by words: Substring) -> Set<String> {
        let dependencies = words.replacing(/(?:path|package|exclude|resources): ?(?:"[^"]*"|\[[^\]]*\])/, with: "")
        var names = Set(dependencies.matches(of: /"(\w+)"/).map { String($0.1) })
        if words.contains("foundations") { names.formUnion(foundations) }
        return names
    }

    private static let foundations: Set<String> = {
        guard let line = package.split(separator: "\n").first(where: { $0.hasPrefix("let foundations") }) else { return [] }
        return Set(line.matches(of: /"(\w+)"/).map { String($0.1) })
    }()
}
