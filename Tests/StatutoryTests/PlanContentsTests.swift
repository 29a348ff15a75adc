import Basics
import Statutory
import Testing

@Suite("What a plan must hold")
struct PlanContentsTests {
    private static let whole = Set(PlanSection.allCases)

    @Test("Each section is asked for, a personal budget only where there is one", arguments: PlanSection.allCases)
    func sections(_ section: PlanSection) {
        let gaps = PlanContents(written: Self.whole.subtracting([section]), preparesForAdulthood: true, yearGroup: 10, isUnder18: true).gaps
        #expect(gaps.map(\.section) == (section == .j ? [] : [section]))
        #expect(gaps.allSatisfy { $0.citation == "SEND Regulations 2014, reg 12" && $0.words.hasPrefix("Section \(section.rawValue) is missing: ") })
    }

    @Test("H1 is for those under 18")
    func underEighteen() {
        #expect(PlanContents(written: Self.whole.subtracting([.h1]), preparesForAdulthood: true, yearGroup: 13, isUnder18: false).gaps.isEmpty)
    }

    @Test("From Year 9 the provision prepares for adulthood", arguments: [(8, 0), (9, 1), (13, 1)])
    func adulthood(_ line: (year: Int, gaps: Int)) {
        let gaps = PlanContents(written: Self.whole, preparesForAdulthood: false, yearGroup: line.year, isUnder18: true).gaps
        #expect(gaps.count == line.gaps && gaps.allSatisfy { $0.section == .f && $0.mark == .memory })
    }

    @Test("B, F and I may be appealed; on health and care the tribunal recommends")
    func appeals() {
        #expect(PlanSection.allCases.filter(\.isAppealable) == [.b, .f, .i])
        #expect(PlanSection.allCases.filter(\.mayBeRecommendedOn) == [.c, .d, .g, .h1, .h2])
    }

    @Test("Against a wish for mainstream only the education of others counts")
    func grounds() { #expect(ConsultationGround.allCases.filter(\.countsAgainstMainstream).map(\.rawValue) == ["OTHERS"]) }
}

@Suite("When rights pass to the young person")
struct YoungPersonTests {
    @Test("Compulsory school age ends on the last Friday in June of the school year of the 16th birthday", arguments: [
        ("2010-09-01", "2027-06-25"), ("2010-08-31", "2026-06-26"), ("2011-02-14", "2027-06-25"), ("2011-06-25", "2027-06-25"), ("2012-02-29", "2028-06-30"), ("2012-12-31", "2029-06-29"),
    ])
    func ends(_ line: (born: String, last: String)) { #expect(YoungPerson(born: day(line.born)).lastSchoolDay == day(line.last)) }

    @Test("They hold the rights from the day after until their 25th birthday", arguments: [("2027-06-25", false), ("2027-06-26", true), ("2036-02-13", true), ("2036-02-14", false)])
    func holds(_ line: (on: String, holds: Bool)) { #expect(YoungPerson(born: day("2011-02-14")).holdsRights(on: day(line.on)) == line.holds) }
}
