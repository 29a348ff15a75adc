import Basics
import Database

extension Writer {
    /// Takes a list of staff. Somebody is the same by their number in the MIS, or else by e-mail or name.
    func importStaff(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        var report = ImportReport(), held: [SchoolID: [StaffMember]] = [:]
        let summary = try ReportReader.staff(path, map) { incoming in
            guard let school = schools.school(incoming.urn, incoming.row) else { return report.merge(.refused, 1) }
            if held[school.id] == nil { held[school.id] = try all(StaffMember.self, "WHERE school_id = \(school.id)") }
            let before = held[school.id]?.first { $0.isSamePerson(as: incoming) }
            let after = StaffMember(incoming, before, school.id)
            let stored = try save(Change(before == nil ? "staff.added" : "staff.changed", from: before, to: after))
            held[school.id]?.removeAll { $0.id == stored.id }
            held[school.id]?.append(stored)
            report.add(ImportLine(row: incoming.row, name: after.name, outcome: before == nil ? .new : after == before ? .unchanged : .changed))
        }
        report.add(summary)
        return report
    }
}

extension StaffMember {
    fileprivate func isSamePerson(as incoming: IncomingStaff) -> Bool {
        if let number = incoming.misID, let misID { return number == misID }
        if let address = incoming.email?.nonEmpty, !email.isEmpty { return address.folded == email.folded }
        return surname.folded == incoming.surname.folded && forename.folded == incoming.forename.folded
    }

    fileprivate init(_ incoming: IncomingStaff, _ held: StaffMember?, _ school: SchoolID) {
        self.init(
            id: held?.id ?? .new, version: held?.version ?? 1, school: school, misID: incoming.misID ?? held?.misID,
            title: incoming.title ?? held?.title ?? "", surname: incoming.surname, forename: incoming.forename,
            role: incoming.role ?? held?.role ?? "", email: incoming.email ?? held?.email ?? "",
            starts: incoming.starts ?? held?.starts, ends: incoming.ends ?? held?.ends)
    }
}
