import Basics
@testable import Database
import Testing

@Suite struct SealStateTests {
    @Test("How far the trail is signed, and whether it has grown since", arguments: engines)
    func state(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, stage in
            #expect(try await store.read { try $0.sealState() } == SealState(newest: nil, unsealedSince: nil, hasGrown: false))
            try await TrailTests.written(store)
            #expect(try await store.read { try $0.sealState() } == SealState(newest: nil, unsealedSince: Stage.moment, hasGrown: true))
            let later = Stage.moment.adding(seconds: 60)
            try await store.seal(day: later.dayInEngland, at: later, with: .fresh(), file: stage.file("seals.txt"))
            #expect(try await store.read { try $0.sealState() } == SealState(newest: later, unsealedSince: nil, hasGrown: false))
            try await VerifyTests.seen(store)
            #expect(try await store.read { try $0.sealState() } == SealState(newest: later, unsealedSince: nil, hasGrown: true), "a look counts, too")
        }
    }
}
