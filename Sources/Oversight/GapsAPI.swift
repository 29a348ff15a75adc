import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Everything open, for programs. No names.
func gapsAPI(_ net: SafetyNet) -> [APIRoute] {
    [
        .list(PagePath< >("/api/v1/gaps"), .seeSafetyNet, name: "listGaps", "What the safety net finds and nobody has answered", query: [
            .ofSchool, .maybe("rule", .code(net.rules.map(\.id)), "Only what this rule finds."),
        ], item: gapFields) { asked in
            try await asked.read { reader in
                let question = SafetyQuestion(viewer: asked.viewer, school: try reader.school(asked: asked.query, for: asked.viewer), day: asked.today)
                let part = try asked.part(of: net.places(question, rule: asked.query.text("rule"), reader), marks: 4, \.mark)
                asked.viewer.witness.saw(part.items.compactMap(\.finding.pupil))
                return part.json { $0.finding.json(of: $0.rule) }
            }
        },
    ]
}

private let gapFields: [APIField] = [
    APIField("rule", .anyText, "The rule that found it."), APIField("urn", .urn, "The school's URN."), APIField("upn", .anyText, "The pupil's number; empty where it has none, or for a school."),
    APIField("since", .orNull(.day), "Since when it is so, where the record tells."), APIField("message", .anyText, "What is found, without a name."), APIField("next", .anyText, "What to do about it."),
]

/// A finding with its place in the list of all: by rule, school and pupil, and by number among those alike.
private struct GapPlace {
    let rule: SafetyRule
    let finding: Finding
    let mark: [Int]
}

extension SafetyNet {
    fileprivate func places(_ question: SafetyQuestion, rule: String, _ reader: Reader) throws -> [GapPlace] {
        var alike: [[Int]: Int] = [:]
        let places = try look(question, rule: rule, reader).flatMap { found in
            let order = rules.firstIndex { $0.id == found.rule.id } ?? 0
            return (found.open + found.older).map { finding in
                let key = [order, finding.school.rawValue, finding.pupil?.rawValue ?? 0]
                alike[key, default: 0] += 1
                return GapPlace(rule: found.rule, finding: finding, mark: key + [alike[key, default: 0]])
            }
        }
        return places.sorted { $0.mark.lexicographicallyPrecedes($1.mark) }
    }
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
