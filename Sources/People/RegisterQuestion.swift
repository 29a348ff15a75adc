import Access
import Basics
import Files
import Pages

/// What the address asks of the register.
struct RegisterQuestion: Sendable {
    static let size = 50

    var filter: RegisterFilter
    let page: Int
    let query: FormValues

    init(_ visit: Visit) {
        query = visit.request.query
        filter = RegisterFilter(school: SchoolID(query["school"]), day: visit.day)
        if filter.school == nil, visit.viewer.schools?.count == 1 { filter.school = visit.viewer.schools?.first }
        // A teacher sees the class of today.
        if visit.viewer.seesTodayOnly { filter.day = visit.today }
        filter.status = .init(query["status"])
        filter.year = query["year"]
        filter.schoolClass = ClassID(query["class"])
        filter.need = query["need"]
        filter.flag = query["flag"]
        filter.changedSince = Day(query["changed_since"])
        filter.order = .init(rawValue: query["order"]) ?? .name
        page = min(max(1, Int(query["page"]) ?? 1), 100_000)
    }

    /// Whether only school, status and day were asked for, so that the numbers make the roll.
    var isPlain: Bool {
        filter.year.isEmpty && filter.schoolClass == nil && filter.need.isEmpty && filter.flag.isEmpty && filter.changedSince == nil && filter.status != .watched
    }

    /// Whether this may be done with everybody whom the list can hold.
    func mayAll(_ permission: Permission, _ viewer: Viewer) -> Bool {
        filter.school.map { viewer.may(permission, at: $0) } ?? viewer.parts.allSatisfy { $0.permissions.contains(permission) }
    }

    /// The same question with some answers changed.
    func address(status: String? = nil, page: Int? = nil, order: String? = nil) -> Address {
        asking(registerPath(), status: status, page: page, order: order)
    }

    /// The same question as a file.
    func file(_ format: TableFormat) -> Address { asking(registerFilePath()).asking(["format": format.rawValue]) }

    private func asking(_ address: Address, status: String? = nil, page: Int? = nil, order: String? = nil) -> Address {
        address.asking([
            "school": query["school"], "year": query["year"], "class": query["class"], "need": query["need"], "flag": query["flag"],
            "on": query["on"], "changed_since": query["changed_since"], "status": status ?? query["status"], "order": order ?? query["order"],
            "page": page.map(String.init),
        ])
    }
}
