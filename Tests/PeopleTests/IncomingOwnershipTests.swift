@testable import People
import Testing

struct IncomingOwnershipTests {
    static let elm = CTFHeader.School(authority: "999", establishment: "1001", name: "Elm")
    static let oak = CTFHeader.School(authority: "999", establishment: "2002")
    static let abroad = CTFHeader.School(authority: "XXX", establishment: "XXXX")

    @Test("A file is the source's own and brings joiners to the destination", arguments: [
        (elm, oak, FileOwnership.own), (elm, elm, .own), (oak, elm, .joiners), (abroad, elm, .joiners), (elm, abroad, .own),
    ])
    func accepted(source: CTFHeader.School, destination: CTFHeader.School, ownership: FileOwnership) {
        #expect(FileOwnership.of(CTFHeader(version: "26", source: source, destination: destination), at: "999", "1001") == ownership)
    }

    @Test("A file between two other schools is refused, and both are named")
    func refused() {
        let header = CTFHeader(version: "26", source: Self.elm, destination: Self.abroad)
        guard case .refused(let message) = FileOwnership.of(header, at: "999", "3003") else {
            Issue.record("It should be refused.")
            return
        }
        #expect(message.contains("Elm (999/1001)"))
        #expect(message.contains("XXX/XXXX"))
        #expect(message.contains("999/3003"))
    }

    @Test("A census of another school is refused", arguments: [("999", "1001", true), ("998", "1001", false), ("999", "1002", false)])
    func census(authority: String, establishment: String, isOwn: Bool) {
        let header = CensusHeader(authority: "999", establishment: "1001")
        #expect((FileOwnership.of(header, at: authority, establishment) == .own) == isOwn)
    }

    @Test("A file name that says something else than the head is remarked on", arguments: [
        ("9991001_CTF_9992002_001.xml", false), ("in/9991001_ctf_9992002_001.XML", false), ("9991001_CTF_XXXXXXX_001.xml", false),
        ("999LLLL_CTF_9992002_001.xml", false), ("holiday.xml", false), ("9991001_CTF_MMMMMMM_002.xml", false),
        ("9991009_CTF_9992002_001.xml", true), ("9991001_CTF_9982002_001.xml", true),
    ])
    func fileName(path: String, differs: Bool) {
        let header = CTFHeader(version: "26", source: Self.elm, destination: Self.oak)
        #expect((FileName.note(path, against: header) != nil) == differs)
    }
}
