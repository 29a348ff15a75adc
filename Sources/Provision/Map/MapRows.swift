import Access
import Basics
import Database
import Pages
import People

/// The lines of a school's map: each kind, and within what is open its interventions, groups and pupils.
struct MapRows {
    private let sheet: MapSheet
    private let ask: MapQuestion
    private let effects: [ProvisionID: ProvisionEffect]
    private let reviews: [PupilID: Day]
    /// Nil for those who see no costs.
    private let costs: MapCosts?
    private let classes: [ClassID: String]
    /// Those to whose own page a link leads.
    private let linked: Set<PupilID>
    /// What is open, by the keys of its lines.
    private let isOpen: Set<String>

    /// A list of more is cut: its class or a name brings the others.
    private static let most = 100

    init(_ reader: Reader, _ sheet: MapSheet, _ ask: MapQuestion, _ viewer: Viewer, _ effectsOf: ProvisionEffects) throws {
        (self.sheet, self.ask) = (sheet, ask)
        isOpen = sheet.opened(ask)
        let open = sheet.runs.filter { [isOpen] in isOpen.contains($0.key) }, shown = open.flatMap { $0.named.prefix(Self.most).map(\.id) }.unique
        viewer.witness.saw(shown)
        effects = try effectsOf(reader, viewer, sheet.runs.filter { [isOpen] in isOpen.contains($0.interventionKey) }.map(\.run.id), ask.day)
        costs = try reader.mapCosts(sheet, ask, for: viewer)
        reviews = try reader.nextReviews(of: shown, for: viewer, on: ask.day)
        classes = try reader.classNames(sheet.runs.compactMap(\.run.schoolClass))
        linked = try reader.inSight(shown, for: viewer, on: ask.day)
    }

    var table: HTML {
        let all = sheet.places, kinds = sheet.runs.byKind.map(kind)
        return """
            <table class="stack-on-phone map"><caption class="unseen">Provision by kind. A line opens what is in it.</caption><thead><tr>\(head("Provision"))\(numberHeads)\(extraHeads)</tr></thead>\
            <tbody>\(kinds)</tbody><tfoot><tr><th scope="row">\(ask.choosesPupils ? "All that match" : "All provision")</th>\(numberCells(sheet.runs.pupils, all.minutes))\(extraCells(costs?.cost(of: sheet.runs)))</tr></tfoot></table>\
            \(costs?.note ?? "")
            """
    }

    private func kind(_ kind: InterventionKind, _ runs: [MapRun]) -> HTML {
        let line = line(kind.rawValue, level: 1, kind.label, above: "", note: "\(count(Set(runs.map(\.intervention.id)).count, "intervention"))", runs)
        return isOpen.contains(kind.rawValue) ? line + runs.byIntervention.map { intervention($0, $1, kind) }.joined("") : line
    }

    private func intervention(_ entry: Intervention, _ runs: [MapRun], _ kind: InterventionKind) -> HTML {
        let key = "i\(entry.id)", line = line(key, level: 2, entry.name, above: kind.rawValue, note: "\(count(runs.count, "group"))", runs)
        return isOpen.contains(key) ? line + runs.map(group).joined("") : line
    }

    private func group(_ run: MapRun) -> HTML {
        let line = line(run.key, level: 3, run.run.name, above: run.interventionKey, note: note(run), [run], effect: effects[run.run.id])
        return isOpen.contains(run.key) ? line + pupils(run) : line
    }

    private func line(_ key: String, level: Int, _ name: String, above: String, note: HTML, _ runs: [MapRun], effect: ProvisionEffect? = nil) -> HTML {
        let open = isOpen.contains(key), places = runs.places
        let address = ask.address(opening: open ? above : key).at(key)
        let mark: HTML = open ? "▾" : "▸", state: HTML = open ? "true" : "false"
        return """
            <tr class="level-\(level)" id="\(key)"><th scope="row"><a href="\(address)" aria-expanded="\(state)"><span aria-hidden="true">\(mark)</span> \(name)</a> <span class="quiet">\(note)</span></th>\
            \(numberCells(runs.pupils, places.minutes))\(extraCells(costs?.cost(of: runs), effect: effect))</tr>

            """
    }

    private func note(_ run: MapRun) -> HTML {
        let place = run.place(classes), late: HTML = run.run.isPastItsEnd(on: ask.day) ? " <span class=\"tag tag-warn\">Past its last day</span>" : ""
        let ended: HTML = run.run.endedOn.map { " <span class=\"tag tag-none\">Ended \($0.short)</span>" } ?? ""
        return "\([place, run.whole.mapWeek(on: ask.day)].filter { !$0.isEmpty }.joined(separator: ". "))\(late)\(ended)"
    }

    private func pupils(_ run: MapRun) -> HTML {
        let shown = run.named.prefix(Self.most), rest = run.named.dropFirst(Self.most), unnamed = run.unnamed
        let rows: [HTML] = shown.map { pupil($0, run) }
        let more: HTML = rest.isEmpty ? "" : others("\(count(rest.count, "more pupil")): choose a class to see them", run, rest.flatMap { run.places(of: $0.id) })
        let hidden: HTML = unnamed.isEmpty ? "" : others("\(count(unnamed.pupils, "other pupil")), not among those you work with", run, unnamed)
        let open: HTML = "<tr class=\"level-4\"><th scope=\"row\"><a href=\"\(provisionPath(run.run.id))\">Week, sessions and outcomes<span class=\"unseen\"> of \(run.run.name)</span></a></th>\(noNumbers)\(extraCells())</tr>\n"
        return open + rows.joined("") + more + hidden + unfilled(run)
    }

    /// What of a group's cost none of its pupils bears, so that its lines add up.
    private func unfilled(_ run: MapRun) -> HTML {
        guard let rest = costs?.rest(of: run) else { return "" }
        return "<tr class=\"level-4\"><th scope=\"row\"><span class=\"quiet\">Places not filled, and pupils who left before</span></th>\(noNumbers)\(extraCells(rest))</tr>\n"
    }

    private func pupil(_ pupil: SeenPupil, _ run: MapRun) -> HTML {
        let name: HTML = linked.contains(pupil.id) ? "<a class=\"name\" href=\"\(pupilProvisionPath(pupil.id))\">\(pupil.name)</a>" : "<span class=\"name\">\(pupil.name)</span>"
        let minutes = run.places(of: pupil.id).minutes
        return "<tr class=\"level-4\"><th scope=\"row\">\(name) <span class=\"quiet\">\(pupil.className)</span></th>\(numberCells(nil, minutes))\(extraCells(costs?.cost(of: [pupil.id], in: run), review: reviews[pupil.id]))</tr>\n"
    }

    private func others(_ words: String, _ run: MapRun, _ places: [MapPlace]) -> HTML {
        "<tr class=\"level-4\"><th scope=\"row\"><span class=\"quiet\">\(words)</span></th>\(numberCells(nil, places.minutes))\(extraCells(costs?.cost(of: places.map(\.pupil), in: run)))</tr>\n"
    }

    private var showsEffects: Bool { !effects.isEmpty }
    private var showsReviews: Bool { sheet.runs.contains { isOpen.contains($0.key) } }

    private var extraHeads: HTML {
        let cost: HTML = costs == nil ? "" : head("Cost to date", number: true) + head("Whole run", number: true)
        return cost + (showsEffects ? head("What came of it") : "") + (showsReviews ? head("Next review") : "")
    }

    private func extraCells(_ cost: MapCost? = nil, effect: ProvisionEffect? = nil, review: Day? = nil) -> HTML {
        let money: HTML = costs == nil ? "" : cost?.cells ?? "<td></td><td></td>"
        let came: HTML = showsEffects ? effect.map { "<td data-label=\"What came of it\"><a href=\"\($0.address)\">\($0.words)</a></td>" } ?? "<td></td>" : ""
        let next: HTML = showsReviews ? "<td class=\"date\"\(review == nil ? "" : " data-label=\"Next review\"")>\(review?.short)</td>" : ""
        return money + came + next
    }

    private var noNumbers: HTML { "<td></td><td></td><td></td><td></td><td></td>" }
}

/// The numbers that every line of the map has.
let numberHeads: HTML = """
    \(head("Pupils", number: true))\(head("Minutes planned", number: true))\(head("Given", number: true))\(head("Attended", number: true))\(head("Given of planned", number: true))
    """

/// - Parameter pupils: nil on a pupil's own line.
func numberCells(_ pupils: Int?, _ minutes: MapMinutes) -> HTML {
    let number: HTML = pupils.map { "<td class=\"number\" data-label=\"Pupils\">\(grouped($0))</td>" } ?? "<td></td>"
    return """
        \(number)<td class="number" data-label="Minutes planned">\(grouped(minutes.planned))</td><td class="number" data-label="Given">\(grouped(minutes.offered))</td>\
        <td class="number" data-label="Attended">\(grouped(minutes.received))</td><td class="number" data-label="Given of planned">\(minutes.share.map { "\($0)%" } ?? "–")</td>
        """
}

extension MapRun {
    var key: String { "g\(run.id)" }
    var interventionKey: String { "i\(intervention.id)" }

    /// For whom it is where no pupils are named.
    func place(_ classes: [ClassID: String]) -> String {
        if let schoolClass = run.schoolClass { return "Everyone in \(classes[schoolClass] ?? "the class")" }
        return run.kind == .universal && whole.members.isEmpty ? "Everyone at the school" : ""
    }

    /// The same with how many they are: `Everyone in Beech, 28 pupils`.
    func placeAndNumber(_ classes: [ClassID: String]) -> String {
        [place(classes), everyone.isEmpty ? "" : count(everyone.count, "pupil")].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension MapSheet {
    /// The keys of what is open: a line with those above it; all lines where a name was looked for.
    fileprivate func opened(_ ask: MapQuestion) -> Set<String> {
        let isSearch = !ask.name.isEmpty && ask.open.isEmpty && places.count <= 40
        let open = runs.filter { isSearch || [$0.key, $0.interventionKey, $0.run.kind.rawValue].contains(ask.open) }
        let keys = open.flatMap { run in
            isSearch || run.key == ask.open ? [run.key, run.interventionKey, run.run.kind.rawValue] : run.interventionKey == ask.open ? [run.interventionKey, run.run.kind.rawValue] : [run.run.kind.rawValue]
        }
        return Set(keys)
    }
}

extension WholeProvision {
    /// Its week in a few words: `Tue and Thu 09:15, 30 minutes, teaching assistant`.
    func mapWeek(on day: Day) -> String {
        guard let week = pattern(on: day) ?? patterns.last, !week.times.isEmpty else { return "" }
        let byTime = Dictionary(grouping: week.times) { [$0.startsAt.minute, $0.minutes] }.sorted { ($0.value[0].weekday, $0.key[0]) < ($1.value[0].weekday, $1.key[0]) }
        let times = byTime.compactMap { _, times in
            times.first.map { "\(times.map(\.weekday).sorted().map(Self.shortDay).joined(separator: ", ")) \($0.startsAt), \($0.minutes) minutes" }
        }
        let roles = week.times.flatMap(\.adults).map { StaffRole.label($0.role).lowercased() }.unique
        return ([times.joined(separator: "; ")] + (roles.isEmpty ? [] : [roles.joined(separator: " and ")])).joined(separator: ", ")
    }

    static func shortDay(_ weekday: Int) -> String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(weekday + 6) % 7] }
}

extension Reader {
    func classNames(_ ids: [ClassID]) throws -> [ClassID: String] {
        ids.isEmpty ? [:] : Dictionary(try rows("SELECT id, name FROM school_class WHERE id IN \(ids.unique)") { try ($0.next(ClassID.self), $0.next(String.self)) }) { $1 }
    }

    /// Those of some pupils whose own page the viewer may open: whoever gives a provision sees names beyond that.
    func inSight(_ pupils: [PupilID], for viewer: Viewer, on day: Day) throws -> Set<PupilID> {
        if pupils.isEmpty { return [] }
        return Set(try column("SELECT p.id FROM pupil p WHERE p.id IN \(pupils) AND \(viewer.doing(.seeProvision).seesPupil(on: day))", as: PupilID.self))
    }
}
