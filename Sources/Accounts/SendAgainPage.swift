import Access
import AreaKit
import Basics
import Pages

extension Door {
    /// What was typed, kept in a form that its reader can send once more: after signing in, or from a page whose
    /// key has grown old. Nothing was saved.
    func sendAgain(_ request: PageRequest, _ viewer: Viewer, _ now: Instant, _ why: String) -> Answer {
        let frame = viewer.isNobody ? house.frameForNobody(today: now.dayInEngland) : house.frame(for: viewer, today: now.dayInEngland)
        let typed: [HTML] = request.form.pairs.filter { !Self.isNeverRepeated($0.name) }.map { pair in
            "<input type=\"hidden\" name=\"\(pair.name)\" value=\"\(pair.text)\">"
        }
        let files: HTML = request.files.isEmpty ? "" : "<p>Files can’t be kept here. Go back and choose the file again.</p>"
        let steps: HTML = viewer.isNobody
            ? "<ol><li><a href=\"\(signInPath())\" target=\"_blank\" rel=\"opener\">Sign in in a new tab</a>. Leave this page open.</li><li>Come back here and press the button.</li></ol>"
            : ""
        return .page(frame.around("""
            <h1>Please send this again</h1><p class="lead">\(why)</p><p>Nothing is lost: what you typed is kept on this page.</p>\(steps)\(files)\
            <form method="post" action="\(request.path)">\(typed)<p class="actions"><button>Send it now</button> <a href="/">Go to Today without saving</a></p></form>
            """, title: "Please send this again", place: ""), status: 403)
    }

    /// Passwords, PINs, codes and the secrets of other systems stand in no page.
    private static func isNeverRepeated(_ name: String) -> Bool { name.hasPrefix("password") || ["form_key", "code", "secret"].contains(name) }
}
