import AreaKit
import Basics
import Testing
@testable import People

@Suite("Faults planted in the demonstration trust")
struct DemonstrationFaultTests {
    static let rules = ["need-missing", "need-without-rank-one", "nsa-too-long", "need-ranked-twice", "none-with-needs",
        "flag-without-recognition", "year-unexpected", "two-rolls", "left-without-end", "upn-wrong", "upn-temporary",
        "no-responsible-contact", "provision-not-recorded", "roll-not-reconciled"]

    @Test("are of every kind, one to five of each, each once in the answers", arguments: [
        DemonstrationTrustTests.small.answers, DemonstrationTrustTests.standard.answers,
    ])
    func kinds(answers: [DemonstrationAnswer]) {
        #expect(Set(answers).count == answers.count)
        #expect(Set(answers.map(\.rule)) == Set(Self.rules))
        for rule in Self.rules { #expect((1...5).contains(answers.filter { $0.rule == rule }.count), "\(rule)") }
    }

    @Test("lie in different children, except that two rolls are two answers about one child")
    func apart() {
        let answers = DemonstrationTrustTests.small.answers.filter { !$0.upn.isEmpty }
        let children = Dictionary(grouping: answers, by: \.upn)
        #expect(children.values.allSatisfy { Set($0.map(\.rule)).count == 1 })
        #expect(children.values.filter { $0.count == 2 }.allSatisfy { $0[0].rule == "two-rolls" })
    }

    @Test("are named with schools and children that the files hold")
    func known() {
        let trust = DemonstrationTrustTests.small
        for answer in trust.answers {
            #expect(trust.schools.contains { $0.urn == answer.urn })
            #expect(answer.upn.isEmpty || trust.pupils.contains { $0.upn == answer.upn && $0.enrolments.contains { $0.urn == answer.urn } })
        }
    }

    @Test("are absent when none are planted, on any day of the year", arguments: [
        (2026, 11, 20), (2026, 9, 4), (2027, 1, 12), (2027, 3, 1), (2027, 7, 20), (2027, 8, 15), (2028, 2, 29),
    ])
    func clean(year: Int, month: Int, day: Int) throws {
        let today = try #require(Day(year, month, day))
        let trust = DemonstrationTrust(shape: .small, seed: 11, today: today, planted: false)
        #expect(trust.answers.isEmpty)
        for pupil in trust.pupils where pupil.enrolments.contains(where: { $0.isOpen(on: today) }) { expectInOrder(pupil, trust) }
    }

    private func expectInOrder(_ pupil: DemonstrationPupil, _ trust: DemonstrationTrust) {
        let open = pupil.enrolments.filter { $0.isOpen(on: trust.today) }, needs = pupil.openNeeds
        #expect(["N", "K", "E"].contains(pupil.provision))
        #expect(needs.isEmpty == (pupil.provision == "N"))
        #expect(needs.isEmpty || needs.map(\.rank) == Array(1...needs.count))
        #expect(Set(needs.map(\.code)).count == needs.count)
        #expect(!needs.contains { $0.code == "NSA" && (trust.today - $0.starts > 90 || pupil.provision != "K") })
        #expect(zip(pupil.provisions, pupil.provisions.dropFirst()).allSatisfy { $0.starts < $1.starts })
        #expect(pupil.provisions.allSatisfy { $0.starts <= trust.today && !$0.starts.isWeekend })
        #expect(pupil.needs.allSatisfy { $0.starts <= trust.today && $0.starts <= $0.ends ?? trust.today })
        #expect(["X", YearGroup.expected(born: pupil.birthDate, in: trust.calendar.year).rawValue].contains(pupil.year.rawValue))
        #expect(open.count == 1 || open.map(\.status) == ["M", "S"])
        #expect(UniquePupilNumber(pupil.upn).validity == .valid)
        #expect(!UniquePupilNumber(pupil.upn).isTemporary || trust.today - pupil.enrolments[0].entry < 110)
        #expect(pupil.contacts.contains { $0.hasResponsibility })
        let bases = trust.schools.filter { school in open.contains { $0.urn == school.urn } }.map(\.base)
        #expect(pupil.base == nil || bases.contains(pupil.base))
    }
}
