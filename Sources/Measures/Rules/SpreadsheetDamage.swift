import Basics

/// What spreadsheets make of scores without asking: ages become dates and times of day, numbers are cut short. Such a
/// cell is never guessed at, since nobody can say what stood there.
enum SpreadsheetDamage {
    /// What has happened to a cell, and how to mend it; nil where nothing has.
    static func reason(_ text: String, _ kind: ScoreKind) -> String? {
        if text.allSatisfy(\.isFigure) { return nil }
        if text.hasPrefix("#") { return "“\(text.prefix(20))” is what a spreadsheet shows where it lost a number. Type the score." }
        if text.wholeMatch(of: /\d{1,3}:\d{2}:\d{2}(?:\.\d+)?(?: ?[AaPp][Mm])?/) != nil { return changed(text, "a time of day", kind) }
        if text.wholeMatch(of: /\d{1,4}[-\/.]\d{1,2}[-\/.]\d{1,4}(?:[ T].*)?/) != nil { return changed(text, "a date", kind) }
        if text.wholeMatch(of: /(?:\d{1,2}[- ])?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[- ]\d{2,4}|\d{1,2}[- ](?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*/.ignoresCase()) != nil {
            return changed(text, "a date", kind)
        }
        if text.wholeMatch(of: /\d(?:\.\d+)?[eE]\+?\d+/) != nil { return "“\(text)” is a number that a spreadsheet cut short. Type the score." }
        if kind == .months, let decimal = text.wholeMatch(of: /(\d+)[.,](\d+)/) { return decimalAge(text, String(decimal.1)) }
        return nil
    }

    private static func changed(_ text: String, _ what: String, _ kind: ScoreKind) -> String {
        let example = kind == .months ? "Write years and months as 10:05, and set the column to Text in the spreadsheet before you type." : "Type the score, and set the column to Text in the spreadsheet."
        return "“\(text)” is \(what) that a spreadsheet made of something else. \(example)"
    }

    private static func decimalAge(_ text: String, _ years: String) -> String {
        if Int(years) == 0 { return "“\(text)” is part of a day: a spreadsheet made it of an age. Write years and months as 8:10." }
        return "“\(text)” could be years and months, or years and tenths of a year. Write years and months as \(years):06."
    }
}
