import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Plans
import Provision

/// One version of a plan by its sections; section F line by line, with what was given.
let versionRoutes: [Route] = [
    .read(planVersionPath, .seeRecord) { visit, pupil, row in try await visit.read { try VersionPage(visit, $0, pupil, row).answer() } },
    .read(comparePlanVersionsPath, .seeRecord) { visit, pupil, row in try await visit.read { try comparePage(visit, $0, pupil, row) } },
]

private struct VersionPage {
    let visit: Visit, pupil: Pupil, held: HeldPlan, whole: WholeVersion
    let gaps: [PlanContents.Gap]
    let lines: SectionFMinutes
    /// Whether this is the version that one works on, and who may.
    let writes: Bool, counts: Bool

    init(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ row: RowID) throws {
        let record = try reader.pupilRecord(id, for: visit.viewer, on: visit.today), found = try reader.planVersion(row, of: id, for: visit.viewer, on: visit.today)
        let powers = try reader.powers(of: visit.person, over: id, on: visit.today), isNewest = found.held.versions.first?.id == row && found.held.plan.end == nil
        (self.visit, pupil, held, whole) = (visit, record.pupil, found.held, found.whole)
        gaps = whole.gaps(yearGroup: record.roll(on: visit.today)?.year?.number, isUnder18: pupil.birth.age(on: visit.today) < 18)
        lines = try reader.sectionFMinutes(whole.lines, of: id, for: visit.person, on: visit.today)
        (writes, counts) = (isNewest && powers.contains(.changeRegister), found.held.inForce?.id == row && found.held.plan.end == nil && powers.contains(.workOnProvision))
    }

    private var version: PlanVersion { whole.version }

    func answer() -> Answer {
        let before = held.versions.first { $0.datedOn < version.datedOn || ($0.datedOn == version.datedOn && $0.id < version.id) }
        let compare = before == nil ? [] : [linkButton("See what changed", comparePlanVersionsPath(pupil.id, version.id), aside: true)]
        let write = writes ? [linkButton("Write the sections", keepSectionsPath(pupil.id, version.id))] : []
        return visit.page("\(version.kind.label) of \(pupil.name)", at: "ehc", """
            \(crumbs(("EHC plans", ehcPlansPath()), (pupil.name, pupilPath(pupil.id)), ("EHC plan", ehcPlanPath(pupil.id))))\(planSaved(visit))\
            \(pageTitle(version.name, lead: "\(pupil.fullCalledName)", actions: write + compare + [printButton("Print this version")]))\(note)\(gapsCard)\(PlanSection.allCases.map(sectionCard))
            """)
    }

    private var note: HTML { version.note.isEmpty ? "" : "<p>“\(version.note)”</p>" }

    private var gapsCard: HTML {
        if gaps.isEmpty { return "" }
        let items: [HTML] = gaps.map { "<li>\($0.words) <span class=\"quiet\">\($0.citation)\($0.mark == .memory ? ", check locally" : "")</span></li>" }
        return card("What is not written here yet", id: "gaps", "<p class=\"hint\">A plan may say that there is nothing in a section. It may not leave one out.</p><ul>\(items)</ul>")
    }

    private func sectionCard(_ section: PlanSection) -> HTML {
        let text = whole.sections[section] ?? "", words: HTML = text.isEmpty ? "" : "\(paragraphs(text))"
        let content: HTML = switch section {
        case .e: outcomes
        case .f: sectionF
        default: text.isEmpty ? "<p class=\"quiet\">Nothing is written here.</p>" : words
        }
        return card("\(section.rawValue). \(section.content)", id: section.rawValue.lowercased(), content)
    }

    private var outcomes: HTML {
        if whole.outcomes.isEmpty { return "<p class=\"quiet\">No outcome is written here.</p>" }
        return "<ol>\(whole.outcomes.map { outcome -> HTML in "<li>\(outcome.words)\(outcome.byWhen.isEmpty ? "" : " <span class=\"quiet\">\(outcome.byWhen)</span>")</li>" })</ol>"
    }

    private var sectionF: HTML {
        let add: HTML = writes ? "<p class=\"actions no-print\">\(linkButton("Add lines", addLinesPath(pupil.id, version.id), aside: true))</p>" : ""
        if whole.lines.isEmpty { return "<p class=\"quiet\">No line is written here.</p>\(add)" }
        let rows: [HTML] = whole.lines.map(row)
        return """
            <p class="hint">Minutes count from \(lines.from.inWords), in weeks that are over. What is left open is a question for the council: section F says what must be given (Children and Families Act 2014, section 42).</p>\
            \(table("Section F, line by line", [head("In the plan’s words"), head("What it comes to"), head("Owed", number: true), head("Given", number: true), head("Where it stands")], rows))\(add)
            """
    }

    private func row(_ line: SectionFLine) -> HTML {
        let vague = VagueWording.found(in: line), minutes = lines.minutes(of: line)
        return """
            <tr id="line-\(line.id.rawValue)"><th scope="row">\(line.words)\(vagueList(vague))\(links(line))</th><td data-label="What it comes to">\(line.isSaid ? "\(line.inWords)" : "Not entered yet")\(differs(line))</td>\
            <td class="number" data-label="Owed">\(minutes.map { "\(grouped($0.owed))" } ?? "")</td><td class="number" data-label="Given">\(minutes.map { "\(grouped($0.offered))" } ?? "")</td>\
            <td data-label="Where it stands">\(state(minutes))</td></tr>

            """
    }

    /// Where the line was changed after its minutes were counted.
    private func differs(_ line: SectionFLine) -> HTML {
        guard let owed = lines.owed(by: line), let said = line.owed, said.minutes != owed.minutes || said.per != owed.per else { return "" }
        return "<p><span class=\"tag tag-warn\">Counted otherwise</span> The line comes to \(count(said.minutes, "minute")) \(said.per.label), and \(owed.minutes) \(owed.per.label) are counted. Change its provision.</p>"
    }

    private func state(_ minutes: DeliveryMinutes?) -> HTML {
        guard let minutes else { return version.kind.isInForce ? "<span class=\"tag tag-warn\">No provision counts it</span>" : "<span class=\"tag tag-none\">Not counted</span>" }
        if minutes.owed == 0 { return "<span class=\"tag tag-none\">Nothing due yet</span>" }
        return minutes.shortfall > 0 ? "<span class=\"tag tag-warn\">\(count(minutes.shortfall, "minute")) short</span>" : "<span class=\"tag tag-good\">Given</span>"
    }

    private func links(_ line: SectionFLine) -> HTML {
        let which: HTML = "<span class=\"unseen\"> “\(line.words.prefix(40).description)”</span>"
        let write: HTML = writes ? "<a href=\"\(changeLinePath(pupil.id, line.id))\">Say what it comes to\(which)</a> <a href=\"\(removeLinePath(pupil.id, line.id))\">Take it out\(which)</a>" : ""
        let count: HTML = counts && version.kind.isInForce ? " <a href=\"\(countLinePath(pupil.id, line.id))\">\(line.owedLine == nil ? "Count its minutes" : "Change its provision")\(which)</a>" : ""
        return writes || !count.isEmpty ? "<p class=\"actions no-print\">\(write)\(count)</p>" : ""
    }
}

/// What lines of section F owe and what was given, from the first day of the school year on.
struct SectionFMinutes: Sendable {
    let from: Day
    let delivery: Delivery?
    private let lines: [RowID: OwedLine]

    init(from: Day, delivery: Delivery?, lines: [RowID: OwedLine]) { (self.from, self.delivery, self.lines) = (from, delivery, lines) }

    /// Nil where no provision counts it.
    func minutes(of line: SectionFLine) -> DeliveryMinutes? { line.owedLine.flatMap { lines[$0] }.flatMap { delivery?.minutes(of: $0) } }

    /// What is counted for it.
    func owed(by line: SectionFLine) -> OwedLine? { line.owedLine.flatMap { lines[$0] } }

    /// What was not made up in time, with the line it is about.
    func alerts(of line: SectionFLine) -> [FoundAlert] { line.owedLine.flatMap { lines[$0] }.flatMap { delivery?.alerts(of: $0) } ?? [] }
}

extension Reader {
    /// Whoever asks has the record in sight; minutes are for those who see provision.
    func sectionFMinutes(_ lines: [SectionFLine], of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> SectionFMinutes {
        let from = AcademicYear(containing: day).firstDay
        guard lines.contains(where: { $0.owedLine != nil }), viewer.may(.seeProvision) else { return SectionFMinutes(from: from, delivery: nil, lines: [:]) }
        let delivery = try delivery(DeliveryQuestion(pupils: [pupil], from: from, to: day, today: day), for: viewer)
        return SectionFMinutes(from: from, delivery: delivery, lines: Dictionary((delivery.lines[pupil] ?? []).map { ($0.id, $0) }) { $1 })
    }
}

private func comparePage(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ row: RowID) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), found = try reader.planVersion(row, of: id, for: visit.viewer, on: visit.today), version = found.whole.version
    let older = found.held.versions.filter { $0.datedOn < version.datedOn || ($0.datedOn == version.datedOn && $0.id < version.id) }
    guard let before = older.first(where: { "\($0.id)" == visit.request.query["with"] }) ?? older.first, let old = try reader.whole([before]).first else { throw NotFound() }
    let comparison = PlanComparison(old, found.whole), changed = comparison.sections.map { (section: $0.section, pairs: $0.pairs.filter { $0.kind != .same }) }.filter { !$0.pairs.isEmpty }
    let cards: [HTML] = changed.map { part in
        card("\(part.section.rawValue). \(part.section.content)", table("Section \(part.section.rawValue)", [head("What happened"), head(before.name), head(version.name)], part.pairs.map(pairRow)))
    }
    let others: [HTML] = older.filter { $0.id != before.id }.map { "<li><a href=\"\(comparePlanVersionsPath(id, row).asking(["with": "\($0.id)"]))\">Compare with: \($0.name)</a></li>" }
    return visit.page("What changed in the EHC plan of \(pupil.name)", at: "ehc", """
        \(crumbs(("EHC plans", ehcPlansPath()), (pupil.name, pupilPath(id)), (version.name, planVersionPath(id, row))))\
        \(pageTitle("What changed in the EHC plan", lead: "\(pupil.fullCalledName). \(before.name) beside \(version.name): \(comparison.count(.came)) new, \(comparison.count(.went)) gone, \(comparison.count(.changed)) changed.", actions: [printButton("Print this page")]))\
        <p>Words that are gone are <del>struck through</del>, words that are new are <ins>bold</ins>.</p>\(cards.isEmpty ? "<p>Nothing differs in what is written.</p>" : cards.joined(""))<ul class="plain tall no-print">\(others)</ul>
        """)
}

private func pairRow(_ pair: PlanComparison.Pair) -> HTML {
    let pieces = WordsCompared(pair.before, pair.after).pieces
    let before: [HTML] = pieces.compactMap { if case .same(let text) = $0 { "\(text)" } else if case .gone(let text) = $0 { "<del>\(text)</del>" } else { nil } }
    let after: [HTML] = pieces.compactMap { if case .same(let text) = $0 { "\(text)" } else if case .new(let text) = $0 { "<ins>\(text)</ins>" } else { nil } }
    let label: HTML = switch pair.kind {
    case .came: "New"
    case .went: "Gone"
    case .changed: "Changed"
    case .same: "The same"
    }
    return "<tr><th scope=\"row\">\(label)</th><td data-label=\"Before\">\(before.joined(" "))</td><td data-label=\"After\">\(after.joined(" "))</td></tr>\n"
}

/// Each line of a text as a paragraph.
func paragraphs(_ text: String) -> HTML {
    let lines: [HTML] = text.split(whereSeparator: \.isNewline).map { "<p>\(String($0))</p>" }
    return "\(lines)"
}
