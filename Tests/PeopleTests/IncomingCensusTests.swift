import Basics
import Files
@testable import People
import Testing

struct IncomingCensusTests {
    static let file = IncomingFiles.fixture("census-spring.xml")

    @Test("The head names school, term and census day")
    func header() throws {
        var head: CensusHeader?
        _ = try CensusReader.read(Self.file, header: { head = $0 }, pupil: { _ in #expect(head != nil) })
        #expect(head?.authority == "999")
        #expect(head?.establishment == "1001")
        #expect(head?.term == "SPR")
        #expect(head?.referenceDate == Day(2027, 1, 21))
    }

    @Test("A pupil's parts are found wherever they stand")
    func pupil() throws {
        let pupil = try #require(try CensusReader.all(Self.file).pupils.first)
        #expect(pupil.upn == "F999200120002")
        #expect(pupil.formerUPNs == ["V99920012501A"])
        #expect(pupil.surname == "BOATENG")
        #expect(pupil.otherNames.preferredSurname == "Boateng")
        #expect(pupil.yearActual?.label == "Year 6")
        #expect(pupil.languages.first == "AKA")
        #expect(pupil.enrolment.entryDate == Day(2020, 9, 3))
        #expect(pupil.provisions == [IncomingProvision(code: "K")])
        #expect(pupil.needs == [IncomingNeed(rank: 1, code: "SEMH"), IncomingNeed(rank: 2, code: "SLCN")])
        #expect(pupil.flags.senUnit == false)
        #expect(pupil.flags.resourcedProvision == false)
        #expect(pupil.problems.isEmpty)
    }

    @Test("Absence by reason is added up where the totals are left out")
    func attendance() throws {
        let term = try #require(try CensusReader.all(Self.file).pupils.first?.termlyAttendance)
        #expect(term.possible == 140)
        #expect(term.reasons == ["I": 6, "C2": 20, "O": 3, "Y1": 2])
        #expect(term.authorisedAbsence == 26)
        #expect(term.unauthorisedAbsence == 3)
    }

    @Test("Needs that were not sent are nil; leavers are marked; unknown parts are counted; stray text is remarked on")
    func others() throws {
        let (pupils, summary) = try CensusReader.all(Self.file)
        #expect(pupils.map(\.forename) == ["KOFI", "Łucja", "Idris"])
        #expect(pupils[1].needs == nil)
        #expect(pupils[1].flags.senUnit == true)
        #expect(pupils.map(\.enrolment.hasLeft) == [false, false, true])
        #expect(summary.unread == ["NewModule2027": 1])
        #expect(!summary.notes.isEmpty)
    }

    @Test("Other returns are refused in words", arguments: [
        ("SEN2", "SEN2"), ("CIN", "children in need"), ("SLASC", "SLASC"), ("", "which collection"),
    ])
    func otherCollections(collection: String, words: String) throws {
        let text = "<Message><Header><CollectionDetails><Collection>\(collection)</Collection></CollectionDetails></Header></Message>"
        let refusal = try #require(throws: FileRefusal.self) { try IncomingFiles.with(text, CensusReader.all) }
        #expect(refusal.message.contains(words))
    }

    @Test("A file of another kind is refused in words", arguments: [
        ("<CTfile/>", "CTF"), ("<Other/>", "Message"), ("<Message><Pupils><PupilOnRoll/></Pupils></Message>", "no head"), ("<Message/>", "no head"),
    ])
    func wrongFiles(text: String, words: String) throws {
        let refusal = try #require(throws: FileRefusal.self) { try IncomingFiles.with(text, CensusReader.all) }
        #expect(refusal.message.contains(words))
    }

    @Test("The shared examples are read or refused", .enabled(if: IncomingFiles.hasShared))
    func sharedExamples() throws {
        let pupil = try #require(try CensusReader.all(IncomingFiles.shared("examples/school-census-spring-pupil.xml")).pupils.first)
        #expect(pupil.flags.resourcedProvision == true)
        #expect(pupil.termlyAttendance?.authorisedAbsence == 26)
        #expect(throws: FileRefusal.self) { try CensusReader.all(IncomingFiles.shared("examples/sen2-person.xml")) }
    }
}
