import Basics
import Foundation
import Testing

@Suite struct DayCodingTests {
    @Test("a day is coded as its ISO text and read back")
    func roundTrip() throws {
        let days = [try #require(Day(2026, 11, 2)), try #require(Day(1999, 12, 31))]
        let coded = try JSONEncoder().encode(days)
        #expect(String(decoding: coded, as: UTF8.self) == #"["2026-11-02","1999-12-31"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: coded) == days)
    }

    @Test("a text that is no date is refused when decoded")
    func refused() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["31/12/1999"]"#.utf8)) }
    }
}
