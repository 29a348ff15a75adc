import Access
import Basics
import Database
import Pages

/// The areas put together: finds the route, asks whether this viewer may, and lets the area answer.
public struct House: Sendable {
    public let areas: [any Area]
    public let store: Store
    public let trust: String
    /// Keeps who looked at which child's record.
    public let sights: SightLog
    private let paths: PathTree
    private let doors: FrameDoors
    private let search: Address?
    private let safeguardingLead: SafeguardingLead
    private let notesSights: Bool

    /// - Parameters:
    ///   - notesSights: false only where the bench measures what the trail of sights costs.
    ///   - room: how many sights may wait while they can't be written.
    public init(areas: [any Area], store: Store, trust: String, doors: FrameDoors, search: Address?, notesSights: Bool = true, room: SightLog.Room = .ofADay) {
        self.notesSights = notesSights
        self.areas = areas
        self.store = store
        self.trust = trust
        sights = SightLog(store, room: room)
        self.doors = doors
        self.search = search
        safeguardingLead = areas.compactMap(\.safeguardingLead).first ?? { @Sendable _, _, _ in nil }
        description = APIDescription(areas.flatMap(\.apiRoutes), trust: trust)
        routes = areas.flatMap { $0.routes + $0.apiRoutes.map(\.route) } + description.routes
        paths = PathTree(routes)
    }

    /// Every route of the house, for tests that hold them against the table of roles.
    public let routes: [Route]

    /// What programs can ask for, in words and as OpenAPI.
    public let description: APIDescription

    /// The methods that an address takes, such as `GET, HEAD`; nil where there is none.
    @Sendable public func allowed(_ path: String) -> String? {
        let methods = PageRequest.Method.allCases.filter { paths.find($0, path) != nil }.flatMap { $0 == .read ? ["GET", "HEAD"] : [$0.rawValue] }
        return methods.isEmpty ? nil : methods.joined(separator: ", ")
    }

    /// The route that an address leads to, whoever asks.
    public func route(_ request: PageRequest) -> Route? { paths.find(request.method, request.path)?.0 }

    /// Answers one request. What one may not see is not found. The route is answered for the person in those
    /// parts that allow it, and whom it showed goes into the trail of sights.
    /// - Parameter memory: where a program asks, what remembers its answers.
    public func answer(_ request: PageRequest, for person: Viewer, now: Instant, memory: (any AnswerMemory)? = nil) async throws -> Answer {
        let found = paths.find(request.method, request.path)
        if found == nil, request.wantsJSON, let allowed = allowed(request.path) {
            return .problem(405, "This address takes \(allowed).", headers: [("Allow", allowed)])
        }
        let viewer = found.map { person.doing($0.0.permission) } ?? person
        var visit = Visit(request: request, viewer: viewer, person: person, store: store, now: now, frame: frame(for: person, today: now.dayInEngland),
                          safeguardingLead: safeguardingLead)
        visit.memory = memory
        do {
            guard let (route, parts) = found, viewer.may(route.permission) else { throw NotFound() }
            if request.method != .read, route.changesRecords, sights.isFull { return withoutTrail(visit, "Nothing was saved") }
            let answer = try await route.answer(visit, parts)
            if request.method == .read, sights.isFull, !viewer.witness.seen.isEmpty {
                answer.discard()
                return withoutTrail(visit, "Nothing is shown")
            }
            note(visit, route)
            return answer
        } catch is NotFound {
            return notFound(visit)
        } catch let problem as StoreProblem where problem == .diskFull {
            return apology(visit, 507, "Nothing can be saved just now", problem.description)
        } catch let problem as StoreProblem {
            guard case .stale = problem else { throw problem }
            return apology(visit, 409, "Somebody else was here first", problem.description)
        } catch let problems as Problems {
            return request.wantsJSON ? .problem(problems) : apology(visit, 422, "This could not be done", problems.description)
        }
    }

    /// Whom a visit showed, for the trail of sights; written a moment later, so that no page waits.
    private func note(_ visit: Visit, _ route: Route) {
        let seen = visit.viewer.witness.seen, seer = visit.viewer.witness.seer ?? visit.viewer
        if seen.isEmpty || !notesSights { return }
        sights.note(Sighting(
            who: seer.signature, account: seer.account, at: visit.now, origin: visit.origin, way: visit.act.way,
            page: route.pattern, purpose: seer.purpose(for: seen), pupils: seen))
    }

    /// No record is shown without a trace of who saw it, however long the database can't be written.
    private func withoutTrail(_ visit: Visit, _ outcome: String) -> Answer {
        apology(visit, 503, "Records of pupils can’t be opened just now", """
            Who looks at a child’s record is always written down, and just now that is not possible. \(outcome). \
            Tell whoever runs Trellis that its database can’t be written, and try again later.
            """)
    }

    /// The frame before anybody is chosen: no menu and no search.
    public func frameForNobody(today: Day) -> Frame {
        Frame(trust: trust, viewer: "", menu: [], doors: doors, search: nil, today: today, open: openPages)
    }

    public func frame(for viewer: Viewer, today: Day) -> Frame {
        Frame(trust: trust, viewer: viewer.introduction, menu: areas.flatMap { $0.menu(for: viewer) }.sorted { $0.order < $1.order },
              doors: doors, search: viewer.inStaffParts.may(.seePupils) ? search : nil, today: today, open: openPages)
    }

    private var openPages: [MenuEntry] { areas.flatMap(\.openPages).sorted { $0.order < $1.order } }

    /// A message in the shared frame, or as JSON for a program.
    private func apology(_ visit: Visit, _ status: Int, _ title: String, _ words: String) -> Answer {
        if visit.request.wantsJSON { return .problem(status, words) }
        return visit.page(title, status: status, "<h1>\(title)</h1><p>\(words)</p><p class=\"actions\"><a class=\"button\" href=\"/\">Go to Today</a></p>")
    }

    private func notFound(_ visit: Visit) -> Answer {
        if visit.request.wantsJSON { return .notThere }
        let searches = search != nil && visit.viewer.inStaffParts.may(.seePupils)
        return visit.page("Page not found", status: 404, """
            <h1>We cannot find that page</h1>\
            <p>The link may be old or mistyped, or the page may be about a pupil you do not work with.</p>\
            <p>\(searches ? "Look for a pupil by name at the top of this page, or begin" : "Begin") from <b>Today</b>.</p>\
            <p class="actions"><a class="button" href="/">Go to Today</a></p>
            """)
    }
}

/// Routes by the pieces of their patterns.
struct PathTree: Sendable {
    private final class Branch {
        var named: [Substring: Branch] = [:]
        var any: Branch?
        var routes: [PageRequest.Method: Route] = [:]
    }

    private let find: @Sendable (PageRequest.Method, String) -> (Route, [String])?

    init(_ routes: [Route]) {
        nonisolated(unsafe) let root = Branch()
        for route in routes {
            let leaf = route.pattern.split(separator: "/").reduce(root) { branch, piece in Self.grow(branch, piece) }
            precondition(leaf.routes[route.method] == nil, "two routes for \(route.method.rawValue) \(route.pattern)")
            leaf.routes[route.method] = route
        }
        // Grown once above and only read from here on.
        find = { method, path in
            // Two slashes could make of a path the name of another host.
            if path.contains("//") { return nil }
            var branch = root, parts: [String] = []
            for piece in path.split(separator: "/") {
                if let next = branch.named[piece] { branch = next; continue }
                guard let next = branch.any else { return nil }
                parts.append(String(piece))
                branch = next
            }
            return branch.routes[method].map { ($0, parts) }
        }
    }

    func find(_ method: PageRequest.Method, _ path: String) -> (Route, [String])? { find(method, path) }

    private static func grow(_ branch: Branch, _ piece: Substring) -> Branch {
        if piece == "*" {
            let next = branch.any ?? Branch()
            branch.any = next
            return next
        }
        let next = branch.named[piece] ?? Branch()
        branch.named[piece] = next
        return next
    }
}
