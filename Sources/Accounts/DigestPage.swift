import Access
import AreaKit
import Basics
import Database
import Mail
import Pages

/// At which hour somebody wants their digest by mail.
let digestPath = PagePath< >("/me/digest")

let digestRoutes: [Route] = [
    .send(digestPath, .visit) { visit in
        guard let id = visit.person.account else { throw NotFound() }
        let hour = Int(visit.request.form["hour"])
        try await visit.write { try $0.chooseDigest(hour: hour, for: id) }
        return .goTo(mySignInPath().asking(["saved": "digest"]))
    },
]

/// The choice as it stands; nothing where mail is not set up.
func digestForm(_ choice: DigestChoice) -> HTML {
    let write = FormWriter(FormValues([("hour", choice.hour.map { "\($0)" } ?? "")]))
    let hours = [Choice("", "Never")] + (5...21).map { Choice("\($0)", "At \($0):00") }
    return """
        <form method="post" action="\(digestPath())">\(write.select("hour", "A letter each day with what waits for you", hours, hint: "It holds numbers and links, never a child’s name. It does not come when nothing waits."))\
        <p class="actions"><button class="second">Save the hour</button></p></form>
        """
}
