import Basics

/// One entry of the menu.
public struct MenuEntry: Sendable {
    public let label: String
    public let address: Address
    /// The place a page names to be marked as current.
    public let place: String

    public init(_ label: String, _ address: Address, place: String) {
        self.label = label
        self.address = address
        self.place = place
    }
}

/// What every page shares: header, menu, search, who is looking, footer.
public struct Frame: Sendable {
    let trust: String
    let viewer: String
    let menu: [MenuEntry]
    /// Where another role is chosen.
    let chooser: Address
    let search: Address?

    public init(trust: String, viewer: String, menu: [MenuEntry], chooser: Address, search: Address?) {
        self.trust = trust
        self.viewer = viewer
        self.menu = menu
        self.chooser = chooser
        self.search = search
    }

    /// The whole document around a page's own part.
    public func around(_ body: HTML, title: String, place: String) -> HTML {
        """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>\(title) - Trellis</title>\
        <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
        <link rel="stylesheet" href="\(assetPath("trellis.css"))"><script src="\(assetPath("trellis.js"))" defer></script></head>
        <body><a class="skip" href="#main">Skip to the page</a>\(header(place))
        <main id="main" tabindex="-1">\(body)</main>
        <footer class="foot"><p>Trellis for \(trust). Only this computer can open it, until sign-in is set up.</p></footer></body></html>
        """
    }

    private func header(_ place: String) -> HTML {
        let entries: [HTML] = menu.map { entry in
            let current: HTML = entry.place == place ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(entry.address)\"\(current)>\(entry.label)</a></li>"
        }
        return """
            <header class="head"><div class="head-row"><p class="brand"><a href="/">Trellis</a> <span class="trust">\(trust)</span></p>\
            \(searchForm)<p class="who">Looking as <strong>\(viewer)</strong> <a href="\(chooser)">Look as somebody else</a></p></div>\
            <nav aria-label="Main"><ul>\(entries)</ul></nav></header>
            """
    }

    private var searchForm: HTML {
        guard let search else { return "" }
        return """
            <form class="search" role="search" action="\(search)" method="get"><label for="search-words" class="visually-hidden">Find a pupil by name or UPN</label>\
            <input id="search-words" type="search" name="words" placeholder="Find a pupil" autocomplete="off"><button>Find</button></form>
            """
    }
}

/// The shipped style sheet and script, by a path that browsers may keep.
public let assetPath = PagePath<String>("/assets/*")
