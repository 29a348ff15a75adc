import Testing
@testable import Files

@Suite struct NumberTests {
    @Test("The code of a number format tells dates from numbers", arguments: [
        ("General", .number), ("0.00", .number), ("#,##0;[Red]-#,##0", .number), ("0.00E+00", .number), ("@", .number), ("\"days\" 0", .number),
        ("dd/mm/yyyy", .date), ("dd/mm/yyyy;@", .date), ("[$-809]dd mmmm yyyy", .date), ("mmm\\-yy", .date), ("mmmm", .date), ("yyyy\\-mm\\-dd", .date),
        ("h:mm", .time), ("hh:mm AM/PM", .time), ("mm:ss", .time), ("dd/mm/yyyy hh:mm", .dateAndTime), ("[h]:mm", .duration), ("[Blue]0", .number),
        ("_-* #,##0_-", .number), ("0 \\d", .number),
    ] as [(String, NumberFormat)])
    func formats(_ code: String, _ expected: NumberFormat) { #expect(NumberFormat(code: code) == expected) }

    @Test("Day numbers become days; those that no calendar has stay numbers", arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "60"), ("61", "1900-03-01"), ("45903", "2025-09-03"), ("0", "0"), ("-1", "-1"),
        ("2958465", "9999-12-31"), ("2958466", "2958466"), ("1e300", "1e300"), ("nan", "nan"), ("x", "x"), ("", ""),
    ])
    func days(_ raw: String, _ expected: String) {
        #expect(NumberText(counts1904: false).text(raw, .date) == expected)
    }

    @Test("Clock times and lengths of time", arguments: [
        ("0.5", NumberFormat.time, "12:00"), ("0.42013888888888889", .time, "10:05"), ("0.99999999", .time, "24:00"), ("10.2", .duration, "244:48"),
        ("45903.5", .dateAndTime, "2025-09-03T12:00:00"), ("45903", .dateAndTime, "2025-09-03"), ("45903.99999999", .dateAndTime, "2025-09-04"),
        ("0.000694444444444444", .duration, "00:01"), ("0.00001157407", .time, "00:00:01"), ("-1", .time, "-1"),
    ])
    func times(_ raw: String, _ format: NumberFormat, _ expected: String) {
        #expect(NumberText(counts1904: false).text(raw, format) == expected)
    }

    @Test("Columns are lettered as in a spreadsheet", arguments: [("A1", 0), ("Z9", 25), ("AA1", 26), ("AB12", 27), ("XFD1048576", 16_383)])
    func columns(_ reference: String, _ expected: Int) {
        #expect(SheetReader.column(reference) == expected)
        #expect(SheetReader.column(SheetReader.letters(expected) + "1") == expected)
    }
}
