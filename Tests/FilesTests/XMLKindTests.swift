import Foundation
import Testing
@testable import Files

@Suite("A file that is no XML")
struct XMLKindTests {
    @Test("is named for what it is, not for its letters", arguments: [
        (Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3], "PDF"), ([0x50, 0x4B, 0x03, 0x04, 0xFF], "ZIP"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Office"),
    ])
    func kinds(bytes: [UInt8], word: String) throws {
        let path = NSTemporaryDirectory() + "kind-\(UUID().uuidString).xml"
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect { try XMLFile.rootName(path) } throws: { ($0 as? FileRefusal)?.message.contains(word) == true }
    }
}
