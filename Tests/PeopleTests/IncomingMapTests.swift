import Basics
import Files
import Foundation
@testable import People
import Testing

struct IncomingMapTests {
    @Test("A map is read from JSON and written again the same")
    func json() throws {
        let text = """
            {"kind": "pupils", "header_row": 5, "sheet": "Export", "urn_column": "School", "date_order": "mdy",
             "name_order": "forename_first", "blank_year": "keep", "classes_start": "2026-09-01",
             "columns": {"surname": "Legal Last Name", "birth_date": "DOB"}, "values": {"sen": {"SEN Support": "K"}}}
            """
        let map = try JSONDecoder().decode(ReportMap.self, from: Data(text.utf8))
        #expect(map.headerRow == 5)
        #expect(map.urnColumn == "School")
        #expect(map.dateOrder == .mdy)
        #expect(map.nameOrder == .forenameFirst)
        #expect(map.blankYear == .keep)
        #expect(map.classesStart == Day(2026, 9, 1))
        #expect(try JSONDecoder().decode(ReportMap.self, from: JSONEncoder().encode(map)) == map)
    }

    @Test("All that is wrong with a map is said at once")
    func check() throws {
        var map = ReportMap(kind: .pupils, columns: ["sirname": "Surname"], headerRow: 0)
        map.values = ["shoe_size": ["big": "9"]]
        let problems = try #require(throws: Problems.self) { try map.check() }
        #expect(problems.list.map(\.field) == ["sirname", "shoe_size", "header_row", "surname", "birth_date"])
    }

    @Test("Each system's headings find their fields", arguments: [
        ("Learner_Code,LastName,FirstName,YearGroup,CurrentRegistrationGroupName,SEN,LAC,Date of Birth",
         ["mis_id", "surname", "forename", "year", "class", "sen", "looked_after", "birth_date"]),
        ("LEA,Estab,UPN,Surname,Forename,Middlenames,Sex,DOB,NCyearActual,EnrolStatus,FSMeligible,Language,SENProvision",
         ["upn", "surname", "forename", "middle_names", "sex", "birth_date", "year", "enrolment_status", "first_language", "sen"]),
        ("urn,upn,SURNAME,fore name,D.o.B.,SEN_unit-indicator,Pupil Premium Indicator", ["urn", "upn", "surname", "forename", "birth_date", "sen_unit", "pupil_premium"]),
    ])
    func proposals(header: String, fields: [String]) throws {
        let row = TableRow(number: 1, cells: header.components(separatedBy: ","))
        let map = try #require(ReportMap.proposed(for: [row], kind: .pupils))
        #expect(Set(map.allColumns.keys) == Set(fields))
    }

    @Test("A report that has nothing of ours gets no map")
    func nothing() {
        #expect(ReportMap.proposed(for: [TableRow(number: 1, cells: ["Fruit", "Price"])], kind: .pupils) == nil)
        #expect(ReportMap.proposed(for: [], kind: .staff) == nil)
    }

    @Test("A heading that stands twice is told apart by its number")
    func repeated() throws {
        let map = ReportMap(kind: .pupils, columns: ["surname": "Surname", "birth_date": "DOB", "need_1": "SEN type", "need_2": "SEN type#2"])
        let text = "Surname,DOB,SEN type,SEN Type\nWu,02/11/2015,MLD,PD\n"
        let pupil = try #require(try IncomingFiles.with(text) { try ReportReader.all($0, map).pupils.first })
        #expect(pupil.needs?.map(\.code) == ["MLD", "PD"])
    }

    @Test("A missing column and an empty file are told in words")
    func missing() throws {
        let map = ReportMap(kind: .pupils, columns: ["surname": "Surname", "birth_date": "Birthday"])
        let refusal = try #require(throws: FileRefusal.self) { try IncomingFiles.with("Surname,DOB\nWu,02/11/2015\n") { try ReportReader.all($0, map) } }
        #expect(refusal.message.contains("Birthday"))
        #expect(!refusal.message.contains("“Surname”"))
        #expect(throws: FileRefusal.self) { try IncomingFiles.with("\n\n") { try ReportReader.all($0, map) } }
    }

    @Test("Month-first dates are proposed only where a date says so", arguments: [("03/21/2015", DateOrder.mdy), ("03/02/2015", .dmy), ("21/03/2015", .dmy)])
    func dateOrder(date: String, order: DateOrder) throws {
        let rows = [TableRow(number: 1, cells: ["Surname", "DOB"]), TableRow(number: 2, cells: ["Wu", date])]
        #expect(ReportMap.proposed(for: rows, kind: .pupils)?.dateOrder == order)
    }

    @Test("The schema of MAP.json lists the fields of every kind, and no others")
    func schema() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/map.schema.json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        for kind in ReportKind.allCases {
            let fields = definitions["\(kind.rawValue)_field"]?["enum"] as? [String]
            #expect(fields == ReportField.fields(of: kind).map(\.key))
        }
    }
}
