import Access
import Accounts
import Basics
import Database
import People

// Pages: their cost over the bare framework, and what of it is sign-in and trail.
extension Bench {
    mutating func measurePages(_ store: Store, _ data: DataFolder, _ place: Int) async throws {
        let (school, pupil) = try await busiest(store), reader = try await senco(school, store)
        let premises = Premises(store: store, uploads: data.uploads, keys: .fresh(), papers: nil, isDemonstration: true)
        let server = try await BenchServer.start(premises, viewer: reader.viewer)
        defer { server.stop() }
        let plain = try await cost(server.plain + "/plain", "")
        note("bare framework, plain text", plain, nil, place)
        for (name, path) in [("register page of 50 rows", "/register"), ("pupil page", "/pupils/\(pupil)")] {
            let guarded = try await cost(server.pages + path, reader.cookie)
            note(name, guarded, plain, place)
            try await measureGuards(server, path, name, guarded, place)
        }
        let one = try await Load.on(server.pages + "/register", cookie: reader.cookie, users: 1, seconds: seconds)
        add("register page, one user, median answer", "< 5 ms", place, "\(fixed(one.median, 2)) ms")
        try await measureScreening(server, reader.cookie, store, place)
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

    /// The same page without sign-in and trail, and with the trail alone, in the same run.
    private mutating func measureGuards(_ server: BenchServer, _ path: String, _ name: String, _ guarded: Cost, _ place: Int) async throws {
        let bare = try await cost(server.unguarded + path, ""), watched = try await cost(server.watched + path, "")
        add("\(name): speed kept with sign-in and trail on", "at least 0.70", place, fixed(guarded.rate / bare.rate, 2))
        add("\(name): what the trail adds", "< 0.3 ms", place, "\(fixed(watched.cpu - bare.cpu, 3)) ms")
    }

    /// Processor time of a request in milliseconds, and how many a second.
    typealias Cost = (cpu: Double, rate: Double)

    private func cost(_ address: String, _ cookie: String) async throws -> Cost {
        _ = try await Load.on(address, cookie: cookie, users: 8, seconds: 1)
        let before = Usage.cpuSeconds(), load = try await Load.on(address, cookie: cookie, users: 8, seconds: seconds)
        return ((Usage.cpuSeconds() - before) / max(1, load.requests) * 1000, load.requestsPerSecond)
    }

    private mutating func note(_ name: String, _ cost: Cost, _ plain: Cost?, _ place: Int) {
        add("\(name): processor time", plain == nil ? "" : "< 1 ms over bare", place, "\(fixed(cost.cpu, 3)) ms" + (plain.map { " (+\(fixed(cost.cpu - $0.cpu, 3)))" } ?? ""))
        add("\(name): requests a second", plain == nil ? "" : "a quarter of bare", place, "\(fixed(cost.rate, 0))" + (plain.map { " (\(fixed(cost.rate / $0.rate, 2)))" } ?? ""))
    }
}
