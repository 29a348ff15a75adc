import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
import People

/// A small trust to try things in: an empty store, a frozen day, a house over some areas.
public final class Stage: Sendable {
    public let store: Store
    public let house: House
    /// Time stands still, at ten in the morning.
    public let today: Day
    private let file: String?

    public var now: Instant { Instant(today, hour: 10) }

    /// - Parameters:
    ///   - areas: what the house is made of; their migrations make the tables.
    ///   - below: the migrations of the rooms below the areas, where a test needs those tables.
    public init(_ engine: StageEngine = .sqlite, areas: [any Area], below: [Migration] = [], today: Day = Stage.november) async throws {
        let address = engine.freshAddress
        file = engine == .sqlite ? String(address.dropFirst("sqlite:".count)) : nil
        store = try await Store.open(address, migrations: below + areas.flatMap(\.migrations))
        house = House(areas: areas, store: store, trust: "Larkfield Learning Trust", doors: FrameDoors(), search: PagePath< >("/search")())
        self.today = today
        try await act { try $0.foundTrust("Larkfield Learning Trust") }
    }

    /// The last hold on a stage may be let go on a thread of the engine itself, which can't wait for itself to close.
    deinit {
        Task.detached { [store, file, sights = house.sights] in
            await sights.flush()
            try? store.close()
            for ending in ["", "-wal", "-shm"] { file.map { try? FileManager.default.removeItem(atPath: $0 + ending) } }
        }
    }

    /// Friday 20 November 2026.
    public static let november = Day(number: 20_777)

    /// Writes as the stage's own hand.
    @discardableResult
    public func act<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await store.write(Act(who: "Stage", at: now, way: .command), body)
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        try await store.read(body)
    }

    /// Asks for a page or sends a form; every page that comes back is held against the rules of
    /// `PageCheck`, and everybody whom it names must have been noted as seen.
    public func visit(_ method: PageRequest.Method = .read, _ path: String, as viewer: Viewer, form: KeyValuePairs<String, String> = [:],
                       files: [UploadedFile] = []) async throws -> Answer {
        try await visit(method, path, as: viewer, typed: FormValues(form.map { ($0.key, $0.value) }), files: files)
    }

    public func visit(_ method: PageRequest.Method = .read, _ path: String, as viewer: Viewer, typed: FormValues, files: [UploadedFile] = []) async throws -> Answer {
        let halves = (path.split(separator: "#").first ?? "").split(separator: "?", maxSplits: 1)
        let query = FormValues(encoded: halves.count > 1 ? String(halves[1]) : "")
        let request = PageRequest(method: method, path: String(halves.first ?? "/"), query: query, form: typed, files: files)
        let visitor = viewer.visiting()
        let answer = try await house.answer(request, for: visitor, now: now)
        if answer.isPage {
            try PageCheck(answer.text).check(path)
            try SightCheck(answer.text, seen: visitor.witness.seen).check(path)
        }
        return answer
    }

    public func visit(_ method: PageRequest.Method = .read, _ address: Address, as viewer: Viewer, form: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await visit(method, address.text, as: viewer, form: form)
    }
}

extension Answer {
    public var text: String {
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    public func header(_ name: String) -> String? { headers.first { $0.0 == name }?.1 }
    /// Where the browser is sent next.
    public var next: String? { header("Location") }
}
