import Testing

@Suite("The plan of the house")
struct PlanOfTheHouseTests {
    typealias Plan = PlanOfTheHouse

    @Test("Package.swift can be read")
    func plan() {
        #expect(Plan.rooms.map(\.name).contains("People") && Plan.rooms.first { $0.name == "Basics" }?.sees == [])
        #expect(Plan.rooms.first { $0.name == "People" }?.sees.isSuperset(of: ["Basics", "Database", "AreaKit"]) == true)
        #expect(Plan.testRooms.map(\.name).contains("Stage"))
    }

    @Test("A room imports only what Package.swift says it sees", arguments: Plan.rooms)
    func declared(room: Plan.Room) {
        let imports = Plan.imports(in: "Sources/\(room.name)")
        #expect(!imports.isEmpty || room.sees.isEmpty)
        for line in imports { #expect(room.sees.union(Plan.standard).contains(line.module), "\(line.file) imports \(line.module)") }
    }

    @Test("So do tests", arguments: Plan.testRooms)
    func declaredByTests(room: Plan.Room) {
        for line in Plan.imports(in: room.name == "Stage" ? "Tests/Stage" : "Tests/\(room.name)Tests") {
            #expect(room.sees.union(Plan.standard).contains(line.module), "\(line.file) imports \(line.module)")
        }
    }

    @Test("Rules are pure: values in, values out")
    func pureRules() {
        let never: Set = ["Database", "Files", "Pages", "Access", "AreaKit", "Foundation", "Hummingbird"]
        for line in Plan.rooms.flatMap({ Plan.imports(in: "Sources/\($0.name)") }) where line.file.contains("/Rules/") {
            #expect(!never.contains(line.module), "\(line.file) imports \(line.module)")
        }
    }

    static let keepers: [(library: String, rooms: Set<String>)] = [
        ("Hummingbird", ["Pages", "Trellis", "Stage"]), ("HTTPTypes", ["Pages", "Trellis", "Stage"]),
        ("GRDB", ["Database"]), ("GRDBSQLite", ["Database"]), ("CPostgres", ["Database"]),
        ("CZip", ["Files"]), ("CXLSXWriter", ["Files"]), ("CXML", ["Files"]), ("CCurl", ["Mail"]), ("ArgumentParser", ["Trellis"]),
    ]

    @Test("Each library has its keeper", arguments: keepers)
    func libraries(library: String, rooms: Set<String>) {
        for room in Plan.rooms where !rooms.contains(room.name) {
            #expect(!room.sees.contains(library))
            #expect(!Plan.imports(in: "Sources/\(room.name)").contains { $0.module == library }, "\(room.name)")
        }
    }

    @Test("Nothing sees the program")
    func program() {
        for room in Plan.rooms where room.name != "Trellis" { #expect(!room.sees.contains("Trellis"), "\(room.name)") }
    }

    @Test("No two rooms see each other, not even round corners")
    func noCircle() {
        let sees = Dictionary(uniqueKeysWithValues: Plan.rooms.map { ($0.name, $0.sees.subtracting([$0.name])) })
        for room in Plan.rooms {
            var reached: Set<String> = [], waiting = sees[room.name] ?? []
            while let next = waiting.popFirst() {
                if reached.insert(next).inserted { waiting.formUnion(sees[next] ?? []) }
            }
            #expect(!reached.contains(room.name), "\(room.name)")
        }
    }

    @Test("No type bears a room's name")
    func names() {
        let rooms = Set(Plan.rooms.map(\.name))
        for file in Plan.files(in: "Sources") {
            for match in Plan.text(file).matches(of: /(?m)^\s*(?:public |private |fileprivate |indirect |final )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/) {
                #expect(!rooms.contains(String(match.1)), "\(file)")
            }
        }
    }

    @Test("Every migration is named in its area, each by a number of its own")
    func migrations() throws {
        let scripts = Plan.everything(in: "Sources").filter { $0.hasSuffix(".sql") }
        #expect(!scripts.isEmpty)
        for script in scripts {
            let parts = script.split(separator: "/"), name = try #require(parts.last).dropLast(4)
            // A name that begins with a figure gets a line in its place.
            let registered = Plan.files(in: "Sources/\(parts[1])").contains { Plan.text($0).contains("PackageResources._\(name.dropFirst())_sql") }
            #expect(registered, "\(script)")
        }
        let numbers = scripts.compactMap { $0.split(separator: "/").last?.prefix(4) }
        #expect(Set(numbers).count == numbers.count)
    }

    @Test("Files are short")
    func size() {
        for file in Plan.files(in: "Sources") {
            let lines = Plan.text(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(lines < 350, "\(file) has \(lines) lines")
        }
    }

    @Test("Every test that docs/security.md names is there")
    func namedTests() {
        let words = Plan.text("docs/security.md"), files = Plan.everything(in: "Tests")
        let texts = files.filter { $0.hasSuffix("Tests.swift") }.map(Plan.text).joined()
        let named = Set(words.matches(of: /`(\w+Tests|test_\w+)`/).map { String($0.1) })
        #expect(named.count > 40)
        for name in named {
            let isThere = name.hasPrefix("test_") ? files.contains("Tests/Browser/\(name).py") : texts.contains("struct \(name) ")
            #expect(isThere, "\(name)")
        }
    }

    @Test("There is no drawer for odds and ends")
    func drawers() {
        let never: Set = ["Core", "Common", "Extensions", "Helpers", "Utilities", "Utils"]
        for file in Plan.files(in: "Sources") {
            #expect(never.isDisjoint(with: file.replacing(".swift", with: "").split(separator: "/").map(String.init)), "\(file)")
        }
    }
}
