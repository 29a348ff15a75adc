import Access
import Basics
import Database
import Files
import Foundation
import People

/// A report of every pupil of the trust, as one file with the school in a column.
enum BenchFile {
    static var map: ReportMap {
        var map = ReportMap(kind: .pupils, columns: [
            "upn": "UPN", "surname": "Surname", "forename": "Forename", "birth_date": "DOB", "sex": "Sex", "year": "Year",
            "class": "Class", "sen": "SEN", "need_1": "Need 1", "need_2": "Need 2", "admission_number": "Adno",
        ], headerRow: 1, dateOrder: .iso)
        map.urnColumn = "URN"
        return map
    }

    /// - Returns: how many pupils there are.
    static func writeRegister(_ reader: Reader, to path: String) throws -> Int {
        var filter = RegisterFilter(day: Demonstration.today)
        filter.status = .everybody
        let lines = try reader.register(filter, for: .operator)
        let rows = lines.enumerated().map { place, line in
            [line.urn, line.upn ?? "", line.surname, line.forename, line.birth.description, line.sex, line.year.rawValue, line.className,
             line.provision ?? "", line.need1 ?? "", line.need2 ?? "", "\(100_000 + place)"]
        }
        let text = DelimitedText.write(header: ["URN", "UPN", "Surname", "Forename", "DOB", "Sex", "Year", "Class", "SEN", "Need 1", "Need 2", "Adno"], rows: rows)
        try Data(text.utf8).write(to: URL(filePath: path))
        return rows.count
    }
}
