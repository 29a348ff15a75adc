import Basics
import Files
@testable import People
import Testing

struct IncomingCTFTests {
    static let file = IncomingFiles.fixture("9991001_CTF_9992002_001.xml")

    @Test("The head is read before any pupil, and may refuse the file")
    func headFirst() throws {
        struct No: Error {}
        var pupils = 0
        #expect(throws: No.self) {
            try CTFReader.read(Self.file, header: { _ in throw No() }, pupil: { _ in pupils += 1 })
        }
        #expect(pupils == 0)
        var head: CTFHeader?
        _ = try CTFReader.read(Self.file, header: { head = $0 }, pupil: { _ in #expect(head != nil) })
        #expect(head?.version == "25")
        #expect(head?.qualifier == "full")
        #expect(head?.supplier == "TrellisTest")
        #expect(head?.source.name == "Ashgrove Primary & Nursery")
        #expect(head?.source.academicYear == "2025")
        #expect(head?.destination.establishment == "2002")
    }

    @Test("Every block of a full pupil is read")
    func fullPupil() throws {
        let pupil = try #require(try CTFReader.all(Self.file).pupils.first)
        #expect(pupil.upn == "F999200120002")
        #expect(pupil.uln == "9990000001")
        #expect(pupil.surname == "D’Souza-Smith")
        #expect(pupil.birthDate == Day(2016, 2, 29))
        #expect(pupil.sex == "F")
        #expect(pupil.formerUPNs == ["V99920012501A"])
        #expect(pupil.otherNames.preferredForename == "Zo")
        #expect(pupil.otherNames.formerForename == "Zoe")
        #expect(pupil.yearActual == YearGroup("5"))
        #expect(pupil.ethnicity == "MWAS")
        #expect(pupil.languages.first == "URD")
        #expect(pupil.languages.home == "ENG")
        #expect(pupil.enrolment.status == "M")
        #expect(pupil.flags.serviceChild == "N")
        #expect(pupil.flags.medical == true)
        #expect(pupil.disabilities == ["MOB", "HEAR"])
        #expect(pupil.freeMeals?.count == 2)
        #expect(pupil.freeMeals?.first?.country == "SCT")
        #expect(pupil.flags.lookedAfter == true)
        #expect(pupil.flags.careAuthority == "998")
        #expect(pupil.home == IncomingAddress(lines: ["Flat 2", "14 Elm Road", "Ashton"], postcode: "ZZ99 1AA"))
    }

    @Test("SEN history comes in file order, old codes and rank 0 and unknown needs kept")
    func sen() throws {
        let pupil = try #require(try CTFReader.all(Self.file).pupils.first)
        #expect(pupil.provisions?.map(\.code) == ["A", "E", "K"])
        #expect(pupil.needs?.map(\.code) == ["SLCN", "ASD", "QQQ"])
        #expect(pupil.needs?.map(\.rank) == [1, 0, 3])
        #expect(pupil.needs?.first?.ends == Day(2025, 7, 20))
        #expect(pupil.problems.contains { $0.field == "need" && $0.effect == .warning && $0.message.contains("QQQ") })
    }

    @Test("The provision in force is the latest start not after the day; of two on one day, the later row", arguments: [
        ("2011-01-01", nil), ("2012-09-01", "A"), ("2021-01-11", "K"), ("2024-06-02", "K"), ("2026-01-01", "E"),
    ] as [(String, String?)])
    func provisionOnADay(date: String, code: String?) throws {
        let pupil = try #require(try CTFReader.all(Self.file).pupils.first), day = try #require(Day(date))
        #expect(pupil.provision(on: day)?.code == code)
        var tied = pupil
        tied.provisions = [IncomingProvision(starts: day, code: "K"), IncomingProvision(starts: day, code: "N")]
        #expect(tied.provision(on: day)?.code == "N")
    }

    @Test("Contacts, attendance, results and schools are read")
    func past() throws {
        let pupil = try #require(try CTFReader.all(Self.file).pupils.first)
        let contacts = try #require(pupil.contacts)
        #expect(contacts.map(\.order) == [1, 2])
        #expect(contacts[0].parentalResponsibility == true)
        #expect(contacts[0].livesWithPupil == true)
        #expect(contacts[0].address == nil)
        #expect(contacts[0].phones == [IncomingPhone(kind: "M", number: "07700 900123"), IncomingPhone(kind: "H", number: "01632 960001")])
        #expect(contacts[0].email == "rani@example.org")
        #expect(contacts[1].parentalResponsibility == nil)
        #expect(contacts[1].relationship == "ZZZ")
        #expect(contacts[1].address?.lines == ["1 Oak Lane", "Ashton", "Noshire"])
        #expect(pupil.attendance?.first?.attended == 331)
        #expect(pupil.stageResults?.first?.key == "KS2 ENG MAT TT MTC R MT")
        #expect(pupil.stageResults?.first?.result == "NAA")
        #expect(pupil.schoolHistory?.map(\.authority) == ["XXX", "999"])
        #expect(pupil.schoolHistory?.last?.isLast == true)
        #expect(try CTFReader.all(Self.file).summary.notes.contains { $0.contains("marks of single sessions") })
    }

    @Test("What we don't know is kept as it came and counted")
    func unread() throws {
        let (pupils, summary) = try CTFReader.all(Self.file)
        #expect(pupils.first?.unread.map(\.path) == ["BasicDetails/Favourite", "NAWdetails", "Attendance/YearData/AttendSessions", "Trellised"])
        #expect(pupils.first?.unread.first?.raw.contains("Blue &amp; gold") == true)
        #expect(summary.unread == ["BasicDetails/Favourite": 1, "NAWdetails": 1, "Attendance/YearData/AttendSessions": 1, "Trellised": 1])
    }

    @Test("Pupils without surname or birth date are refused by line, the others are read")
    func refused() throws {
        let (pupils, summary) = try CTFReader.all(Self.file)
        #expect(pupils.map(\.forename) == ["Zoë", "True", "Ada"])
        #expect(summary.read == 3)
        #expect(summary.refused == 2)
        let refused = summary.problems.filter { $0.effect == .rowRefused }
        #expect(refused.map(\.field) == ["birth_date", "surname"])
        #expect(refused.map(\.row) == [87, 90])
        #expect(summary.problems.contains { $0.message.contains("01/05/2017") })
    }

    @Test("Single bad values are left out and named; a missing block is not sent")
    func badValues() throws {
        let pupils = try CTFReader.all(Self.file).pupils
        #expect(pupils[1].surname == "Null")
        #expect(pupils[1].sex == nil)
        #expect(pupils[1].upn == nil)
        #expect(pupils[1].provisions == nil)
        #expect(pupils[1].contacts == nil)
        #expect(pupils[1].flags.lookedAfter == nil)
        #expect(pupils[2].upn == "A123456789123")
        #expect(pupils[2].provisions == [])
        #expect(pupils[2].problems.map(\.field) == ["upn", "sen_start", "sen_start"])
    }

    @Test("Sex and Gender are both read; the versions 17 to 26 raise no remark, others do", arguments: [
        ("17", true), ("25", true), ("25.0", true), (" 26.0 ", true), ("16.0", false), ("27.0", false), ("", false), ("new", false),
    ])
    func versions(version: String, known: Bool) throws {
        let pupil = "<Pupil><Surname>Wu</Surname><DOB>2017-01-01</DOB><Gender>m</Gender></Pupil>"
        let (pupils, summary) = try IncomingFiles.with(CTFReader.file(version: version, pupils: pupil), CTFReader.all)
        #expect(pupils.first?.sex == "M")
        #expect(summary.notes.contains { $0.contains("17 to 26") } == !known)
    }

    @Test("Other files are refused in words", arguments: [
        ("<ATfile><Header/></ATfile>", "admissions"), ("<Message/>", "census"), ("<Other/>", "CTfile"),
        ("<CTfile><CTFpupilData><Pupil/></CTFpupilData></CTfile>", "no head"), ("<CTfile/>", "no head"),
        ("<CTfile><Header/></CTfile>", "both schools"),
    ])
    func wrongFiles(text: String, words: String) throws {
        let refusal = try #require(throws: FileRefusal.self) { try IncomingFiles.with(text, CTFReader.all) }
        #expect(refusal.message.contains(words))
    }

    @Test("A file with more pupils than a school has is refused")
    func tooMany() throws {
        let pupil = "<Pupil><Surname>Wu</Surname><DOB>2017-01-01</DOB></Pupil>"
        let refusal = try #require(throws: FileRefusal.self) {
            try IncomingFiles.with(CTFReader.file(pupils: String(repeating: pupil, count: CTFReader.pupilLimit + 1)), CTFReader.all)
        }
        #expect(refusal.message.contains("5000"))
    }

    @Test("Names of any script and shape come through unchanged", arguments: [
        "O'Hare", "O’Hare", "Ní Dhomhnaill", "Nguye\u{302}\u{303}n", "Łukasz", "Null", "True", "Li", "محمد", "Abc\u{202E}def", "李", "NaN",
        String(repeating: "Long", count: 20),
    ])
    func names(name: String) throws {
        let pupil = try #require(try CTFReader.pupil("<Surname>\(name)</Surname><DOB>2017-01-01</DOB>").pupils.first)
        #expect(Array(pupil.surname.unicodeScalars) == Array(name.unicodeScalars))
        #expect(pupil.forename == "")
    }

    @Test("The shared example is read", .enabled(if: IncomingFiles.hasShared))
    func sharedExample() throws {
        let (pupils, summary) = try CTFReader.all(IncomingFiles.shared("examples/9991001_CTF_9992002_001.xml"))
        #expect(pupils.first?.surname == "Ní Dhomhnaill-O'Hare")
        #expect(pupils.first?.needs?.map(\.code) == ["SLCN", "ASD"])
        #expect(summary.problems.isEmpty)
        #expect(summary.notes.isEmpty)
        #expect(summary.unread.isEmpty)
    }
}
