import Basics
import Testing

@Suite struct InstantTests {
    @Test("the clock in England agrees with the time zone database, 1996 to 2036")
    func oracle() throws {
        for row in try Oracle("clock").rows {
            let moment = try #require(Instant(row[0]), "\(row)")
            #expect(moment.dayInEngland == Day(row[1]), "\(row)")
            #expect(moment.timeInEngland == row[2], "\(row)")
            #expect(moment.description == row[0])
        }
    }

    @Test("a moment is written and read back to the millisecond")
    func roundTrip() {
        var draw = Draw()
        for _ in 0..<2000 {
            let moment = Instant(milliseconds: Int.random(in: -2_208_988_800_000...4_102_444_800_000, using: &draw))
            #expect(Instant(moment.description) == moment)
        }
    }

    @Test("what PostgreSQL writes is read", arguments: [
        ("2026-11-22 14:05:09.123456+00", "2026-11-22T14:05:09.123Z"), ("2026-11-22 14:05:09+00", "2026-11-22T14:05:09.000Z"),
        ("2026-11-22 14:05:09.5+00", "2026-11-22T14:05:09.500Z"), ("2026-11-22T14:05:09Z", "2026-11-22T14:05:09.000Z"),
    ])
    func reading(text: String, plain: String) {
        #expect(Instant(text)?.description == plain)
    }

    @Test("a text that is no moment is refused", arguments: [
        "", "2026-11-22", "2026-02-30T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z", "2026-11-22X12:00:00Z",
        "2026-11-22T1a:00:00Z", "2026-11-22T12-00-00Z", "2026-11-22T14:05:09+01", "2026-11-22T14:05:09Zebra", "2026-11-22T14:05:09.Z",
    ])
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("a moment is told in words by the clock in England")
    func words() {
        #expect(Instant("2026-07-01T23:30:00Z")?.inWords == "2 July 2026 at 00:30")
        #expect(Instant("2026-11-22T14:05:09.123Z")?.inWords == "22 November 2026 at 14:05")
    }

    @Test("later moments come after earlier ones")
    func order() throws {
        let noon = Instant(try #require(Day(2026, 3, 1)), hour: 12)
        #expect(noon < noon.adding(seconds: 1))
        #expect(noon.adding(seconds: -86_400).dayInEngland == Day(2026, 2, 28))
    }
}
