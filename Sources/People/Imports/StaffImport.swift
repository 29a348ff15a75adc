import Basics
import Database

extension Writer {
    /// Takes a list of staff. Somebody is the same by their number in the MIS, or else by e-mail or name.
    func importStaff(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        var report = ImportReport(), held: [SchoolID: [StaffMember]] = [:], seen: Set<StaffID> = []
        let summary = try ReportReader.staff(path, map) { incoming in
            guard let school = schools.school(incoming.urn, incoming.row) else { return report.merge(.refused, 1) }
            if held[school.id] == nil { held[school.id] = try all(StaffMember.self, "WHERE school_id = \(school.id)") }
            let before = held[school.id]?.member(incoming)
            if let before, !seen.insert(before.id).inserted { return report.add(incoming.repeated) }
            let after = StaffMember(incoming, before, school.id)
            let stored = try save(Change(before == nil ? "staff.added" : "staff.changed", from: before, to: after))
            held[school.id]?.removeAll { $0.id == stored.id }
            held[school.id]?.append(stored)
            seen.insert(stored.id)
            report.add(ImportLine(row: incoming.row, name: after.name, outcome: before == nil ? .new : after == before ? .unchanged : .changed))
        }
        report.add(summary)
        return report
    }
}

extension IncomingStaff {
    fileprivate var repeated: ImportLine {
        ImportLine(row: row, name: [forename, surname].filter { !$0.isEmpty }.joined(separator: " "), outcome: .conflict,
                   reason: "This file speaks of the same member of staff twice. The first was taken, this row was left out. If they are two people, give each a number or an e-mail address of their own.")
    }
}

extension [StaffMember] {
    /// The one with this number; or else, among those without another number, the one with this name.
    fileprivate func member(_ incoming: IncomingStaff) -> StaffMember? {
        if let number = incoming.misID, let found = first(where: { $0.misID == number }) { return found }
        return first { ($0.misID == nil || incoming.misID == nil) && $0.isLike(incoming) }
    }
}

extension StaffMember {
    /// The same name, and no two addresses; or the same address and half of the name, since a whole office may share one.
    fileprivate func isLike(_ incoming: IncomingStaff) -> Bool {
        let sameSurname = surname.folded == incoming.surname.folded, sameForename = forename.folded == incoming.forename.folded
        guard let address = incoming.email?.nonEmpty, !email.isEmpty else { return sameSurname && sameForename }
        return address.folded == email.folded && (sameSurname || sameForename)
    }

    fileprivate init(_ incoming: IncomingStaff, _ held: StaffMember?, _ school: SchoolID) {
        self.init(
            id: held?.id ?? .new, version: held?.version ?? 1, school: school, misID: incoming.misID ?? held?.misID,
            title: incoming.title ?? held?.title ?? "", surname: incoming.surname, forename: incoming.forename,
            role: incoming.role ?? held?.role ?? "", email: incoming.email ?? held?.email ?? "",
            starts: incoming.starts ?? held?.starts, ends: incoming.ends ?? held?.ends)
    }
}
