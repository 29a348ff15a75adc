import AreaKit
import Basics
import Foundation
import Testing
@testable import People

@Suite("The demonstration trust")
struct DemonstrationTrustTests {
    static let today = Day(number: 20_777) // 20 November 2026
    static let small = DemonstrationTrust(shape: .small, seed: 7, today: today)
    static let standard = DemonstrationTrust(shape: .standard, seed: 7, today: today)

    @Test("has the schools and about the pupils that its shape says", arguments: [
        ("small", 3, 250...280), ("standard", 12, 6_450...6_700), ("large", 39, 14_700...15_200),
    ])
    func shapes(name: String, schools: Int, pupils: ClosedRange<Int>) throws {
        let shape = try #require(DemonstrationShape(named: name))
        #expect(shape.schools.count == schools)
        #expect(pupils.contains(shape.roll))
        #expect(Set(shape.schools.map(\.name)).count == schools)
    }

    @Test("has the standard roll, school by school, within one in fifty")
    func rolls() {
        let trust = Self.standard
        for (school, plan) in zip(trust.schools, trust.shape.schools) {
            let roll = trust.pupils.filter { $0.enrolments.contains { $0.urn == school.urn && $0.isOpen(on: trust.today) } }
            #expect(abs(roll.count - plan.roll) <= 3, "\(school.name)")
            let plans = Double(roll.filter { $0.provision == "E" }.count) / Double(roll.count) * 100
            #expect(abs(plans - plan.plans) < 1.5, "\(school.name)")
        }
    }

    @Test("is the same for the same seed and another for another one")
    func seeded() {
        let again = DemonstrationTrust(shape: .small, seed: 7, today: Self.today)
        let other = DemonstrationTrust(shape: .small, seed: 8, today: Self.today)
        #expect(again.pupils.map(\.upn) == Self.small.pupils.map(\.upn))
        #expect(again.pupils.map(\.surname) == Self.small.pupils.map(\.surname))
        #expect(other.pupils.map(\.surname) != Self.small.pupils.map(\.surname))
    }

    @Test("gives each child one number, right in its letter except where a wrong one is planted", arguments: [1, 2, 3, 4] as [UInt64])
    func numbers(seed: UInt64) {
        let trust = DemonstrationTrust(shape: .small, seed: seed, today: Self.today)
        #expect(Set(trust.pupils.map(\.upn)).count == trust.pupils.count)
        let wrong = Set(trust.pupils.map(\.upn).filter { UniquePupilNumber($0).validity != .valid })
        #expect(wrong == Set(trust.answers.filter { $0.rule == "upn-wrong" }.map(\.upn)))
        let shapeless = trust.pupils.filter { UniquePupilNumber($0.upn).validity == .wrongShape }
        #expect(shapeless.isEmpty)
    }

    @Test("uses only authorities, postcodes, telephones and mail that lead nowhere")
    func invented() {
        for pupil in Self.small.pupils {
            #expect(["998", "999"].contains(pupil.household.homeLA))
            #expect(["998", "999"].contains(pupil.upn.dropFirst().prefix(3)))
            #expect(pupil.household.postcode.hasPrefix("ZZ99 "))
            #expect(pupil.contacts.allSatisfy { $0.phone.hasPrefix("07700 900") && $0.phone.count == 12 && $0.email.hasSuffix("@example.org") })
        }
    }

    @Test("has names that programs trip over, among them one of forty letters")
    func names() {
        let names = Set(Self.standard.pupils.map(\.surname))
        for surname in DemonstrationHeritage.awkward.map(\.surname) { #expect(names.contains(surname), "\(surname)") }
        #expect(names.contains { $0.count == 40 })
    }

    @Test("has brothers, sisters and twins, and no two children with the same name and birthday")
    func families() {
        let pupils = Self.standard.pupils
        #expect(Set(pupils.map { "\($0.surname) \($0.forename) \($0.birthDate)".folded }).count == pupils.count)
        let homes = Dictionary(grouping: pupils) { "\($0.enrolments[0].urn) \($0.household.surname) \($0.household.houseNumber) \($0.household.street) \($0.household.postcode)" }
        #expect(homes.values.filter { $0.count > 1 }.count > 500)
        #expect(homes.values.contains { Set($0.map(\.birthDate)).count < $0.count })
    }

    @Test("puts every child on roll into a class, and classes hold at most thirty")
    func classes() {
        let open = Self.small.pupils.flatMap(\.enrolments).filter { $0.leaving == nil }
        #expect(open.allSatisfy { $0.className != nil })
        let sizes = Dictionary(grouping: open) { "\($0.urn) \($0.className ?? "")" }.mapValues(\.count)
        #expect(sizes.values.allSatisfy { $0 <= 30 })
        #expect(sizes.count == Self.small.classes.count)
    }

    @Test("calls its schools and trusts by names that no open school or trust in England has", .enabled(if: RealNames.arePresent))
    func inventedSchools() throws {
        let schools = try RealNames.text("establishment_directory_open_2024-06.csv"), trusts = try RealNames.text("trusts_mats.csv")
        for shape in [DemonstrationShape.standard, .small, .large] {
            #expect(!trusts.contains(shape.trustName.lowercased()))
            for school in shape.schools { #expect(!schools.contains("," + school.name.lowercased() + ","), "\(school.name)") }
        }
    }
}

/// Lists of real schools that may lie beside the checkout.
private enum RealNames {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data/gias")
    static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path) }
    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).lowercased()
    }
}
