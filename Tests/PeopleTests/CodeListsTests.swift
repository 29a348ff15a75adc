import Basics
@testable import People
import Testing

struct CodeListsTests {
    @Test("Old provision counts in today's census as SEN support or a plan", arguments: [
        ("N", "N"), ("K", "K"), ("E", "E"), ("A", "K"), ("P", "K"), ("Q", "K"), ("S", "E"), ("Z", nil), ("", nil),
    ] as [(String, String?)])
    func censusProvision(code: String, counts: String?) {
        #expect(CodeList.censusProvision(code) == counts)
        #expect(counts == nil || CodeList.provision.contains(code))
    }

    @Test("A code that we don't know is shown as it is")
    func unknown() {
        #expect(CodeList.provision.label("Z") == "Z")
        #expect(CodeList.leavingReasons.label("PM") == "PM")
        #expect(CodeList.relationships.label("PAM") == "Mother")
        #expect(NeedType.label("ADHD") == "ADHD")
    }

    @Test("Autism is the word on pages, ASD the code in files")
    func autism() {
        #expect(NeedType.label("ASD") == "Autism")
        #expect(NeedType.named("ASD")?.officialLabel == "Autistic spectrum disorder")
    }

    @Test("Each area holds the need types that the Code of Practice gives it", arguments: [
        ("C&I", ["SLCN", "ASD"]), ("C&L", ["SPLD", "MLD", "SLD", "PMLD"]), ("SEMH", ["SEMH"]), ("S&P", ["HI", "VI", "MSI", "PD"]),
    ])
    func areas(key: String, codes: [String]) {
        #expect(NeedType.all.filter { $0.area?.key == key }.map(\.code) == codes)
    }

    @Test("Fourteen need types are in use today, and BESD is history")
    func inUse() throws {
        let today = try #require(Day(2026, 11, 22)), then = try #require(Day(2010, 1, 1))
        #expect(NeedType.all.filter { $0.isInCensus(on: today) }.count == 14)
        #expect(NeedType.named("BESD")?.isInCensus(on: then) == true)
        #expect(NeedType.named("DS")?.isInCensus(on: then) == false)
        #expect(CodeList.provision.inUse(on: today).map(\.code) == ["N", "K", "E"])
        #expect(CodeList.provision.inUse(on: then).map(\.code) == ["N", "A", "P", "Q", "S"])
    }
}
