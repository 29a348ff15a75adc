import Basics
@testable import Database
import Synchronization
import Testing

@Suite struct SightTests {
    @Test("A sight is found by each of its pupils and by the account, the latest first", arguments: engines)
    func found(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(.amira([12]), .amira([40, 12, 40], "/register", at: 1, purpose: "annual review"), .amira([7], at: 2))
            let lines = try await store.sights(of: 12)
            #expect(lines.map(\.id) == [2, 1])
            #expect(lines[0].pupils.map(\.rawValue) == [12, 40], "each once, in order")
            #expect(lines[0].page == "/register" && lines[0].purpose == "annual review" && lines[0].origin == "203.0.113.7, tablet Oak room")
            #expect(lines[0].way == "page" && lines[0].account == AccountID(4) && lines[0].at == Stage.moment.adding(seconds: 1))
            #expect(try await store.sights(of: 12, limit: 1).map(\.id) == [2])
            #expect(try await store.sights(of: 12, before: 2).map(\.id) == [1])
            #expect(try await store.sights(of: 99) == [])
            let hers = try await store.read { try ($0.sights(by: AccountID(4), limit: 2), $0.sights(by: AccountID(5), limit: 2)) }
            #expect(hers.0.map(\.id) == [3, 2] && hers.1 == [])
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("A page that shows no pupil is no sight", arguments: engines)
    func nobody(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(.amira([]))
            #expect(try await store.count("sight") == 0)
        }
    }

    @Test("What is noted is written soon, by itself", arguments: engines)
    func byItself(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let log = SightLog(store)
            for number in 1...30 { log.note(.amira([number])) }
            while log.waiting > 0 { await Task.yield() }
            let written = try await store.count("sight")
            #expect(written == 30)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("The newest are found before the list by pupil holds them, and as well once it does", arguments: engines)
    func newest(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(.amira([12]), .amira([3]))
            let log = SightLog(store)
            for number in [12, 112, 3] { log.note(.amira([number, 7])) }
            while log.waiting > 0 { await Task.yield() }
            #expect(try await store.count("sight_pupil") == 2)
            for _ in 1...2 {
                #expect(try await store.sights(of: 12).map(\.id) == [3, 1])
                #expect(try await store.sights(of: 12, limit: 1).map(\.id) == [3])
                #expect(try await store.sights(of: 7, before: 5).map(\.id) == [4, 3])
                #expect(try await store.sights(of: 2) == [])
                let first = try await store.read { try $0.firstSight(of: [PupilID(7), PupilID(112)]) }
                #expect(first == Stage.moment.dayInEngland)
                #expect(try await store.verifyTrail() == [])
                await log.flush()
                #expect(try await store.count("sight_pupil") == 8)
            }
        }
    }

    @Test("The list by pupil is written by itself once there is some of it to write", arguments: engines)
    func listed(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let log = SightLog(store)
            for number in 1...600 { log.note(.amira([number])) }
            while log.waiting > 0 { await Task.yield() }
            let listed = try await store.count("sight_pupil")
            #expect(listed >= 500)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("Sights noted by many at once are all kept, each once", arguments: engines)
    func together(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let log = SightLog(store)
            await withTaskGroup(of: Void.self) { group in
                for person in 1...8 {
                    group.addTask {
                        for number in 1...40 {
                            log.note(.amira([person, 100 + number]))
                            if number % 10 == 0 { await log.flush() }
                        }
                    }
                }
            }
            await log.flush()
            let written = try await store.count("sight")
            #expect(log.waiting == 0 && written == 320)
            #expect(try await store.sights(of: 3).count == 40)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("An export of fifteen thousand pupils is one sight", arguments: engines)
    func export(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(.amira(Array(1...15_000), "/register.csv"), .amira([9]))
            #expect(try await store.count("sight") == 2)
            #expect(try await store.sights(of: 14_999).first?.pupils.count == 15_000)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("More sights than one transaction takes are written in their order")
    func many() async throws {
        try await Stage.with(.sqlite) { store, _ in
            let log = SightLog(store)
            for number in 0..<2_500 { log.note(.amira([1, 2, 3], at: number)) }
            await log.flush()
            let times = try await store.read { try $0.column("SELECT at FROM sight ORDER BY id", as: Instant.self) }
            #expect(times.count == 2_500 && times == times.sorted())
        }
    }

    @Test("What can't be written is kept, counted and tried again", arguments: engines)
    func failing(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            let told = Mutex<[Int]>([]), log = SightLog(store) { waiting in told.withLock { $0.append(waiting) } }
            try await store.tamper("ALTER TABLE sight RENAME TO away")
            log.note(.amira([1]))
            log.note(.amira([2], at: 1))
            await log.flush()
            #expect(log.waiting == 2)
            // On a slow machine it was tried again by itself meanwhile, and said so again.
            #expect(Set(told.withLock { $0 }) == [2])
            log.note(.amira([3], at: 2))
            try await store.tamper("ALTER TABLE away RENAME TO sight")
            await log.flush()
            #expect(log.waiting == 0)
            #expect(try await store.read { try $0.column("SELECT pupils FROM sight ORDER BY id", as: String.self) } == ["1", "2", "3"])
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("So many may wait and no more, be it many looks or long lists; once they are written there is room again")
    func room() async throws {
        try await Stage.with(.sqlite) { store, _ in
            let log = SightLog(store, room: SightLog.Room(sights: 3, pupils: 10)) { _ in }
            try await store.tamper("ALTER TABLE sight RENAME TO away")
            log.note(.amira([1]))
            log.note(.amira([2], at: 1))
            await log.flush()
            #expect(!log.isFull)
            log.note(.amira([3], at: 2))
            await log.flush()
            #expect(log.isFull && log.waiting == 3)
            try await store.tamper("ALTER TABLE away RENAME TO sight")
            await log.flush()
            #expect(!log.isFull && log.waiting == 0)
            try await store.tamper("ALTER TABLE sight RENAME TO away")
            log.note(.amira(Array(1...10), at: 3))
            #expect(log.isFull)
            try await store.tamper("ALTER TABLE away RENAME TO sight")
            await log.flush()
            #expect(!log.isFull)
            #expect(try await store.verifyTrail() == [])
        }
    }

    @Test("A sight does not move the end of the trail, nor a change that of the sights", arguments: engines)
    func apart(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await TrailTests.written(store)
            let ends = { try await store.read { try ($0.head(of: .trail), $0.head(of: .sights)) } }
            let before = try await ends()
            try await store.see(.amira([1]))
            let seen = try await ends()
            #expect(seen.0 == before.0 && seen.1 != before.1)
            try await store.add(Child("Later"))
            let changed = try await ends()
            #expect(changed.0 != seen.0 && changed.1 == seen.1)
        }
    }

    @Test("Who looked at a child is looked up, not searched for", arguments: engines)
    func plan(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            if engine == .postgres { return }
            let plan = try await store.read { try $0.plan(of: "SELECT s.id FROM sight_pupil p JOIN sight s ON s.id = p.sight_id WHERE p.pupil_id = 3 AND p.sight_id < 9 ORDER BY p.sight_id DESC LIMIT 5") }
            #expect(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }

    @Test("Words with NUL and of any script come back as they can be kept", arguments: engines)
    func words(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            try await store.see(Sighting(who: "Zoë \0 'Ü' 你好 \"\\", account: nil, at: Stage.moment, origin: "", way: .api, page: "/a", purpose: "a\nb", pupils: [PupilID(3)]))
            let line = try await store.sights(of: 3).first
            #expect(line?.who == "Zoë \u{FFFD} 'Ü' 你好 \"\\" && line?.purpose == "a\nb" && line?.account == nil)
            #expect(try await store.verifyTrail() == [])
        }
    }
}
