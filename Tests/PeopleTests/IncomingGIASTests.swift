import Basics
import Files
@testable import People
import Testing

struct IncomingGIASTests {
    static let file = IncomingFiles.fixture("edubasealldata20261101.csv")

    @Test("The schools of a trust are read with their places for SEND, in the letters of Windows")
    func trust() throws {
        let schools = try GIASReader.read(Self.file, trustUID: "99001", urns: [])
        #expect(schools.map(\.urn) == ["999001", "999002"])
        let school = try #require(schools.first)
        #expect(school.name == "Ashgrove Primary – École Élan")
        #expect(school.row == 2)
        #expect(school.authority == IncomingCodedName(code: "999", name: "Nowhere"))
        #expect(school.establishmentNumber == "1001")
        #expect(school.phase.name == "Primary")
        #expect(school.opened == Day(2012, 9, 1))
        #expect(school.isOpen)
        #expect([school.lowAge, school.highAge, school.capacity, school.pupils] == [3, 11, 420, 402])
        #expect([school.resourcedProvisionCapacity, school.resourcedProvisionOnRoll, school.senUnitCapacity, school.senUnitOnRoll] == [12, 9, 8, 7])
        #expect(school.resourcedProvisionType == "Resourced provision and SEN unit")
        #expect(school.senProvided.count == 2)
        #expect((school.address, school.phone) == ("2 Any Lane, Ashton, ZZ99 1AA", "01632 960001"))
        #expect(school.trust == IncomingCodedName(code: "99001", name: "Trellis Learning Trust"))
    }

    @Test("A closed school keeps its dates, written with slashes, and a name with quotes and a comma")
    func closed() throws {
        let school = try #require(try GIASReader.read(Self.file, trustUID: nil, urns: ["999002"]).first)
        #expect(school.name == "Beacon \"Hill\" School, Ashton")
        #expect(school.closed == Day(2020, 8, 31))
        #expect(!school.isOpen)
        #expect(school.capacity == nil)
        #expect((school.address, school.phone) == ("", nil))
    }

    @Test("Schools may be named by URN, beside the trust's own")
    func byURN() throws {
        #expect(try GIASReader.read(Self.file, trustUID: "99001", urns: ["999003"]).count == 3)
    }

    @Test("Nothing found, nothing asked for and another file are told in words")
    func refusals() throws {
        #expect(throws: FileRefusal.self) { try GIASReader.read(Self.file, trustUID: "1", urns: []) }
        #expect(throws: FileRefusal.self) { try GIASReader.read(Self.file, trustUID: nil, urns: ["1"]) }
        #expect(throws: FileRefusal.self) { try GIASReader.read(Self.file, trustUID: nil, urns: []) }
        let refusal = try #require(throws: FileRefusal.self) { try GIASReader.read(IncomingFiles.fixture("sims-report.csv"), trustUID: "1", urns: []) }
        #expect(refusal.message.contains("GIAS"))
    }

    @Test("The department's fixture is read", .enabled(if: IncomingFiles.hasShared))
    func sharedSample() throws {
        let schools = try GIASReader.read(IncomingFiles.shared("samples/dfe-fixture-headers/gias.csv"), trustUID: "2000", urns: [])
        #expect(schools.first?.name == "school 1")
        #expect(schools.first?.opened == Day(1993, 5, 29))
    }
}
