import Access
import Basics
import Database
import Pages
import People

/// One person that may be chosen.
struct RoleCard: Sendable {
    let value: String
    let viewer: Viewer

    /// The trust's own people, and those of one school: the one asked for, or the first.
    static func all(in school: SchoolID?, on day: Day, _ reader: Reader) throws -> [RoleCard] {
        let trust = [Role.trustLead, .dataManager, .trustee].map { RoleCard(value: $0.rawValue, viewer: Viewer(name: "", role: $0, sight: .trust, place: "the whole trust")) }
        let schools = try reader.schools(for: .operator)
        guard let school = schools.first(where: { $0.id == school }) ?? schools.first else { return trust }
        let here = try [Role.senco, .head, .governor].compactMap { try RoleCard(value: "\($0.rawValue).\(school.id)", reader) }
        let teacher = try reader.someTaughtClass(of: school.id, on: day).flatMap { try RoleCard(value: "teacher.\(school.id).\($0.id)", reader) }
        return here + (teacher.map { [$0] } ?? []) + trust
    }

    init(value: String, viewer: Viewer) {
        self.value = value
        self.viewer = viewer
    }

    /// Reads `senco.12` or `teacher.12.40` against what is there.
    init?(value: String, _ reader: Reader) throws {
        let pieces = value.split(separator: ".")
        guard let role = pieces.first.flatMap({ Role(rawValue: String($0)) }), role != .operator else { return nil }
        self.value = value
        if [.trustLead, .dataManager, .trustee].contains(role) {
            guard pieces.count == 1 else { return nil }
            viewer = Viewer(name: "", role: role, sight: .trust)
            return
        }
        guard pieces.count > 1, let id = SchoolID(pieces[1]), let school = try reader.school(id, for: .operator) else { return nil }
        if role == .teacher {
            guard pieces.count == 3, let schoolClass = ClassID(pieces[2]), let taught = try reader.one(schoolClass, of: SchoolClass.self), taught.school == id else { return nil }
            let name = try reader.teacherName(of: schoolClass)
            viewer = Viewer(name: name ?? "", role: role, sight: .classes([schoolClass], at: id), place: "\(taught.name), \(school.name)")
            return
        }
        let name = try reader.staffName(withRole: role == .senco ? "SENCO" : role.label, at: id)
        viewer = Viewer(name: name ?? "", role: role, sight: .schools([id]), place: school.name)
    }

    var html: HTML {
        let title = viewer.name.nonEmpty ?? viewer.role.label
        return """
            <li class="card"><div><h2>\(title)</h2><p>\(viewer.name.isEmpty ? "" : viewer.role.label + ", ")<span class="quiet">\(viewer.place.nonEmpty ?? "the whole trust")</span></p>\
            <p>\(viewer.role.explanation)</p></div><form method="post" action="\(chooseRolePath())">\
            <button name="role" value="\(value)">Look as \(title)</button></form></li>
            """
    }
}
