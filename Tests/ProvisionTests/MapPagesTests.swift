import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("The provision map")
struct MapPagesTests {
    /// Elm with two kinds, three interventions and four groups; Oak with one.
    private func stage(_ engine: StageEngine = .sqlite) async throws -> (ProvisionStage, [ProvisionRun]) {
        let stage = try await ProvisionStage(engine), talk = try await stage.entry("Talk time", .targeted), physio = try await stage.entry("Physio at school", .specialist)
        let runs = [
            try await stage.running([stage.sam, stage.ana], "Reading club A", of: stage.club, at: stage.elm), try await stage.running([stage.ben], "Reading club B", of: stage.club, at: stage.elm),
            try await stage.running([stage.sam], "Talk time with Sam", of: talk, at: stage.elm, weekdays: [1]), try await stage.running([stage.ben], "Physio", of: physio, at: stage.elm, weekdays: [5]),
            try await stage.running([stage.olga], "Oak readers", of: stage.club, at: stage.oak),
        ]
        try await stage.logged(runs[0], 6, away: [stage.ana.id: .absent])
        try await stage.logged(runs[2], 3)
        try await stage.logged(runs[4], 4)
        return (stage, runs)
    }

    private func map(_ stage: ProvisionStage, _ query: String = "", as viewer: Viewer) async throws -> String { try await stage.stage.visit(.read, "/provision" + query, as: viewer).text }

    @Test("From the trust to a pupil, each line’s parts add up to it", arguments: StageEngine.here)
    func drill(engine: StageEngine) async throws {
        let (stage, runs) = try await stage(engine)
        for period in MapPeriod.allCases {
            let ask = "period=\(period.rawValue)"
            let trust = try await map(stage, "?\(ask)", as: .ruth), schools = ["Elm Primary School", "Oak Primary School"].map { ProvisionStage.numbers(trust, $0) }
            #expect(sums(schools) == ProvisionStage.numbers(trust, "All schools"), "the trust in \(period)")
            let elm = "?school=\(stage.elm.id)&\(ask)", school = try await map(stage, elm, as: .ruth), kinds = ["Targeted", "Specialist"].map { ProvisionStage.numbers(school, $0) }
            #expect(ProvisionStage.numbers(school, "All provision") == schools[0] && Array(sums(kinds).dropFirst()) == Array(schools[0].dropFirst()), "a school in \(period)")
            let open = try await map(stage, elm + "&open=targeted", as: .ruth)
            #expect(Array(sums(["Reading club", "Talk time"].map { ProvisionStage.numbers(open, $0) }).dropFirst()) == Array(kinds[0].dropFirst()))
            let club = try await map(stage, elm + "&open=i\(stage.club.id)", as: .ruth)
            #expect(sums(["Reading club A", "Reading club B"].map { ProvisionStage.numbers(club, $0) }) == ProvisionStage.numbers(open, "Reading club"))
            let group = try await map(stage, elm + "&open=g\(runs[0].id)", as: .ruth), pupils = ["Sam Whitlock", "Ana Reed"].map { ProvisionStage.numbers(group, $0) }
            #expect(Array(sums(pupils).dropFirst()) == Array(ProvisionStage.numbers(group, "Reading club A").dropFirst()))
            #expect(period == .halfTerm || (pupils[0][2] == 180 && pupils[0][3] == 180 && pupils[1][2] == 180 && pupils[1][3] == 0), "absent is offered and not attended: \(pupils)")
        }
    }

    private func sums(_ lines: [[Int?]]) -> [Int?] { (0..<4).map { place in lines.compactMap { $0[place] }.reduce(0, +) } }

    @Test("What is open links on, and closes again; each pupil’s own page and plan are a step away")
    func links() async throws {
        let (stage, runs) = try await stage(), amira = stage.amira
        let page = try await map(stage, "?open=g\(runs[0].id)", as: amira)
        #expect(page.contains("href=\"/pupils/\(stage.sam.id)/provision\"") && page.contains("href=\"/provisions/\(runs[0].id)\"") && page.contains("aria-expanded=\"true\""))
        #expect(page.contains("Tue, Thu 09:15, 30 minutes, teaching assistant") && !page.contains("Physio at school") && !page.contains("Oak Primary School"))
        #expect(page.contains("open=i\(stage.club.id)#g\(runs[0].id)"), "it closes to the line above")
        #expect(try await map(stage, "?open=nonsense", as: amira).contains("Targeted"))
    }

    @Test("School, class, year, need, kind and name choose what is shown")
    func filters() async throws {
        let (stage, _) = try await stage(), amira = stage.amira, names = { (query: String) in
            let page = try await self.map(stage, query, as: amira)
            return ["Reading club A", "Reading club B", "Talk time with Sam", "Physio"].filter { page.contains(">▾</span> \($0)</a>") || page.contains(">▸</span> \($0)</a>") }
        }
        #expect(try await names("?pupil=whitl") == ["Reading club A", "Talk time with Sam"])
        #expect(try await names("?pupil=Ben&kind=targeted") == ["Reading club B"])
        #expect(try await map(stage, "?pupil=Zoe", as: amira).contains("Nothing matches"))
        #expect(try await ProvisionStage.numbers(map(stage, "?class=\(stage.beech.id)", as: amira), "All that match")[0] == 3)
        #expect(try await map(stage, "?year=7", as: amira).contains("Nothing matches"))
        #expect(try await map(stage, "?need=ASD", as: amira).contains("Nothing matches"))
        #expect(try await ProvisionStage.numbers(map(stage, "?year=4", as: amira), "All that match")[0] == 3)
        #expect(try await ProvisionStage.numbers(map(stage, "?kind=specialist", as: amira), "All provision")[0] == 1)
    }

    @Test("Who sees the map, and whose names in it", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let (stage, runs) = try await stage(engine), open = "/provision?open=g\(runs[0].id)"
        for viewer in [stage.pat, stage.governor, Viewer(name: "Ana", role: .trustAnalyst, sight: .trust), Viewer(name: "X", role: .openedRecord, sight: .pupils([stage.sam.id]))] {
            for path in ["/provision", "/provision/print", "/provision/file?of=map&format=csv"] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.title) \(path)") }
        }
        #expect(try await stage.stage.visit(.read, "/provision?school=\(stage.oak.id)", as: stage.amira).status == 404)
        #expect(try await !stage.stage.visit(.read, "/provision", as: stage.senco).text.contains("Reading club"), "another school’s SENCO")
        let birch = try await stage.stage.schoolClass("Birch", at: stage.elm, of: [stage.ana]), teacher = Viewer.tom(of: birch.id, at: stage.elm.id)
        let seen = try await stage.stage.visit(.read, open, as: teacher).text
        #expect(seen.contains("Ana Reed") && !seen.contains("Sam Whitlock") && seen.contains("1 other pupil, not among those you work with"))
        #expect(ProvisionStage.numbers(seen, "Reading club A") == ProvisionStage.numbers(try await stage.stage.visit(.read, open, as: stage.amira).text, "Reading club A"))
        #expect(try await !stage.stage.visit(.read, "/provision?pupil=Sam", as: teacher).text.contains("Reading club A"), "nothing is told by looking for a name")
        #expect(try await !stage.stage.visit(.read, "/provision?year=4", as: teacher).text.contains("1 other pupil"))
        #expect(try await stage.stage.visit(.read, open, as: stage.tessAtWork).status == 200)
    }

    @Test("A guest of a session is counted, without being a member")
    func guest() async throws {
        let (stage, runs) = try await stage(), ben = stage.ben.id, run = runs[2].id
        try await stage.stage.act { try $0.execute("UPDATE session_pupil SET pupil_id = \(ben) WHERE run_id = \(run)") }
        let trust = try await map(stage, as: .ruth), school = try await map(stage, "?school=\(stage.elm.id)", as: .ruth)
        #expect(ProvisionStage.numbers(trust, "Elm Primary School") == ProvisionStage.numbers(school, "All provision"))
        #expect(try await map(stage, "?open=g\(run)", as: stage.amira).contains("Ben Ashby"))
    }

    @Test("Those who see costs see what each line cost, and its parts make it to the penny", arguments: StageEngine.here)
    func costs(engine: StageEngine) async throws {
        let (stage, runs) = try await stage(engine), columns = ["Cost to date", "Whole run"], amira = stage.amira
        try await stage.rate(1_507, from: stage.stage.today - 200)
        let school = try await map(stage, as: amira), money = { (page: String, words: String) in ProvisionStage.numbers(page, words, columns: columns).compactMap(\.self) }
        let kinds = ["Targeted", "Specialist"].map { money(school, $0) }
        #expect(kinds.allSatisfy { $0.count == 2 } && (0..<2).map { place in kinds.map { $0[place] }.reduce(0, +) } == money(school, "All provision") && kinds[0][0] > 0 && kinds[0][1] > kinds[0][0])
        let group = try await map(stage, "?open=g\(runs[0].id)", as: amira), parts = ["Sam Whitlock", "Ana Reed"].map { money(group, $0) }
        #expect((0..<2).map { place in parts.map { $0[place] }.reduce(0, +) } == money(group, "Reading club A") && parts[0][0] > 0)
        #expect(group.contains("Rates: The trust’s own costs") && !group.contains("Not counted"))
        // Somebody who left before the term bears a part that no line of a pupil shows.
        let (ana, term) = (stage.ana.id, Day(2026, 9, 1) ?? stage.stage.today)
        try await stage.stage.act { try $0.execute("UPDATE provision_member SET starts = \(term - 40), ends = \(term - 1) WHERE pupil_id = \(ana)") }
        let left = try await map(stage, "?open=g\(runs[0].id)", as: amira), rest = money(left, "Places not filled")
        #expect(money(left, "Sam Whitlock")[0] + (money(left, "Ana Reed").first ?? 0) + (rest.first ?? 0) == money(left, "Reading club A")[0])
        let some = try await map(stage, "?pupil=Sam", as: amira)
        #expect(money(some, "All that match")[0] < money(school, "All provision")[0] && !some.contains("Places not filled"))
        for viewer in [stage.tom, stage.tessAtWork] { #expect(try await !map(stage, as: viewer).contains("Cost to date")) }
    }

    @Test("Over all schools costs are shown when asked for, to those who see them, and are what each school’s map says", arguments: StageEngine.here)
    func trustCosts(engine: StageEngine) async throws {
        let (stage, _) = try await stage(engine), columns = ["Cost to date", "Whole run"]
        try await stage.rate(1_507, from: stage.stage.today - 200)
        try await stage.running([stage.olga], "Oak club", of: stage.club, at: stage.oak)
        #expect(try await !map(stage, as: .ruth).contains("Whole run"))
        #expect(try await map(stage, as: .ruth).contains("costs=yes"))
        let all = try await map(stage, "?costs=yes", as: .ruth), money = { (page: String, words: String) in ProvisionStage.numbers(page, words, columns: columns).compactMap(\.self) }
        let elm = money(all, "Elm Primary School"), oak = money(all, "Oak Primary School")
        #expect(elm == money(try await map(stage, "?school=\(stage.elm.id)", as: .ruth), "All provision") && elm[0] > 0)
        #expect(oak == money(try await map(stage, "?school=\(stage.oak.id)", as: .ruth), "All provision") && oak[1] > 0)
        #expect(money(all, "All schools") == zip(elm, oak).map { $0 + $1 })
        let teacher = Viewer(name: "Tom Reed", parts: [Part(.teacher, .classes([stage.beech.id], at: stage.elm.id)), Part(.teacher, .schools([stage.oak.id]))])
        #expect(try await !map(stage, "?costs=yes", as: teacher).contains("£"))
    }

    @Test("From the map to staffing for those who see costs, and from a day’s sessions to the map for those who find it")
    func waysOn() async throws {
        let (stage, _) = try await stage()
        for (viewer, sees) in [(stage.amira, true), (stage.helen, true), (.ruth, true), (stage.tom, false), (stage.tessAtWork, false)] as [(Viewer, Bool)] {
            let page = try await map(stage, viewer.name == Viewer.ruth.name ? "?school=\(stage.elm.id)" : "", as: viewer)
            #expect(page.contains("href=\"/provision/staffing?school=\(stage.elm.id)\"") == sees, "\(viewer.name)")
        }
        for viewer in [stage.amira, stage.tom, stage.tessAtWork] { #expect(try await stage.stage.visit(.read, "/provision/today", as: viewer).text.contains("href=\"/provision\""), "\(viewer.name)") }
    }

    @Test("On paper: each provision with its week, its people and its pupils")
    func printed() async throws {
        let (stage, _) = try await stage(), _ = try await stage.running([stage.sam], "With Tess")
        let page = try await stage.stage.visit(.read, "/provision/print", as: stage.amira)
        #expect(page.text.contains("Ana Reed (Beech), Sam Whitlock (Beech)") && page.text.contains("Tess Lowe") && page.text.contains("on-wide-paper") && page.text.contains("Specialist"))
        #expect(try await stage.stage.visit(.read, "/provision/print", as: .ruth).status == 404, "one school at a time")
    }

    @Test("Past its last day, ended, for a whole class: each says so")
    func states() async throws {
        let (stage, _) = try await stage(), today = stage.stage.today, beech = stage.beech.id, elm = stage.elm.id, seating = try await stage.entry("Seating plan", .universal)
        try await stage.stage.act { writer in
            var late = ProvisionRun(school: elm, intervention: seating.id, name: "Late one", kind: .universal, starts: today - 50, plannedEnd: today - 2)
            try writer.save(Change("provision.started", to: late))
            (late.name, late.plannedEnd, late.schoolClass) = ("Beech seats", nil, beech)
            try writer.save(Change("provision.started", to: late))
            (late.name, late.schoolClass, late.endedOn, late.because) = ("Ended one", nil, today - 3, "Done")
            try writer.save(Change("provision.started", to: late))
        }
        let page = try await map(stage, "?open=i\(seating.id)", as: stage.amira)
        #expect(page.contains("Past its last day") && page.contains("Everyone in Beech") && page.contains("Everyone at the school") && page.contains("Ended 17 Nov"))
        #expect(ProvisionStage.numbers(page, "Beech seats") == [3, 0, 0, 0])
    }

    @Test("What a class or the whole school has is counted by who is on roll today, once in the lines above, and alike for the trust", arguments: StageEngine.here)
    func everyone(engine: StageEngine) async throws {
        let (stage, _) = try await stage(engine), seating = try await stage.entry("Seating plan", .universal), today = stage.stage.today, more = try await stage.children(4, at: stage.elm), ben = stage.ben.id
        let (elm, beech) = (stage.elm.id, stage.beech.id)
        let runs = try await stage.stage.act { writer in
            try [nil, beech, nil].enumerated().map { place, schoolClass in
                var run = ProvisionRun(school: elm, intervention: seating.id, name: ["Quiet corner", "Beech seats", "Named seats"][place], kind: .universal, starts: today - 50)
                run.schoolClass = schoolClass
                return try writer.save(Change("provision.started", to: run))
            }
        }
        let sam = stage.sam.id
        try await stage.stage.act { try $0.save(Change("provision.joined", to: ProvisionMember(run: runs[2].id, pupil: sam, spell: Spell(starts: today - 50)))) }
        let shown = { (words: [String]) in
            let page = try await map(stage, "?open=i\(seating.id)", as: stage.amira)
            return words.map { ProvisionStage.numbers(page, $0)[0] }
        }
        #expect(try await shown(["Quiet corner", "Beech seats", "Named seats"]) == [7, 3, 1])
        #expect(try await shown(["Universal", "Seating plan", "All provision"]) == [7, 7, 7], "each pupil once")
        #expect(try await ProvisionStage.numbers(map(stage, "?open=i\(seating.id)", as: stage.tom), "Beech seats")[0] == 3)
        #expect(try await stage.stage.visit(.read, "/provision/print", as: stage.amira).text.contains("Everyone in Beech, 3 pupils"))
        for query in ["", "?kind=universal", "?kind=targeted"] {
            let school = try await ProvisionStage.numbers(map(stage, query + (query.isEmpty ? "?" : "&") + "school=\(elm)", as: .ruth), "All provision")
            #expect(try await ProvisionStage.numbers(map(stage, query, as: .ruth), "Elm Primary School") == school, "\(query)")
        }
        let ana = stage.ana.id
        try await stage.stage.act { writer in
            try writer.execute("UPDATE enrolment SET ends = \(today - 1) WHERE pupil_id = \(ben)")
            try writer.execute("INSERT INTO restriction (pupil_id, ground, reason, starts) VALUES (\(ana), 'accuracy', 'Asked', \(today))")
        }
        #expect(try await shown(["Quiet corner", "Beech seats"]) == [5, 1], "neither who left, nor whose record may not be used")
        #expect(try await map(stage, "?pupil=Sam", as: stage.amira).contains("Beech seats") == false && more.count == 4)
        let figures = try await stage.stage.visit(.read, "/provision/figures", as: stage.governor).text
        #expect(!figures.contains("Universal"), "no line without minutes makes few look like many")
    }

    @Test("Planned minutes end with a pupil’s leaving, and whoever left before the period has no line", arguments: StageEngine.here)
    func leaving(engine: StageEngine) async throws {
        let (stage, runs) = try await stage(engine), sam = stage.sam.id, ben = stage.ben.id, today = stage.stage.today, elm = "school=\(stage.elm.id)"
        let line = { (words: String) in try await ProvisionStage.numbers(map(stage, "?period=year&open=g\(runs[0].id)", as: stage.amira), words) }
        let (before, ana) = (try await line("Sam Whitlock"), try await line("Ana Reed"))
        try await stage.stage.act { writer in
            try writer.execute("UPDATE enrolment SET ends = \(today - 21) WHERE pupil_id = \(sam)")
            try writer.execute("UPDATE enrolment SET ends = \(Day(2026, 7, 20) ?? today) WHERE pupil_id = \(ben)")
        }
        let after = try await ProvisionStage.numbers(map(stage, "?period=year&open=g\(runs[0].id)&\(elm)", as: .ruth), "Reading club A")
        let planned = try #require(before[1]), whole = try #require(ana[1]), now = try #require(after[1])
        #expect(planned == whole && now < 2 * whole && now == 2 * whole - 6 * 30, "three weeks of two half-hours less: \(now) of \(2 * whole)")
        let school = try await map(stage, "?period=year&\(elm)", as: .ruth)
        #expect(ProvisionStage.numbers(school, "Specialist") == [0, 0, 0, 0], "Ben had left before it began")
        #expect(try await ProvisionStage.numbers(map(stage, "?period=year", as: .ruth), "Elm Primary School") == ProvisionStage.numbers(school, "All provision"))
    }

    @Test("The store looks nothing up by going through all sessions or members", arguments: StageEngine.here)
    func plans(engine: StageEngine) async throws {
        let (stage, runs) = try await stage(engine)
        if engine != .sqlite { return }
        let plans = try await stage.stage.read { reader in
            let ask = MapQuestion(day: stage.stage.today), calendars = try reader.mapCalendars(of: [stage.elm.id, stage.oak.id], .term, on: ask.day)
            let audience = try reader.plan(of: reader.classAudience(of: [stage.beech.id], on: ask.day))
            #expect(audience.contains("SEARCH e USING") && !audience.contains("enrolment_by_school") && !audience.contains("SCAN m"), "\(audience)")
            return try [reader.mapRunNumbers(ask, calendars, for: stage.amira), reader.mapRunNumbers(ask, calendars, for: stage.tom), reader.deliveredMinutes(runs, calendars),
                        reader.plannedInTrust(ask, calendars, .ruth), reader.deliveredInTrust(ask, calendars, .ruth)].map { try reader.plan(of: $0) }
        }
        for plan in plans { for table in ["session_pupil", "s", "m", "v", "t", "w"] { #expect(!plan.contains("SCAN \(table) ") && !plan.contains("SCAN \(table)\n") && !plan.hasSuffix("SCAN \(table)"), "\(plan)") } }
        #expect(plans[2].contains("COVERING INDEX session_pupil_by_run") && plans[4].contains("COVERING INDEX session_pupil_by_run"), "\(plans)")
    }

    @Test("A program reads it, part by part")
    func api() async throws {
        let (stage, runs) = try await stage()
        let page = try await stage.stage.visit(.read, "/api/v1/provision-map?school=\(stage.elm.urn)", as: stage.amira).text
        #expect(page.contains("\"provision\":\(runs[0].id.rawValue)") && page.contains("\"offered\":180") && page.contains("\"attended\":0") && page.split(separator: "\"pupil\":").count == 6)
        let first = try await stage.stage.visit(.read, "/api/v1/provision-map?limit=2", as: stage.amira).text
        #expect(first.split(separator: "\"pupil\":").count == 3 && !first.contains("\"next\":null"))
        try await stage.rate(1_507, from: stage.stage.today - 200)
        let costs = try await stage.stage.visit(.read, "/api/v1/provision-map", as: stage.amira).text, teacher = try await stage.stage.visit(.read, "/api/v1/provision-map", as: stage.tom).text
        let without = Viewer(name: "A program", parts: [Part(.senco, .schools([stage.elm.id]), permissions: Role.senco.permissions.subtracting([.seeCosts]))])
        #expect(try await !stage.stage.visit(.read, "/api/v1/provision-map", as: without).text.contains(/"cost_to_date":\d/), "a token without the scope")
        #expect(costs.contains(/"cost_to_date":[1-9]/) && teacher.contains("\"cost_to_date\":null,\"cost_whole_run\":null") && !teacher.contains(/"cost_to_date":\d/))
        #expect(try await stage.stage.visit(.read, "/api/v1/provision-map?school=999002", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/api/v1/provision-map", as: stage.pat).status == 404)
    }
}
