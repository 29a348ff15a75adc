import Access
import Accounts
import AreaKit
import Basics
import Database
import Oversight
import Pages
import People

// Pages: their cost over the bare framework, and what of it is sign-in and trail.
extension Bench {
    mutating func measurePages(_ store: Store, _ data: DataFolder, _ place: Int) async throws {
        let (school, pupil) = try await busiest(store), reader = try await senco(school, store)
        let premises = Premises(store: store, uploads: data.uploads, keys: .fresh(), papers: nil, isDemonstration: true)
        let server = try await BenchServer.start(premises, viewer: reader.viewer)
        defer { server.stop() }
        let plain = try await costs([(server.plain + "/plain", "")])[0]
        note("bare framework, plain text", plain, nil, place)
        for (name, path) in [("register page of 50 rows", "/register"), ("pupil page", "/pupils/\(pupil)")] {
            let found = try await costs([(server.pages + path, reader.cookie), (server.unguarded + path, ""), (server.watched + path, "")])
            note(name, found[0], plain, place)
            noteGuards(name, guarded: found[0], bare: found[1], watched: found[2], place)
        }
        let one = try await Load.on(server.pages + "/register", cookie: reader.cookie, users: 1, seconds: seconds)
        add("register page, one user, median answer", "< 5 ms", place, "\(fixed(one.median, 2)) ms")
        try await measureHistory(server, premises, school, reader, place)
    }

    /// Each page with two years behind it, and the two that look over everything after somebody has changed something.
    private mutating func measureHistory(_ server: BenchServer, _ premises: Premises, _ school: SchoolID, _ senco: (cookie: String, viewer: Viewer), _ place: Int) async throws {
        add("two years of plans, reviews, results, concerns, notes", "", place, try await premises.store.read { try $0.historyInWords() })
        let scene = try await premises.store.read { try $0.benchScene(at: school) }
        for page in BenchPage.all {
            guard let address = try await premises.store.read({ try page.address($0, scene) }) else { throw BenchProblem("there is no \(page.what)") }
            let load = try await Load.on(server.pages + address.text, cookie: senco.cookie, users: 1, seconds: max(1, seconds / 2))
            add("\(page.what), one user, median answer", BenchPage.aim, place, "\(fixed(load.median, 2)) ms")
        }
        try await measureRound(server, senco.cookie, school, premises.store, place)
        try await measureScreening(server, senco.cookie, school, premises.store, place)
        try await measureProvision(server, premises, school, senco, place)
        for (name, path) in [("Today", PagePath< >("/")()), ("safety net of a school", gapsPath())] {
            add("\(name), just after a change, median answer", BenchPage.aim, place, "\(fixed(try await afterChange(premises, senco.viewer, path), 2)) ms")
        }
    }

    /// What is kept until something changes is of no help to the one who comes next.
    private func afterChange(_ premises: Premises, _ viewer: Viewer, _ path: Address) async throws -> Double {
        let house = House(areas: premises.areas, store: premises.store, trust: "Bench", doors: FrameDoors(), search: nil)
        var times: [Double] = []
        for _ in 0..<15 {
            try await premises.store.write(Act(who: "Bench", at: .fromClock(), way: .command)) { writer in
                guard let before = try writer.schools(for: .operator).first else { return }
                var after = before
                after.capacity = (before.capacity ?? 0) + 1
                try writer.save(Change("school.changed", from: before, to: after))
            }
            times.append(try await timed { _ = try await house.answer(PageRequest(method: .read, path: path.text), for: viewer.visiting(), now: .fromClock()) })
        }
        await house.sights.flush()
        return times.sorted()[times.count / 2] * 1000
    }

    /// The largest school and a pupil on its register.
    private func busiest(_ store: Store) async throws -> (SchoolID, PupilID) {
        try await store.read { reader in
            let school = try reader.schools(for: .operator).max { $0.capacity ?? 0 < $1.capacity ?? 0 }?.id ?? SchoolID(1)
            var filter = RegisterFilter(school: school, day: Demonstration.today)
            filter.status = .onRegister
            return (school, try reader.register(filter, for: .operator, limit: 1).first?.pupil ?? PupilID(1))
        }
    }

    /// The SENCO of a school, signed in.
    func senco(_ school: SchoolID, _ store: Store) async throws -> (cookie: String, viewer: Viewer) {
        guard let signedIn = try await Sessions(store: store).beginDemonstration("senco.\(school)", now: .fromClock()) else { throw BenchProblem("no SENCO is at school \(school)") }
        return signedIn
    }

    /// What sign-in and trail cost, by answers in a second and, where the machine does something else as well, by processor time.
    private mutating func noteGuards(_ name: String, guarded: Cost, bare: Cost, watched: Cost, _ place: Int) {
        add("\(name): speed kept with sign-in and trail on", "at least 0.70", place, "\(fixed(guarded.rate / bare.rate, 2)) (\(fixed(bare.cpu / guarded.cpu, 2)) of processor time)")
        add("\(name): what the trail adds", "< 0.3 ms", place, "\(fixed(watched.cpu - bare.cpu, 3)) ms")
    }

    /// Processor time of a request in milliseconds, and how many a second.
    typealias Cost = (cpu: Double, rate: Double)

    /// What addresses cost that are asked for in turns of a second, so that whatever else the machine does weighs on all alike.
    private func costs(_ asked: [(address: String, cookie: String)]) async throws -> [Cost] {
        for one in asked { _ = try await Load.on(one.address, cookie: one.cookie, users: 8, seconds: 1) }
        var sums = asked.map { _ in (cpu: 0.0, requests: 0.0, seconds: 0.0) }
        for _ in 0..<max(1, seconds) {
            for (place, one) in asked.enumerated() {
                let before = Usage.cpuSeconds(), load = try await Load.on(one.address, cookie: one.cookie, users: 8, seconds: 1)
                sums[place].cpu += Usage.cpuSeconds() - before
                sums[place].requests += load.requests
                sums[place].seconds += load.requests / max(1, load.requestsPerSecond)
            }
        }
        return sums.map { ($0.cpu / max(1, $0.requests) * 1000, $0.requests / max(0.001, $0.seconds)) }
    }

    private mutating func note(_ name: String, _ cost: Cost, _ plain: Cost?, _ place: Int) {
        add("\(name): processor time", plain == nil ? "" : "< 1 ms over bare", place, "\(fixed(cost.cpu, 3)) ms" + (plain.map { " (+\(fixed(cost.cpu - $0.cpu, 3)))" } ?? ""))
        add("\(name): requests a second", plain == nil ? "" : "a quarter of bare", place, "\(fixed(cost.rate, 0))" + (plain.map { " (\(fixed(cost.rate / $0.rate, 2)))" } ?? ""))
    }
}
