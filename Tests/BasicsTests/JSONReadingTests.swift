import Basics
import Testing

struct JSONReadingTests {
    static let taken: [(String, JSON)] = [
        ("null", .null), (" true\n", .bool(true)), ("-0", .integer(0)), ("12", .integer(12)), ("1.0", .integer(1)), ("1e2", .integer(100)),
        ("1.5", .real(1.5)), ("9223372036854775807", .integer(.max)), ("9223372036854775808", .real(0x1p63)),
        (#""a\"\\\/\b\f\n\r\t""#, .text("a\"\\/\u{8}\u{c}\n\r\t")), (#""\u00e9\ud83d\ude00\u0000""#, .text("é😀\0")), ("\"é\"", .text("é")),
        ("[]", .list([])), ("[1,[2]]", .list([.integer(1), .list([.integer(2)])])), (#"{"a":{},"b":[]}"#, .object(["a": .object([:]), "b": .list([])])),
    ]

    @Test("What is JSON is taken", arguments: taken)
    func takes(text: String, value: JSON) throws { #expect(try JSON(reading: Array(text.utf8)) == value) }

    @Test("What is not is refused, with where", arguments: [
        "", " ", "nul", "tru", "+1", "01", "1.", ".5", "1e", "-", "1 2", "[1,]", "[1", "[1 2]", "{", "{}}", #"{"a"}"#, #"{"a":1,}"#, "{a:1}", "{'a':1}",
        #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "\"a", "\"\u{1}\"", #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "1e999",
        "NaN", "Infinity", "// 1\n1", "\u{FEFF}1", "1\0", String(repeating: "[", count: 100_000),
    ])
    func refuses(text: String) { #expect(throws: JSONRefusal.self) { try JSON(reading: Array(text.utf8)) } }

    @Test("Bytes that are not UTF-8 are refused")
    func encoding() { for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] { #expect(throws: JSONRefusal.self) { try JSON(reading: bytes) } } }

    @Test("What we write we read again", arguments: [
        JSON.object(["a": .list([.null, .bool(false), .integer(-3), .real(2.25), .text("“\u{1F}\\\" é😀")]), "": .object([:])]), .text("\u{2028}\0"), .integer(.min),
    ])
    func roundTrip(value: JSON) throws { #expect(try JSON(reading: Array(value.text.utf8)) == value) }

    @Test("A name is looked for by its bytes")
    func names() { if case .object(let values) = JSON.object(["K": .integer(1)]) { #expect(values["K"] == .integer(1) && values["\u{212A}"] == nil) } }
}
