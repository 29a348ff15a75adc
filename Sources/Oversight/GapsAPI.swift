import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Everything open, for programs; `?school=` takes a URN. No names.
let gapsAPI = PagePath< >("/api/v1/gaps")

func gapsAPIRoutes(_ net: SafetyNet) -> [Route] {
    [
        .read(gapsAPI, .seeSafetyNet) { visit in
            let urn = visit.request.query["school"]
            return try await visit.read { reader in
                let school = urn.isEmpty ? nil : try reader.school(urn: urn)
                if !urn.isEmpty, school.map({ visit.viewer.sees($0.id) }) != true { throw NotFound() }
                let open = try net.open(SafetyQuestion(viewer: visit.viewer, school: school?.id, day: visit.today), reader)
                visit.viewer.witness.saw(open.compactMap(\.finding.pupil))
                return .json(JSON.list(open.map { $0.finding.json(of: $0.rule) }).text)
            }
        },
    ]
}

extension Finding {
    /// `rule`, `urn`, `upn`, `since`, `message`, `next`: what is the same for every program that reads gaps.
    public func json(of rule: SafetyRule) -> JSON {
        .object([
            "rule": .text(rule.id), "urn": .text(urn), "upn": .text(upn), "since": .optional(since?.description),
            "message": .text(message), "next": .text(rule.next),
        ])
    }
}
