import Access
import AreaKit
import Basics
import Database
import Pages

/// Adds a system through which people sign in.
let addSignInProviderPath = PagePath< >("/sign-in-providers/add")

extension AccountsArea {
    var addSignInProviderRoutes: [Route] {
        [
            .read(addSignInProviderPath, .keepAccounts) { visit in
                try visit.mustKeepProviders()
                return addProviderPage(visit, FormValues())
            },
            .send(addSignInProviderPath, .keepAccounts) { visit in
                try visit.mustKeepProviders()
                guard let keys else { throw NotFound() }
                let typed = visit.request.form
                do {
                    _ = try await visit.write { try $0.add(typed.addedProvider, secret: typed["secret"], keys) }
                    return .goTo(signInProvidersPath())
                } catch let problems as Problems {
                    return addProviderPage(visit, typed, problems)
                }
            },
        ]
    }
}

extension FormValues {
    fileprivate var addedProvider: AddSignInProvider {
        AddSignInProvider(name: self["name"], issuer: self["issuer"], clientID: self["client_id"], domains: self["domains"], asksSecondFactor: self["asks"] == "yes")
    }
}

private func addProviderPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems()) -> Answer {
    var typed = typed
    typed.set("secret", "")
    let write = FormWriter(typed, problems), title = "Add a system to sign in with"
    let body: HTML = """
        \(crumbs(("Signing in through another system", signInProvidersPath())))\(write.summary)\
        \(pageTitle(title, lead: "First make an entry for Trellis in the other system. There it is called an app registration (Microsoft) or an OAuth client (Google)."))\
        <p>Give it this redirect URI, letter by letter: <code>\(visit.request.callback)</code></p>\
        \(form(addSignInProviderPath(), button: "Add this system", back: signInProvidersPath(), """
            \(write.text("name", "Its name on the button", hint: "Such as Microsoft or Google."))\
            \(write.text("issuer", "Issuer", hint: "Google: https://accounts.google.com. Microsoft: https://login.microsoftonline.com/TENANT/v2.0, with your tenant’s number in the place of TENANT."))\
            \(write.text("client_id", "Client ID", hint: "Microsoft calls it application ID."))\
            \(write.text("secret", "Client secret", hint: "It is kept under lock and never shown again.", type: "password"))\
            \(write.text("domains", "Mail domains of your people", hint: "What stands behind the @, with blanks between: elm.example.org oak.example.org"))\
            \(write.checkbox("asks", Choice("yes", "It asks everybody for a second factor itself", hint: "Tick this only if it does so for all of your people. Otherwise Trellis asks.")))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "accounts", body) : visit.formAgain(title, at: "accounts", body)
}
