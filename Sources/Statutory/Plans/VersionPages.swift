import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Adds a version: a draft, the final plan, proposed changes, the amended plan.
let addVersion = PupilAct(
    about: ["ehc_plan", "ehc_version"], needs: .changeRegister,
    start: { reader, _, ask in [("dated_on", "\(ask.today)"), ("copies", try reader.heldPlan(ask).versions.isEmpty ? "" : "yes")] },
    form: { reader, record, ask, write in
        let held = try reader.heldPlan(ask), papers = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn }.prefix(60)
        let copies: HTML = held.versions.first.map { last in write.checkbox("copies", Choice("yes", "Begin with the words of the version before", hint: "\(last.name). Lines of section F stay joined to their provision.")) } ?? ""
        return PupilForm(
            title: "Add a version of the EHC plan", button: "Add this version",
            fields: """
                \(write.radios("kind", "What came?", PlanVersion.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\(write.day("dated_on", "Which day stands on it?"))\(copies)\
                \(write.select("paper", "Which paper is it?", [Choice("", "It is not in the record")] + papers.map { Choice("\($0.id)", $0.title) }))\
                \(write.longText("note", "Anything to remember about it?", rows: 2, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.heldPlan(ask)
        let add = AddVersion(PlanVersion.Kind(rawValue: typed["kind"]), on: try typed.dayIfAny("dated_on"), note: typed["note"], paper: try writer.chosenPaper(typed, ask))
        let saved = try writer.save(add, to: held, copying: typed.has("copies") && typed["copies"] == "yes")
        return planVersionPath(ask.pupil, saved.id).asking(["saved": "version"])
    })

/// Writes the sections other than E and F, and the outcomes of section E one to a line.
let keepSections = PupilAct(
    about: ["ehc_section", "ehc_outcome"], needs: .changeRegister,
    start: { reader, _, ask in
        let whole = try reader.newestVersion(ask).whole
        return PlanSection.written.map { (sectionField($0), whole.sections[$0] ?? "") } + [("outcomes", whole.outcomes.map { $0.byWhen.isEmpty ? $0.words : "\($0.words) | \($0.byWhen)" }.joined(separator: "\n"))]
    },
    form: { reader, record, ask, write in
        let found = try reader.newestVersion(ask)
        let boxes: [HTML] = PlanSection.written.map { section in
            let box = write.longText(sectionField(section), "Section \(section.rawValue): \(section.content)", rows: 4, aboutChild: ask.notice)
            let outcomes = write.longText("outcomes", "Section E: \(PlanSection.e.content)", hint: "One outcome to a line. By when after a bar: Reads a page alone | July 2027", rows: 6, aboutChild: ask.notice)
            return section == .d ? box + outcomes : box
        }
        return PupilForm(title: "Write the sections", lead: "\(record.pupil.fullCalledName), \(found.whole.version.name). Copy what the plan says. Section F has lines of its own.", button: "Save the sections", fields: "\(boxes)")
    },
    goingTo: { writer, record, ask, typed in
        let whole = try writer.newestVersion(ask).whole
        try writer.save(try KeepSections(Dictionary(uniqueKeysWithValues: PlanSection.written.map { ($0, typed[sectionField($0)]) }), outcomes: typed["outcomes"]), in: whole)
        return planVersionPath(ask.pupil, whole.version.id).asking(["saved": "sections"])
    })

private func sectionField(_ section: PlanSection) -> String { "section-\(section.rawValue)" }

extension PlanSection {
    /// Those that are one text each.
    static let written = allCases.filter { $0 != .e && $0 != .f }
}

extension Reader {
    /// The version that the address names, where it is the newest: older ones stay as they were.
    func newestVersion(_ ask: PupilQuestion) throws -> (held: HeldPlan, whole: WholeVersion) {
        let found = try planVersion(ask)
        guard found.held.versions.first?.id == found.whole.version.id, found.held.plan.end == nil else { throw NotFound() }
        return found
    }
}

extension Writer {
    /// Saves a version; one in force gives the plan its day.
    @discardableResult
    func save(_ add: AddVersion, to held: HeldPlan, copying: Bool) throws -> PlanVersion {
        let version = try save(add.applied(to: held.plan, beside: held.versions, today: act.today))
        if copying, let last = held.versions.first { try copy(last, into: version) }
        if version.kind.isInForce {
            // An older version that is copied later does not make the plan older.
            if held.plan.finalOn.map({ version.datedOn >= $0 }) ?? true {
                var after = held.plan
                after.finalOn = version.datedOn
                after.paper = version.paper ?? after.paper
                try save(Change("ehcPlan.changed", from: held.plan, to: after))
            }
            try settleOwedLines(of: version, on: version.datedOn - 1)
        }
        return version
    }

    /// Minutes that no line of the version in force asks for are owed no more. While it has no line at all, nobody has copied it yet.
    func settleOwedLines(of version: PlanVersion, on day: Day) throws {
        let lines = try all(SectionFLine.self, "WHERE version_id = \(version.id)")
        guard version.kind.isInForce, !lines.isEmpty, let plan = try one(version.plan, of: EHCPlan.self) else { return }
        try endOwedLines(of: plan, keeping: Set(lines.compactMap(\.owedLine)), on: day)
    }

    private func copy(_ last: PlanVersion, into version: PlanVersion) throws {
        guard let whole = try whole([last]).first else { return }
        for (section, words) in whole.sections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { try save(Change("ehcSection.written", to: SectionText(section, words, in: version.id, of: version.pupil))) }
        for outcome in whole.outcomes { try save(Change("ehcOutcome.written", to: PlanOutcome(outcome.words, by: outcome.byWhen, at: outcome.position, in: version.id, of: version.pupil))) }
        for line in whole.lines {
            var copy = line
            (copy.id, copy.version, copy.versionOf) = (.new, 1, version.id)
            try save(Change("ehcLine.added", to: copy))
        }
    }

    /// Saves what was written into the sections: what is new, what changed, and what was taken out.
    func save(_ keep: KeepSections, in whole: WholeVersion) throws {
        let version = whole.version, before = try all(SectionText.self, "WHERE version_id = \(version.id)")
        for (section, words) in keep.sections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let old = before.first { $0.section == section }
            if words.isEmpty { if let old { try withdraw(old, event: "ehcSection.removed", because: nil) }; continue }
            var text = old ?? SectionText(section, words, in: version.id, of: version.pupil)
            text.words = words
            try save(Change("ehcSection.written", from: old, to: text))
        }
        for gone in whole.outcomes.dropFirst(keep.outcomes.count) { try withdraw(gone, event: "ehcOutcome.removed", because: nil) }
        for (place, typed) in keep.outcomes.enumerated() {
            let old = place < whole.outcomes.count ? whole.outcomes[place] : nil
            var outcome = old ?? PlanOutcome(typed.words, by: typed.byWhen, at: place + 1, in: version.id, of: version.pupil)
            (outcome.words, outcome.byWhen, outcome.position) = (typed.words, typed.byWhen, place + 1)
            try save(Change("ehcOutcome.written", from: old, to: outcome))
        }
    }
}
