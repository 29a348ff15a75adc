import Access
import AreaKit
import Basics
import Database
import Pages
import Papers

/// The page that fills a form from an episode of early help of a pupil.
public typealias EarlyHelpForm = @Sendable (PupilID, RowID) -> Address

/// Who outside the school helps pupils: how to refer to them, what was asked of them, and what they advised.
public struct AgenciesArea: Area {
    public let parts: [AreaPart]

    /// - Parameters:
    ///   - papers: where papers lie; nil where nobody looks at pages.
    ///   - earlyHelpForm: where the council's form is filled from an episode of early help, by the area that knows forms.
    public init(papers: PaperStore? = nil, earlyHelpForm: EarlyHelpForm? = nil) {
        parts = [registerPart, referralsPart, advicePart, fairnessPart, sharingPart(papers), earlyHelpPart(earlyHelpForm)]
    }

    public let name = "Agencies"
    public let migrations = [
        Migration(501, "agencies", PackageResources._501_agencies_sql),
        Migration(502, "referrals", PackageResources._502_referrals_sql),
        Migration(503, "advice", PackageResources._503_advice_sql),
        Migration(504, "advice_links", PackageResources._504_advice_links_sql),
        Migration(505, "sharing", PackageResources._505_sharing_sql),
        Migration(506, "early_help", PackageResources._506_early_help_sql),
    ]

    public var apiRoutes: [APIRoute] { agenciesAPI }
    public var chapters: [DemonstrationChapter] { [agenciesChapter, earlyHelpChapter] }
}
