import Basics
import Database

/// The staff of a school by their names as forms and pages write them; two of one name are told apart.
struct StaffNames: Sendable {
    struct Person: Sendable {
        let id: StaffID
        let name: String
        /// Whether they have not left.
        let isCurrent: Bool
    }

    private let people: [Person]
    private let byID: [StaffID: String]
    private let byName: [String: StaffID]

    init(_ people: [Person]) {
        let shared = Dictionary(grouping: people.filter(\.isCurrent), by: \.name.folded).filter { $0.value.count > 1 }
        self.people = people.map { shared[$0.name.folded] == nil || !$0.isCurrent ? $0 : Person(id: $0.id, name: "\($0.name) (\($0.id))", isCurrent: true) }
        byID = Dictionary(self.people.map { ($0.id, $0.name) }) { first, _ in first }
        byName = Dictionary(self.people.filter(\.isCurrent).map { ($0.name.folded, $0.id) }) { first, _ in first }
    }

    var current: [Person] { people.filter(\.isCurrent) }

    subscript(_ id: StaffID) -> String? { byID[id] }

    /// Who is called so, among those who have not left.
    func named(_ text: String) -> StaffID? { byName[text.folded] }
}

extension Reader {
    /// The staff of a school on a day, with those who left.
    func staffNames(at school: SchoolID, on day: Day) throws -> StaffNames {
        StaffNames(try rows("SELECT id, forename, surname, ends FROM staff WHERE school_id = \(school) ORDER BY sort_name, id") { row in
            let id: StaffID = try row.next(), name = try [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")
            return StaffNames.Person(id: id, name: name, isCurrent: try row.next(Day?.self).map { $0 >= day } ?? true)
        })
    }
}
