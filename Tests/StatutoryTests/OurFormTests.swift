import Files
import Foundation
import Statutory
import Testing

@Suite struct OurFormTests {
    /// Words that say which field they stand for; two entries in each list.
    private static let values: WordValues = {
        var values: WordValues = [:], lists: [String: [WordValues]] = [:]
        for field in FormField.all {
            guard let list = field.list else { values[field.name] = .text("Z\(field.name)Z"); continue }
            let rest = String(field.name.dropFirst(list.count + 1))
            for entry in 0...1 { lists[list, default: [[:], [:]]][entry][rest] = .text("Z\(rest)\(entry)Z") }
        }
        return values.merging(lists.mapValues(WordValue.rows)) { $1 }
    }()

    @Test("Every field of our forms is known, and so is every field's list", arguments: OurForm.allCases)
    func known(ours: OurForm) throws {
        let form = try ours.form()
        #expect(form.faults(known: FormField.names).isEmpty && form.fields.count > 20)
        #expect(try form.filled(Self.values).unfilled.isEmpty)
        #expect(try form.filled([:]).unfilled.count == Set(form.fields).count)
    }

    @Test("No field is named twice, each has a meaning, and each list has fields")
    func fields() {
        #expect(Set(FormField.names).count == FormField.names.count)
        #expect(FormField.all.allSatisfy { !$0.meaning.isEmpty && $0.meaning.count < 120 })
        for list in FormField.lists { #expect(FormField.all.contains { $0.list == list }, "\(list)") }
    }

    @Test("The guide lists every field with its meaning")
    func guide() throws {
        let guide = try String(contentsOf: Self.root.appending(path: "docs/forms.md"), encoding: .utf8)
        for field in FormField.all { #expect(guide.contains("| `\(field.name)` | \(field.meaning) |"), "\(field.name)") }
    }

    @Test("LibreOffice opens a filled form and finds every word of it", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice"), "LibreOffice is not installed"))
    func opens() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for ours in OurForm.allCases { try Data(ours.form().filled(Self.values).bytes).write(to: folder.appending(path: ours.rawValue + ".docx")) }
        try Self.run("/usr/bin/soffice", ["-env:UserInstallation=file://\(folder.path)/office", "--headless", "--convert-to", "pdf", "--outdir", folder.path] + OurForm.allCases.map { "\(folder.path)/\($0.rawValue).docx" })
        for ours in OurForm.allCases {
            try Self.run("/usr/bin/pdftotext", ["\(folder.path)/\(ours.rawValue).pdf", "\(folder.path)/\(ours.rawValue).txt"])
            let text = try String(contentsOf: folder.appending(path: ours.rawValue + ".txt"), encoding: .utf8).filter { !$0.isWhitespace }
            #expect(!text.contains("{{") && text.contains(ours.title.filter { !$0.isWhitespace }))
            for word in try Self.wanted(ours) { #expect(text.contains(word), "\(ours.rawValue): \(word)") }
        }
    }

    /// What must be read in the PDF for each field of the form.
    private static func wanted(_ ours: OurForm) throws -> [String] {
        try ours.form().fields.flatMap { name -> [String] in
            guard let list = FormField.all.first(where: { $0.name == name })?.list else { return ["Z\(name)Z"] }
            return (0...1).map { "Z\(name.dropFirst(list.count + 1))\($0)Z" }
        }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
