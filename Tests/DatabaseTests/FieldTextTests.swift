import Basics
@testable import Database
import Testing

@Suite struct FieldTextTests {
    @Test("Fields are read back as they were written", arguments: ValueTests.words)
    func words(_ words: String) throws {
        let fields = [Field(name: "name", value: .text(words)), Field(name: "upn", value: .text(""))]
        #expect(try FieldText.read(FieldText.write(fields)) == fields)
    }

    @Test("Every kind of value keeps its kind; days and moments become text")
    func kinds() throws {
        let plain: [SQLValue] = [.null, .integer(.min), .integer(0), .integer(.max), .real(0.1), .real(-1e300), .real(2), .bool(true), .bool(false), .bytes([]), .bytes([0, 255])]
        for value in plain { #expect(try FieldText.read(FieldText.write([Field(name: "a", value: value)])) == [Field(name: "a", value: value)]) }
        let day = Day(number: 0)
        #expect(FieldText.write([Field(name: "a", value: .day(day)), Field(name: "b", value: .instant(Instant(day)))]) == #"{"a":"1970-01-01","b":"1970-01-01T00:00:00.000Z"}"#)
        #expect(try FieldText.read("{}") == [])
    }

    @Test("Anything else is refused", arguments: ["", "{", "{}x", "[]", #"{"a":}"#, #"{"a":x}"#, #"{"a":"b}"#, #"{"a":"\u12"#, #"{"a":1"b":2}"#, #"{"a":{"hex":"0"}}"#])
    func refused(_ text: String) { #expect(throws: StoreProblem.self) { try FieldText.read(text) } }
}
