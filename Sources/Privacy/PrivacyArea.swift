import Access
import AreaKit
import Basics
import Database
import Pages

/// Who looked, copies, corrections, how long records are kept, and how they end.
public struct PrivacyArea: Area {
    private let others: [any Area]

    /// - Parameter others: the other areas of the house, which say what they keep about people. The area above them comes last.
    public init(reading others: [any Area] = []) { self.others = others }

    public let name = "Privacy"
    public let migrations = [Migration(141, "privacy", PackageResources._141_privacy_sql), Migration(142, "sight_disposal", PackageResources._142_sight_disposal_sql)]

    public var routes: [Route] {
        privacyRoutes + pupilFileRoutes + requestActRoutes + requestRoutes + copyRoutes(sources) + releasedCopyRoutes
            + retentionRoutes + disposalRoutes(sources) + dueSightsRoutes + holdRoutes + transferRoutes + correctionRoutes + restrictionRoutes + complaintRoutes + sightRoutes(PageWords(others + [self]))
    }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.protectData) ? [MenuEntry("Data protection", privacyPath(), place: "privacy", order: 60)] : []
    }

    public var pupilSections: [PupilSection] { [disagreementSection] }
    public var freeTexts: [FreeTexts] { privacyFreeTexts }
    public var pageWords: [String: String] { privacyPageWords }
    public var todayItems: [TodayItem] { [privacyToday] }
    public var subjectSources: [SubjectSource] { privacySubjectSources }
    public var chapters: [DemonstrationChapter] { [DemonstrationChapter { [sources] store, today in try await tellPrivacyChapter(store, today, sources) }] }

    /// What the whole house keeps about people, the ground first.
    private var sources: [SubjectSource] { others.flatMap(\.subjectSources) + subjectSources }
}
