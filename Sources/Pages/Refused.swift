import Basics

extension PageServer {
    /// Why a request is turned away at the door.
    public struct Refused: Error {
        public let status: Int
        public let words: String
        /// Methods that are taken here; named with status 405 (RFC 9110, section 15.5.6).
        let allowed: String?

        public init(status: Int, _ words: String, allowed: String? = nil) {
            self.status = status
            self.words = words
            self.allowed = allowed
        }
    }
}

extension Answer {
    /// A plain answer for what never reached a page: as a page for people, as problem+json (RFC 9457) for programs.
    init(_ refused: PageServer.Refused, path: String) {
        var headers = refused.allowed.map { [("Allow", $0)] } ?? []
        if path.hasPrefix("/api/") {
            headers.append(("Content-Type", "application/problem+json"))
            let problem: JSON = .object([
                "type": .text("/api#problem-\(refused.status)"), "title": .text("Refused at the door"), "status": .integer(refused.status),
                "detail": .text(refused.words), "problems": .list([]),
            ])
            self.init(status: refused.status, headers: headers, body: .bytes(Array(problem.text.utf8)))
        } else {
            headers.append(("Content-Type", "text/html; charset=utf-8"))
            self.init(status: refused.status, headers: headers, body: .bytes(refused.page.bytes))
        }
    }
}

private extension PageServer.Refused {
    var page: HTML {
        """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>This could not be done – Trellis</title><link rel="icon" href="\(Asset.address("trellis.svg"))" type="image/svg+xml">\
        <link rel="stylesheet" href="\(Asset.address("trellis.css"))"></head>
        <body><main id="main"><h1>This could not be done</h1><p>\(words)</p><p class="actions"><a class="button" href="/">Go to Today</a></p></main></body></html>
        """
    }
}
