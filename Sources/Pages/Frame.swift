import Basics

/// One entry of the menu.
public struct MenuEntry: Sendable {
    public let label: String
    public let address: Address
    /// The place a page names to be marked as current.
    public let place: String
    /// Where it stands among the entries of all areas, small numbers first.
    public let order: Int

    public init(_ label: String, _ address: Address, place: String, order: Int) {
        self.label = label
        self.address = address
        self.place = place
        self.order = order
    }
}

/// Where one's own sign-in is looked after and ended.
public struct FrameDoors: Sendable {
    let mine: Address?
    let signOut: Address?
    /// In a demonstration: where another person is chosen.
    let chooser: Address?

    public init(mine: Address? = nil, signOut: Address? = nil, chooser: Address? = nil) {
        (self.mine, self.signOut, self.chooser) = (mine, signOut, chooser)
    }
}

/// What every page shares: header, menu, search, who is looking, footer.
public struct Frame: Sendable {
    let trust: String
    /// `Amira Khan, SENCO at Elm Primary School`; empty before anybody is chosen.
    let viewer: String
    let menu: [MenuEntry]
    let doors: FrameDoors
    let search: Address?
    let today: Day
    /// Pages that anybody may open without signing in.
    let open: [MenuEntry]

    public init(trust: String, viewer: String, menu: [MenuEntry], doors: FrameDoors, search: Address?, today: Day, open: [MenuEntry] = []) {
        self.trust = trust
        self.viewer = viewer
        self.menu = menu
        self.doors = doors
        self.search = search
        self.today = today
        self.open = open
    }

    /// The whole document around a page's own part.
    public func around(_ body: HTML, title: String, place: String) -> HTML {
        """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <meta name="color-scheme" content="light dark"><title>\(title) – Trellis</title>\
        <link rel="icon" href="\(Asset.address("trellis.svg"))" type="image/svg+xml"><link rel="stylesheet" href="\(Asset.address("trellis.css"))">\
        <script src="\(Asset.address("trellis.js"))" defer></script></head>
        <body><a class="skip" href="#main">Skip to the main part of this page</a>\(header(place))
        <main id="main" tabindex="-1">\(body)</main>
        \(footer)</body></html>
        """
    }

    private func header(_ place: String) -> HTML {
        """
        <header class="top"><div class="wide"><a class="brand" href="/">\(Self.mark)Trellis</a> <span class="trust">\(trust)</span>\
        \(who)<div class="line"></div>\(navigation(place))\(searchForm)</div></header>
        """
    }

    private var who: HTML {
        if viewer.isEmpty { return "" }
        let other: HTML = doors.chooser.map { " <a href=\"\($0)\">Look as somebody else</a>" } ?? ""
        let mine: HTML = doors.mine.map { " <a href=\"\($0)\">Your sign-in</a>" } ?? ""
        let out: HTML = doors.signOut.map { "<form method=\"post\" action=\"\($0)\" class=\"signout\"><button class=\"second\">Sign out</button></form>" } ?? ""
        return "<div class=\"who\"><p><span>\(viewer)</span>\(mine)\(other)</p>\(out)</div>"
    }

    /// The first entries stand in one line; what is needed less often waits under "More", which opens without a script.
    private func navigation(_ place: String) -> HTML {
        if menu.isEmpty { return "" }
        let shown = menu.count > Self.shownEntries + 1 ? Self.shownEntries : menu.count
        let entries = menu.map { entry(of: $0, at: place) }
        return "<nav class=\"menu\" aria-label=\"Main\"><ul>\(Array(entries[..<shown]))\(more(Array(entries[shown...]), at: place, from: shown))</ul></nav>"
    }

    private func entry(of entry: MenuEntry, at place: String) -> HTML {
        "<li><a href=\"\(entry.address)\"\(entry.place == place ? " aria-current=\"page\"" : "")>\(entry.label)</a></li>"
    }

    private func more(_ entries: [HTML], at place: String, from shown: Int) -> HTML {
        if entries.isEmpty { return "" }
        let current = menu[shown...].first { $0.place == place }
        let mark: HTML = current == nil ? "" : " class=\"current\""
        return "<li><details><summary\(mark)>More\(current.map { ": \($0.label)" } ?? "")</summary><ul>\(entries)</ul></details></li>"
    }

    /// As many as fit one line of a laptop beside the search box.
    private static let shownEntries = 6

    private var searchForm: HTML {
        guard let search else { return "" }
        return """
            <form class="search" role="search" method="get" action="\(search)"><label class="unseen" for="search">Find a pupil or a school</label>\
            <input id="search" name="words" type="search" placeholder="Name, UPN or school" autocomplete="off"><button>Find</button></form>
            """
    }

    private var demonstration: HTML { doors.chooser == nil ? "" : "<p>This is a demonstration. All people in it are invented.</p>" }

    private var openLinks: [HTML] { open.map { "<p><a href=\"\($0.address)\">\($0.label)</a></p>" } }

    private var footer: HTML {
        """
        <footer class="foot"><div class="wide"><p>Trellis</p>\(openLinks)\(demonstration)</div></footer>\
        <p class="print-only">Printed from Trellis on \(today.inWords)\(viewer.isEmpty ? "" : " for \(viewer)"). It may hold facts about children: keep it safe, \
        and shred it when you have done with it.</p>
        """
    }

    private static let mark: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M2 8l14 14M8 2l14 14M2 16L16 2M8 22L22 8" fill="none" \
        stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/><path d="M12 12c0-4 3-6.5 7-6.5 0 4-2.5 7-7 6.5z" fill="#ffc48a"/></svg>
        """
}

/// The shipped style sheet, script and icon, by a path that browsers may keep.
public let assetPath = PagePath<String>("/assets/*")
