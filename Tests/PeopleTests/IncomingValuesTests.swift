import Basics
@testable import People
import Testing

struct IncomingValuesTests {
    @Test("Dates in the order that the map names", arguments: [
        (DateOrder.dmy, "02/11/2015", "2015-11-02"), (.dmy, "2/11/15", "2015-11-02"), (.dmy, "2015-11-02", "2015-11-02"), (.dmy, "02-11-2015", "2015-11-02"),
        (.dmy, "2 Nov 2015", "2015-11-02"), (.dmy, "02-Nov-15", "2015-11-02"), (.dmy, "02/11/2015 00:00", "2015-11-02"), (.dmy, "1/9/98", "1998-09-01"),
        (.mdy, "11/02/2015", "2015-11-02"), (.iso, "2015-11-02T00:00:00", "2015-11-02"), (.iso, " 2015-11-02 ", "2015-11-02"),
        (.dmy, "31/02/2015", nil), (.dmy, "11/21/2015", nil), (.iso, "02/11/2015", nil), (.dmy, "10:05", nil), (.dmy, "42310", nil), (.dmy, "", nil), (.dmy, "2+", nil), (.dmy, "3/4", nil),
    ] as [(DateOrder, String, String?)])
    func dates(order: DateOrder, text: String, day: String?) {
        #expect(order.day(text)?.description == day)
    }

    @Test("SEN status in the words of reports", arguments: [
        ("K", "K"), ("sen support", "K"), ("SEN Support (K)", "K"), ("EHC Plan", "E"), ("Education, Health and Care Plan", "E"), ("EHCP", "E"), ("No SEN", "N"),
        ("No Special Educational Need", "N"), ("School Action", "A"), ("School Action Plus", "P"), ("Statement", "S"), ("E - Education, Health and Care Plan", "E"),
        ("Monitoring", nil), ("Key worker", nil),
    ] as [(String, String?)])
    func statuses(text: String, code: String?) {
        #expect(SENWords.provision(text) == code)
    }

    @Test("Every need type is found by its code, its official words and ours")
    func needs() {
        for need in NeedType.all {
            for words in [need.code, need.code.lowercased(), need.officialLabel, need.label, "\(need.code) - \(need.officialLabel)", "\(need.officialLabel) (\(need.code))"] {
                #expect(SENWords.need(words) == need.code)
            }
        }
        #expect(SENWords.need("Visual Impairment") == "VI")
        #expect(SENWords.need("Dyslexia") == nil)
    }

    @Test("Class names out of what systems write", arguments: [
        ("6 Rowan", "6 Rowan"), (" 4 b ", "4B"), ("4b", "4B"), ("Year 6: 6 Rauf And Year 6", "6 Rauf"), ("N Butterworth, N Butterworth: Monday Am", "N Butterworth"),
        ("5 Ash And Year 5", "5 Ash"), ("N Oak: Monday Am", "N Oak"), ("Ash And Oak", "Ash And Oak"), ("Jones, Mrs", "Jones, Mrs"), ("Year 6", "Year 6"), ("MAR1", "MAR1"),
        ("Year 5, 5 Ash", "5 Ash"), ("", nil),
    ] as [(String, String?)])
    func classNames(text: String, name: String?) {
        #expect(ClassName.read(text) == name)
    }

    @Test("What a spreadsheet makes of class names", arguments: [("01-Mar", true), ("2026-03-01", true), ("03/04/2026", true), ("MAR1", false), ("3/4", false), ("6 Rowan", false)])
    func damagedClassNames(text: String, isDamaged: Bool) {
        #expect(ClassName.looksLikeDate(text) == isDamaged)
    }

    @Test("Numbers that a spreadsheet has rounded", arguments: [
        ("5.00E+06", true), ("9.99E+12", true), ("1e+5", true), ("1E5", false), ("F999200120002", false), ("000412", false), ("E+1", false), ("", false),
    ])
    func exponents(text: String, isRounded: Bool) {
        #expect(IncomingValues.isExponent(text) == isRounded)
    }

    @Test("Yes and no in every dress; anything else is left out with a word", arguments: [
        ("true", true), ("1", true), ("Y", true), ("yes", true), ("False", false), ("0", false), ("N", false), ("maybe", nil), ("", nil),
    ] as [(String, Bool?)])
    func flags(text: String, value: Bool?) {
        var values = IncomingValues(row: 3)
        #expect(values.flag(text, "sen_unit") == value)
        #expect(values.problems.isEmpty == (value != nil || text.isEmpty))
    }

    @Test("A date far outside a life is left out")
    func farDates() {
        var values = IncomingValues(row: 3)
        #expect(values.day("9999-12-31", "leaving_date") == nil)
        #expect(values.day("0016-02-29", "birth_date") == nil)
        #expect(values.problems.map(\.row) == [3, 3])
    }

    @Test("Problems beyond the limit are counted, not kept")
    func manyProblems() {
        var summary = IncomingSummary()
        for row in 1...(IncomingSummary.problemLimit + 7) { summary.add(IncomingProblem(row: row, field: "", message: "x", effect: .rowRefused)) }
        #expect(summary.problems.count == IncomingSummary.problemLimit)
        #expect(summary.problemsNotListed == 7)
        #expect(summary.refused == IncomingSummary.problemLimit + 7)
    }
}
