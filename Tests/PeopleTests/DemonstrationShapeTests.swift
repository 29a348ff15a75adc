import Files
import Foundation
import Testing
@testable import People

/// The demonstration trusts have the shape of real ones: figures of January 2019, see Tests/Fixtures/Published.
@Suite("The shape of the demonstration trust")
struct DemonstrationShapeTests {
    struct School { let roll: Int, plans: Int, support: Int }

    static func published(_ name: String) throws -> [School] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Published")
        var schools: [School] = []
        try TableFile.read(folder.appending(path: name).path) { row in
            if let roll = Int(row[safe: 2]), let plans = Int(row[safe: 3]), let support = Int(row[safe: 4]) {
                schools.append(School(roll: roll, plans: plans, support: support))
            }
        }
        return schools
    }

    static let pairs: [(DemonstrationShape, String)] = [(.standard, "learning-in-harmony-2019.csv"), (.large, "bishop-bewick-2019.csv")]

    @Test("The rolls together, and the share on SEN support, are like the real trust's", arguments: pairs)
    func totals(shape: DemonstrationShape, file: String) throws {
        let real = try Self.published(file), roll = real.reduce(0) { $0 + $1.roll }
        #expect(abs(Double(shape.roll) / Double(roll) - 1) < 0.03)
        let support = shape.schools.reduce(0.0) { $0 + Double($1.roll) * $1.support / 100 } / Double(shape.roll)
        let realSupport = Double(real.reduce(0) { $0 + $1.support }) / Double(roll)
        #expect(abs(support - realSupport) < 0.02)
    }

    @Test("No fewer plans than in 2019: there are more today", arguments: pairs)
    func plans(shape: DemonstrationShape, file: String) throws {
        let real = try Self.published(file), roll = real.reduce(0) { $0 + $1.roll }
        let plans = shape.schools.reduce(0.0) { $0 + Double($1.roll) * $1.plans / 100 } / Double(shape.roll)
        #expect(plans >= Double(real.reduce(0) { $0 + $1.plans }) / Double(roll))
    }

    @Test("The largest and the smallest school are of the real sizes", arguments: pairs)
    func sizes(shape: DemonstrationShape, file: String) throws {
        let real = try Self.published(file).map(\.roll).sorted(), made = shape.schools.map(\.roll).sorted()
        let (largest, madeLargest) = (try #require(real.last), try #require(made.last))
        #expect(abs(Double(madeLargest) / Double(largest) - 1) < 0.1)
        #expect(made.count >= real.count)
    }
}
