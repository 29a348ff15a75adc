import Basics
import Files
import Foundation
import Testing

@Suite("Calendar files")
struct CalendarFileTests {
    private let now = Instant(Day(number: 20_777), hour: 10, minute: 5)

    private func text(_ title: String, _ words: String = "") -> String {
        CalendarFile(name: "Dates", entries: [CalendarFile.Entry(key: "k@trellis", day: Day(number: 20_777), title: title, words: words)]).text(writtenAt: now)
    }

    @Test("A whole day, written as RFC 5545 has it")
    func whole() {
        #expect(text("Decide; tell, A\\B\nnow", "Ä") == [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Trellis//Trellis//EN", "CALSCALE:GREGORIAN", "NAME:Dates", "X-WR-CALNAME:Dates",
            "BEGIN:VEVENT", "UID:k@trellis", "DTSTAMP:20261120T100500Z", "DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261121",
            #"SUMMARY:Decide\; tell\, A\\B\nnow"#, "DESCRIPTION:Ä", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
        ].joined(separator: "\r\n"))
    }

    @Test("Lines end before the 76th byte, never within a character", arguments: 60...80)
    func folding(_ length: Int) {
        let title = String(repeating: "a", count: length) + "ä😀é", lines = text(title).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.joined(separator: "\n").replacing("\n ", with: "").contains("SUMMARY:\(title)\n"))
    }

    @Test("No typed line end or control character makes a line of its own")
    func hostile() {
        let written = text("a\r\nBEGIN:VALARM\u{0}\u{1B}", "b\rEND:VCALENDAR")
        #expect(written.contains(#"SUMMARY:a\nBEGIN:VALARM"# + "\r\n"))
        #expect(!written.contains("\nBEGIN:VALARM") && written.components(separatedBy: "\r\nEND:VCALENDAR").count == 2)
    }
}
