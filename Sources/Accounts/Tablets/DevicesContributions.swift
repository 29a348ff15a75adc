import Access
import AreaKit
import Database
import Pages
import People

/// The tables of tablets, and of links for councils.
let devicesMigrations = [Migration(123, "devices", PackageResources._123_devices_sql), Migration(126, "sharing", PackageResources._126_sharing_sql)]

extension AccountsArea {
    var tabletAndPINRoutes: [Route] { tabletsRoutes + pinSignInRoutes + setPINRoutes }

    var openingRoutes: [Route] { openRecordRoutes + breakGlassRoutes + breakGlassAlertRoutes + endOpenedRoutes }

    var sharingRoutes: [Route] {
        shareRoutes + [shareWithParent, shareWithYoungPerson, keepFromFamily, shareWithSpecialist].flatMap { $0.routes(keys) } + shareWithCouncilRoutes + openCouncilLinkRoutes
    }

    public var pupilSections: [PupilSection] { [openedSection, sharedSection] }

    /// Reasons are sentences about a child, and may have to be handed over.
    public var freeTexts: [FreeTexts] { [FreeTexts((column: "reason", text: \OpenedRecord.reason)), FreeTexts((column: "reason", text: \CaseloadMember.reason))] }

    public var pageWords: [String: String] { accountsPageWords }

    public var todayItems: [TodayItem] { [alertsToday] }

    func emergencyMenu(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.openRecord) ? [MenuEntry("Emergency access", breakGlassPath(), place: "emergency", order: 75)] : []
    }
}
