import Access
import AreaKit
import Basics
import Database
import Mail
import Pages

/// What to do when one's password is gone: a link by mail where mail is set up, else by hand.
let forgottenPath = PagePath< >("/sign-in/forgotten")

extension AccountsArea {
    var forgottenRoutes: [Route] {
        [
            .read(forgottenPath, .arrive) { visit in
                try await visit.read({ try $0.mailSetting() }) == nil ? askSomebodyPage(visit) : forgottenPage(visit, FormValues())
            },
            .send(forgottenPath, .arrive) { visit in try await sendLink(visit) },
        ]
    }

    /// The same answer, and the same work, whether there is such an account or not.
    private func sendLink(_ visit: Visit) async throws -> Answer {
        let email = visit.request.form["email"].emailKey
        guard AddAccount.isAddress(email) else {
            return forgottenPage(visit, visit.request.form, Problems("email", "Type your mail address, such as amira.khan@example.org."), status: 422)
        }
        let attempt = try await visit.attempt(at: "new link for \(email)", of: nil)
        if let wait = try await visit.secondsToWait(before: attempt) {
            return forgottenPage(visit, visit.request.form, Problems("email", "A link was asked for just now. Wait \(wait.inWaitingWords), then try again."), status: 429)
        }
        try await visit.store.write(Act(who: "Somebody at the sign-in page", at: visit.now, way: .page, origin: visit.origin)) { [origin = visit.origin] writer in
            try writer.askForLink(to: email, origin: origin)
        }
        return visit.page("Look into your mail", """
            \(pageTitle("Look into your mail", lead: "If somebody with this address has an account, a letter with a link is on its way."))\
            <p>It can take a few minutes. Nothing came? Look among the unwanted mail, or ask your SENCO or whoever looks after Trellis in your trust.</p>\
            <p class="actions">\(linkButton("Go back to signing in", signInPath()))</p>
            """)
    }

    private func forgottenPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) -> Answer {
        let write = FormWriter(typed, problems)
        return visit.page(status == 200 ? "A new password" : "Problem: A new password", status: status, """
            \(write.summary)\(pageTitle("A new password", lead: "We send you a link with which you choose a new one."))\
            <form method="post" action="\(forgottenPath())" novalidate>\(write.text("email", "Your mail address at work", type: "email", autocomplete: "username"))\
            <p class="actions"><button>Send me a link</button> <a href="\(signInPath())">Go back to signing in</a></p></form>
            """)
    }

    private func askSomebodyPage(_ visit: Visit) -> Answer {
        visit.page("A new password", """
            \(pageTitle("A new password", lead: "Only people who know you can let you in again, so that nobody else can."))\
            <p>Ask your SENCO, your headteacher or whoever looks after Trellis in your trust. They make a link for you with one press. \
            With it you choose a new password.</p><p class="actions">\(linkButton("Go back to signing in", signInPath()))</p>
            """)
    }
}
