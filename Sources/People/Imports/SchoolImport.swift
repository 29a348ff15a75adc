import Basics
import Database
import Files

extension Writer {
    /// Takes the trust's schools from GIAS, by the trust's group UID or by their URNs.
    func importSchools(_ path: String, trustUID: String?, urns: Set<String>) throws -> ImportReport {
        let sent = try GIASReader.read(path, trustUID: trustUID, urns: urns)
        guard !sent.isEmpty else {
            throw FileRefusal("No school in this file belongs to \(trustUID.map { "trust \($0)" } ?? "these URNs"). Check the number: it is the group UID in GIAS.")
        }
        var report = ImportReport()
        for incoming in sent { report.add(try take(incoming)) }
        for urn in urns.subtracting(sent.map(\.urn)).sorted() {
            report.problems.append(IncomingProblem(row: nil, field: "urn", message: "No school with the URN \(urn) is in this file.", effect: .warning))
        }
        return report
    }

    private func take(_ incoming: IncomingSchool) throws -> ImportLine {
        let held = try school(urn: incoming.urn)
        let after = School(incoming, held)
        try save(Change(held == nil ? "school.added" : "school.changed", from: held, to: after))
        let outcome: ImportOutcome = held == nil ? .new : after == held ? .unchanged : .changed
        return ImportLine(row: incoming.row, name: incoming.name, outcome: outcome)
    }
}

extension School {
    /// A school as GIAS describes it, keeping what was decided here.
    init(_ incoming: IncomingSchool, _ held: School?) {
        let type = incoming.resourcedProvisionType?.lowercased() ?? ""
        self.init(
            id: held?.id ?? .new, version: held?.version ?? 1, urn: incoming.urn, name: incoming.name, laCode: incoming.authority.code ?? "",
            laName: incoming.authority.name ?? "", establishment: incoming.establishmentNumber ?? "", phase: incoming.phase.name ?? "",
            kind: School.kind(incoming.type), lowAge: incoming.lowAge, highAge: incoming.highAge, capacity: incoming.capacity,
            unitRecognised: type.contains("sen unit"), resourcedRecognised: type.contains("resourced"),
            rulesFrom: held?.rulesFrom, misOwns: held?.misOwns ?? Set(MISField.allCases),
            address: incoming.address, phone: incoming.phone ?? "", unitPlaces: incoming.senUnitCapacity, resourcedPlaces: incoming.resourcedProvisionCapacity)
    }

    /// By the words of the type, since its codes are from memory (domain 1.7).
    private static func kind(_ type: IncomingCodedName) -> Kind {
        let words = type.name?.lowercased() ?? ""
        if words.contains("special") { return .special }
        return words.contains("alternative") || words.contains("referral") ? .alternative : .mainstream
    }
}
