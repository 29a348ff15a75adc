import Access
import AreaKit
import Basics
import Database
import Pages

/// Ends the session of this browser.
let signOutPath = PagePath< >("/sign-out")

extension AccountsArea {
    var signOutRoutes: [Route] {
        [
            .send(signOutPath, .arrive) { visit in
                if let text = Cookie.session.value(visit.request), let session = try await visit.read({ [now = visit.now] in try $0.session(SecretToken(text: text), at: now) }) {
                    try await visit.store.write(session.act(at: visit.now)) { try $0.end([session.signIn]) }
                }
                // What a browser may have kept of this session goes with it.
                var answer = Answer.goTo(signInPath()).setting(cookie: Cookie.session.ending(visit.request))
                answer.headers.append(("Clear-Site-Data", "\"cache\", \"storage\""))
                return answer
            },
        ]
    }
}
