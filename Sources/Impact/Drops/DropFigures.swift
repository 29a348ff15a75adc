import Basics
import Pages
import People

/// How the groups of a data drop stand, and those who are in two at once.
struct DropFigures {
    let seen: SeenDrop
    /// The group that is looked at, where one may choose.
    let group: DropGroup

    /// What figures are told of to those who see no pupils, and what is laid over each other.
    static let usual: [DropTrait] = [.onSupport, .withPlan, .withoutOneToOne, .pupilPremium, .lookedAfter, .eal]

    var html: HTML {
        if seen.waits { return card("Figures", id: "figures", "<p>Figures are shown once the data drop is sent to the three who sign.</p>") }
        return "\(tilesOfGroup)\(card("Groups", id: "groups", "\(groups)\(overlaps)\(seen.seesAll ? choose : why)"))"
    }

    private var why: HTML { "<p class=\"hint\">A group of fewer than \(ImpactFigures.fewestForFigures) pupils has no figures here, nor has one that would tell them.</p>" }

    private var tilesOfGroup: HTML {
        let all = group.traits.isEmpty ? DropGroup([]) : group
        guard seen.shows(all) else { return card("Figures", id: "figures", "<p>Fewer than \(ImpactFigures.fewestForFigures) pupils: too few to show figures.</p>") }
        let tally = seen.tally(all)
        let list = [DropLine.Standing.above, .expected, .below, .missing, .unjudged].map { Tile(tally.counts[$0, default: 0], $0.label) }
        let share: HTML = tally.onTrack.map { "<p>\($0) % of those with a score and something to hold it against are as expected or above.</p>" } ?? ""
        return card(all.traits.isEmpty ? "All of it: \(count(tally.pupils, "pupil"))" : "\(all.called): \(count(tally.pupils, "pupil"))", id: "figures", "\(tiles(list))\(share)")
    }

    /// Those that this drop has pupils of.
    private var present: [DropTrait] {
        let usual = Self.usual.filter { trait in seen.traits.contains { trait.holds(of: $0) } && !seen.traits.allSatisfy { trait.holds(of: $0) } }
        return seen.seesAll ? usual + needs + years : usual
    }

    private var needs: [DropTrait] { Set(seen.traits.flatMap(\.needs)).sorted().map(DropTrait.need) }
    private var years: [DropTrait] {
        Set(seen.traits.map(\.year)).filter { YearGroup.all.contains($0) }.sorted { ($0.number ?? 99, $0.rawValue) < ($1.number ?? 99, $1.rawValue) }.map(DropTrait.year)
    }

    private var groups: HTML {
        let heads = [head("Group"), head("Pupils", number: true), head("Above", number: true), head("As expected", number: true), head("Below", number: true), head("No score", number: true), head("As expected or above", number: true)]
        let rows: [HTML] = present.map { row(DropGroup([$0])) }
        return rows.isEmpty ? "<p>All pupils of it are in the same groups.</p>" : table("How groups stand", heads, rows)
    }

    private func row(_ group: DropGroup) -> HTML {
        let name: HTML = seen.seesAll ? "<a href=\"\(dropPath(seen.drop.id).asking(["group": group.key]))\">\(group.called)</a>" : "\(group.called)"
        guard seen.shows(group) else { return "<tr><th scope=\"row\">\(name)</th><td class=\"number\" data-label=\"Pupils\" colspan=\"6\">Too few to show</td></tr>\n" }
        let tally = seen.tally(group), cell = { (label: String, text: String) -> HTML in "<td class=\"number\" data-label=\"\(label)\">\(text)</td>" }
        let counts: [HTML] = [("Above", .above), ("As expected", .expected), ("Below", .below), ("No score", DropLine.Standing.missing)].map { cell($0.0, "\(tally.counts[$0.1, default: 0])") }
        return "<tr><th scope=\"row\">\(name)</th>\(cell("Pupils", "\(tally.pupils)"))\(counts)\(cell("As expected or above", tally.onTrack.map { "\($0) %" } ?? "–"))</tr>\n"
    }

    /// Each group laid over each other: of those in both, how many are as expected or above.
    private var overlaps: HTML {
        let traits = present.filter(Self.usual.contains)
        guard traits.count > 1 else { return "" }
        let rows: [HTML] = traits.map { down in
            let cells: [HTML] = traits.map { across in "<td class=\"number\" data-label=\"\(across.label)\">\(overlap(down, across))</td>" }
            return "<tr><th scope=\"row\">\(down.label)</th>\(cells)</tr>\n"
        }
        return "<h3>In two groups at once</h3><p class=\"hint\">Pupils as expected or above, of those in both with a score to judge.</p>\(table("Overlaps of groups", [head("Group")] + traits.map { head($0.label, number: true) }, rows))"
    }

    private func overlap(_ a: DropTrait, _ b: DropTrait) -> HTML {
        if a == b || [a, b].contains(.onSupport) && [a, b].contains(.withPlan) { return "–" }
        let both = DropGroup([a, b]), tally = seen.tally(both)
        if tally.pupils == 0, seen.seesAll { return "nobody" }
        guard seen.shows(both) else { return "too few" }
        return "\(tally.judged - tally.counts[.below, default: 0]) of \(tally.judged)"
    }

    /// Any group, by ticking what its pupils have in common.
    private var choose: HTML {
        let write = FormWriter(FormValues(group.traits.map { ("group", $0.key) }))
        return """
            <details class="no-print"\(group.traits.isEmpty ? "" : " open")><summary>Look at any group</summary><form method="get" action="\(dropPath(seen.drop.id))">\
            \(write.checkboxes("group", "Pupils who are in all of these", (Self.usual + needs + years).map { Choice($0.key, DropGroup([$0]).called) }))\
            <p class="actions"><button class="second">Show this group</button> <a href="\(dropPath(seen.drop.id))">Show all</a></p></form></details>
            """
    }
}

extension DropGroup {
    /// As `label`, with needs in words.
    var called: String {
        traits.isEmpty ? label : traits.map { trait in if case .need(let code) = trait { NeedType.label(code) } else { trait.label } }.joined(separator: " + ")
    }
}
