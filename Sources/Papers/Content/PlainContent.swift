import Basics
import Files
import Foundation

/// Plain text and CSV: UTF-8 throughout, no control characters, and not the text of a page, a picture or a program.
enum PlainContent {
    static func kind(_ bytes: UnsafeRawBufferPointer) throws -> PaperKind {
        let start = Array(bytes.prefix(4096))
        if isMarkup(start) { throw PaperContent.refusal("This is a web page or XML, so it is not taken. Print it to PDF, and choose that.") }
        guard isPlain(bytes) else {
            throw PaperContent.refusal("This kind of file is not taken. Trellis takes \(PaperKind.accepted). Text must be saved as UTF-8.")
        }
        return isTable(start) ? .csv : .text
    }

    private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var check = UTF8Check()
        for from in stride(from: 0, to: bytes.count, by: 1 << 16) {
            let piece = Array(bytes[from..<min(from + 1 << 16, bytes.count)])
            check.read(piece)
            if check.faults > 0 || piece.contains(where: isControl) { return false }
        }
        check.finish()
        return check.faults == 0
    }

    /// Tabs, line ends and page ends may stand in a text.
    private static func isControl(_ byte: UInt8) -> Bool { byte < 32 && !(9...13).contains(byte) || byte == 127 }

    /// Also a PDF or a script behind a line of text, which other programs would take for what it is not.
    private static func isMarkup(_ start: [UInt8]) -> Bool {
        let text = String(decoding: start, as: UTF8.self), head = String(text.trimmed.prefix(20)).lowercased()
        if head.hasPrefix("#!") || head.hasPrefix("%!") || text.contains("%PDF-") { return true }
        guard head.hasPrefix("<") else { return ["<html", "<svg", "<script"].contains { text.lowercased().contains($0) } }
        return head.dropFirst().first.map { $0.isLetter || $0 == "!" || $0 == "?" } ?? false
    }

    /// The first lines have the same number of commas, semicolons or tabs, and at least one.
    private static func isTable(_ start: [UInt8]) -> Bool {
        let lines = start.split { $0 == 10 || $0 == 13 }.prefix(10)
        let whole = lines.count > 1 && start.count == 4096 ? lines.dropLast() : lines
        return whole.count > 1 && [",", ";", "\t"].contains { (mark: Character) in
            let counts = Set(whole.map { line in line.count { $0 == mark.asciiValue } })
            return counts.count == 1 && counts != [0]
        }
    }
}
