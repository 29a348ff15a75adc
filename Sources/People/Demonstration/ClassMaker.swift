import Basics

/// A registration class of one school in the current year.
public struct DemonstrationClass: Sendable, Equatable {
    public let urn: String
    public let name: String
    /// The curriculum year; empty where several are together.
    public let year: String
    public var teacher: DemonstrationStaff?
}

/// Children from one class who are taught one subject together.
public struct DemonstrationGroup: Sendable, Equatable {
    public let urn: String
    public let name: String
    public let subject: String
    public let teacher: String
    public let admissionNumbers: [String]
}

/// Puts the children of one school into classes.
struct ClassMaker {
    let school: DemonstrationSchool
    let calendar: DemonstrationCalendar

    /// Sets the class of every child on roll and returns the classes, youngest first.
    func place(_ pupils: inout [DemonstrationPupil]) -> [DemonstrationClass] {
        var classes: [DemonstrationClass] = []
        for (year, members) in yearGroups(pupils) {
            let forms = (members.count + size - 1) / size
            for form in 0..<forms {
                let made = DemonstrationClass(urn: school.urn, name: name(year, form), year: school.kind == .special ? "" : code(year))
                classes.append(made)
                let first = members.count * form / forms, last = members.count * (form + 1) / forms
                for member in members[first..<last] { pupils[member.pupil].enrolments[member.enrolment].className = made.name }
            }
        }
        return classes
    }

    private var size: Int { school.kind == .special ? 9 : 30 }

    /// A special school forms classes by age over the years; elsewhere both nursery years share theirs.
    private func yearGroups(_ pupils: [DemonstrationPupil]) -> [(Int, [(pupil: Int, enrolment: Int)])] {
        var groups: [Int: [(pupil: Int, enrolment: Int)]] = [:]
        for (place, pupil) in pupils.enumerated() {
            guard let enrolment = pupil.enrolments.firstIndex(where: { $0.urn == school.urn && $0.leaving == nil }) else { continue }
            groups[school.kind == .special ? 0 : max(-1, pupil.year.number ?? 0), default: []].append((place, enrolment))
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func name(_ year: Int, _ form: Int) -> String {
        switch school.kind {
        case .special: Self.birds[form % Self.birds.count]
        case .secondary: "\(year)\(String(Self.letters[form % Self.letters.count]))"
        case .primary: "\(year < 0 ? "N" : code(year)) \(Self.trees[form % Self.trees.count])"
        }
    }

    private func code(_ year: Int) -> String { year < 0 ? "N2" : year == 0 ? "R" : "\(year)" }

    private static let trees = ["Ash", "Birch", "Cedar", "Elder", "Hazel", "Rowan"]
    private static let letters = Array("ABCDEFGHJKLMNP")
    private static let birds = ["Avocet", "Bunting", "Dipper", "Finch", "Heron", "Jay", "Kingfisher", "Lark", "Merlin", "Nuthatch",
                                "Osprey", "Petrel", "Robin", "Swift", "Tern", "Wren"]

    /// Phonics in two groups in Years 1 and 2, mathematics in two from Year 5 to Year 8.
    static func groups(in classes: [DemonstrationClass], of pupils: [DemonstrationPupil]) -> [DemonstrationGroup] {
        let placed = pupils.flatMap(\.enrolments).filter { $0.className != nil }
        let members = Dictionary(grouping: placed) { ClassKey(urn: $0.urn, name: $0.className ?? "") }
        return classes.flatMap { halves(of: $0, members[ClassKey(urn: $0.urn, name: $0.name)] ?? []) }
    }

    private static func halves(of made: DemonstrationClass, _ members: [DemonstrationEnrolment]) -> [DemonstrationGroup] {
        guard let subject = subject(made.year) else { return [] }
        return [0, 1].map { half in
            let share = members.enumerated().filter { $0.offset % 2 == half }.map(\.element.admissionNumber)
            return DemonstrationGroup(urn: made.urn, name: "\(made.name) \(subject) \(half + 1)", subject: subject,
                                      teacher: made.teacher?.name ?? "", admissionNumbers: share)
        }
    }

    private struct ClassKey: Hashable {
        let urn: String
        let name: String
    }

    private static func subject(_ year: String) -> String? {
        switch Int(year) {
        case .some(1...2): "Phonics"
        case .some(5...8): "Mathematics"
        default: nil
        }
    }
}
