import Testing
@testable import Files

@Suite struct XMLTests {
    private let transfer = """
        <?xml version="1.0" encoding="UTF-8"?>
        <CTfile>
          <Header><DocumentName>Common Transfer File</DocumentName><SourceSchool><LEA>999</LEA></SourceSchool></Header>
          <CTFpupilData>
            <Pupil id="1&amp;2"><UPN>A999000120001</UPN><Surname> O&apos;Hare </Surname>
              <SENhistory><SEN><StartDate>2025-09-03</StartDate></SEN><SEN><StartDate/></SEN></SENhistory></Pupil>
            <pupil><Surname><![CDATA[Nguyễn <]]></Surname></pupil>
          </CTFpupilData>
        </CTfile>
        """

    private func records(_ bytes: some Sequence<UInt8>, _ names: Set<String> = ["Header", "Pupil"]) throws -> ([XMLElement], [[String]], XMLSummary) {
        let file = try Scratch(bytes)
        var elements: [XMLElement] = [], ancestors: [[String]] = []
        let summary = try XMLFile.read(file.path, records: names) { elements.append($0); ancestors.append($1) }
        return (elements, ancestors, summary)
    }

    @Test("Only the records asked for are built, whatever their capitals")
    func builds() throws {
        let (elements, ancestors, summary) = try records(transfer.utf8)
        #expect(elements.map(\.name) == ["Header", "Pupil", "pupil"])
        #expect(ancestors == [["CTfile"], ["CTfile", "CTFpupilData"], ["CTfile", "CTFpupilData"]])
        #expect(summary == XMLSummary(root: "CTfile", records: 3, notes: []))
        #expect(elements[0].text("sourceschool", "lea") == "999")
        #expect(elements[1].text("Surname") == "O'Hare")
        #expect(elements[1].attributes == ["id": "1&2"])
        #expect(elements[1].line == 5)
        #expect(elements[1].child("SENhistory")?.children("SEN").count == 2)
        #expect(elements[1].first("startdate")?.text == "2025-09-03")
        #expect(elements[1].text("SENhistory", "SEN", "EndDate") == nil)
        #expect(elements[2].text("Surname") == "Nguyễn <")
    }

    @Test("Every lettering that says what it is gives the same records")
    func letterings() throws {
        let expected = try records(transfer.utf8).0
        let wide = transfer.replacing("UTF-8", with: "UTF-16")
        #expect(try records([0xEF, 0xBB, 0xBF] + Array(transfer.utf8)).0 == expected)
        #expect(try records(wide.utf16Bytes()).0 == expected)
        #expect(try records(wide.utf16Bytes(bigEndian: true)).0 == expected)
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><Pupil>Jos".utf8) + [0xE9] + Array("</Pupil>".utf8)
        #expect(try records(latin).0.first?.text == "José")
    }

    @Test("Loose text is a note, not a failure")
    func looseText() throws {
        let (elements, _, summary) = try records("<r>\n<Pupil><a>1</a>\nPersonBirthDate\n<b>2</b></Pupil> stray\n</r>".utf8)
        #expect(elements.first?.text("b") == "2")
        #expect(summary.notes == ["There is loose text between elements on line 3, 4. It was passed over."])
    }

    @Test("The name of the root is known without reading on")
    func rootName() throws {
        let file = try Scratch("<?xml version='1.0'?><!-- x --><ATfile><unclosed>")
        #expect(try XMLFile.rootName(file.path) == "ATfile")
    }

    @Test("Published returns are read", .enabled(if: Samples.arePresent), arguments: [
        "samples/collect-xml/CIN_Census_2021.xml", "samples/collect-xml/CIN_Census_2026.xml", "samples/collect-xml/fake_CIN_data.xml",
    ])
    func samples(_ name: String) throws {
        let summary = try XMLFile.read(Samples.path(name), records: ["Header", "Child"]) { element, _ in
            #expect(!element.children.isEmpty)
        }
        #expect(summary.root == "Message")
        #expect(summary.records > 1)
        #expect(summary.notes == (name.contains("fake") ? [] : ["There is loose text between elements on line 23. It was passed over."]))
    }

    @Test("What the listener throws comes out unchanged")
    func listenerThrows() throws {
        struct Stop: Error {}
        let file = try Scratch(transfer)
        #expect(throws: Stop.self) { try XMLFile.read(file.path, records: ["pupil"]) { _, _ in throw Stop() } }
    }
}
