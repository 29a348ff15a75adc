import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Who may sign in, which roles they play, and where they are signed in.
public struct AccountsArea: Area {
    private let ring: KeyRing?
    /// The keys as their file holds them at this moment.
    var keys: KeyRing? { ring?.asOfNow }
    let gate = PasswordGate()
    let providers: ProviderClient
    private let isDemonstration: Bool

    /// - Parameters:
    ///   - keys: what unlocks the seeds of second factors; nil where only migrations are asked for.
    ///   - isDemonstration: whether the invented people may be chosen without a password.
    public init(keys: KeyRing? = nil, isDemonstration: Bool = false) {
        ring = keys
        self.isDemonstration = isDemonstration
        providers = ProviderClient()
    }

    /// A house whose providers answer as a test says.
    init(keys: KeyRing, fetch: @escaping WebFetch) {
        (ring, isDemonstration, providers) = (keys, false, ProviderClient(fetch: fetch))
    }

    public let name = "Accounts"
    public let migrations = [
        Migration(121, "accounts", PackageResources._121_accounts_sql),
        Migration(124, "tokens", PackageResources._124_tokens_sql),
    ] + secretsMigrations + devicesMigrations

    public var routes: [Route] {
        signInRoutes + signInCodeRoutes + enrolRoutes + takeUpInvitationRoutes + signOutRoutes + forgottenRoutes
            + mySignInRoutes + freshCodesRoutes + changePasswordRoutes + digestRoutes
            + accountsRoutes + addAccountRoutes + accountRoutes + [newLinkRoute] + accountActRoutes + giveRoleRoutes + endAccountRoutes + rolesRoutes
            + signInWithRoutes + signInProvidersRoutes + addSignInProviderRoutes + addSignInRuleRoutes + tokenRoutes
            + tabletAndPINRoutes + openingRoutes + sharingRoutes
            + (isDemonstration ? demonstrationRoutes : [])
    }

    public var subjectSources: [SubjectSource] { accountSubjectSources }
    public var chapters: [DemonstrationChapter] { [DemonstrationChapter(tellAccountsChapter), DemonstrationChapter(tellDevicesChapter)] }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.keepAccounts) ? [MenuEntry("Who signs in", accountsPath(), place: "accounts", order: 70)] + emergencyMenu(for: viewer) : emergencyMenu(for: viewer)
    }

    /// Where one's own sign-in is looked after.
    public var doors: FrameDoors { FrameDoors(mine: mySignInPath(), signOut: signOutPath(), chooser: isDemonstration ? chooseRolePath() : nil) }
}
