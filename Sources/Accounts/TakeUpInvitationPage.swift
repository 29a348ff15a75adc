import Access
import AreaKit
import Basics
import Database
import Pages

/// A one-time link: whoever has it chooses their password.
public let invitationPath = PagePath<String>("/invitation/*")

extension AccountsArea {
    var takeUpInvitationRoutes: [Route] {
        [
            .read(invitationPath, .arrive) { visit, token in
                guard let account = try await visit.read({ [now = visit.now] in try $0.invited(token, at: now)?.account }) else { return outOfDate(visit) }
                return takeUpPage(visit, token, account, FormValues())
            },
            .send(invitationPath, .arrive) { visit, token in try await takeUp(visit, token) },
        ]
    }

    private func takeUp(_ visit: Visit, _ token: String) async throws -> Answer {
        let typed = visit.request.form
        guard let account = try await visit.read({ [now = visit.now] in try $0.invited(token, at: now)?.account }) else { return outOfDate(visit) }
        do {
            try ChoosePassword(password: typed["password"], again: typed["password_again"]).check(await visit.read { try $0.passwordRule(for: account) })
        } catch let problems as Problems {
            return takeUpPage(visit, token, account, FormValues(), problems, status: 422)
        }
        let hash = try await gate.hash(of: typed["password"])
        let act = Act(who: account.name, account: account.id, at: visit.now, way: .page)
        let taken = try await visit.store.write(act) { try $0.takeUp(token, hash) }
        guard taken else { return outOfDate(visit) }
        return try await begin(account.id, visit, way: "password", shared: false, next: "")
    }

    private func takeUpPage(_ visit: Visit, _ token: String, _ account: Account, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) -> Answer {
        let write = FormWriter(typed, problems)
        return visit.page(status == 200 ? "Choose your password" : "Problem: Choose your password", status: status, """
            \(write.summary)\(pageTitle("Choose your password", lead: "Welcome, \(account.name). You will sign in as \(account.email)."))\
            <form method="post" action="\(invitationPath(token))" novalidate>\(write.passwordFields)\
            <p class="actions"><button>Keep this password and go on</button></p></form>
            """)
    }

    private func outOfDate(_ visit: Visit) -> Answer {
        visit.page("This link no longer works", status: 404, """
            \(pageTitle("This link no longer works", lead: "It was used before, or it is too old."))\
            <p>Did you choose your password already? Then sign in. Otherwise ask whoever sent it to you for a new one.</p>\
            <p class="actions">\(linkButton("Sign in", signInPath()))</p>
            """)
    }
}

extension FormWriter {
    /// The two fields in which a password is chosen.
    var passwordFields: HTML {
        text("password", "Your new password", hint: "At least 12 characters. Three random words are easy to remember and hard to guess.", type: "password", autocomplete: "new-password")
            + text("password_again", "The same once more", type: "password", autocomplete: "new-password")
    }
}
