import Access
import AreaKit
import Basics
import Database
import Pages
import Papers

/// Schools, staff, pupils and the SEND register: the ground all areas stand on.
public struct PeopleArea: Area {
    /// The areas that add sections and events to a pupil's page.
    private let others: [any Area]
    private let papers: PaperStore?

    /// - Parameters:
    ///   - others: the other areas of the house, whose part of a pupil's page is shown there.
    ///   - papers: where papers lie; where there is no such place, nothing of papers is shown.
    public init(beside others: [any Area] = [], papers: PaperStore? = nil) {
        self.others = others
        self.papers = papers
    }

    public let name = "People"
    public let migrations = [
        Migration(101, "people", PackageResources._101_people_sql),
        Migration(110, "register_export", PackageResources._110_register_export_sql),
        Migration(111, "caseload", PackageResources._111_caseload_sql),
        Migration(112, "emergency", PackageResources._112_emergency_sql),
        Migration(113, "handed_text", PackageResources._113_handed_text_sql),
        Migration(114, "restriction", PackageResources._114_restriction_sql),
        Migration(116, "contact_mail", PackageResources._116_contact_mail_sql),
        Migration(117, "actions", PackageResources._117_actions_sql),
        Migration(118, "school_counts", PackageResources._118_school_counts_sql),
        Migration(119, "attendance_marks", PackageResources._119_attendance_marks_sql),
        Migration(120, "school_address", PackageResources._120_school_address_sql),
    ] + paperMigrations

    public var routes: [Route] {
        let texts = freeTexts + others.flatMap(\.freeTexts)
        return registerRoutes + registerFileRoutes + bulkChangeRoutes + misTasksRoutes + addPupilRoutes + pupilTrailRoutes(texts)
            + pupilRoutes(sections: ownSections + others.flatMap(\.pupilSections), timelines: timelines + others.flatMap(\.timelines)) + pupilActRoutes + schoolRoutes + setMISOwnsRoutes
            + emergenciesRoutes + handOverRoutes + handOverTogetherRoutes + handedOverRoutes + handSavedTextRoutes(texts) + importRoutes(others.reportTakers) + importMapRoutes + importPreviewRoutes(others.reportTakers) + receiptRoutes + paperRoutes
            + addNoteRoutes + correctNoteRoutes + actionsRoutes + addActionRoutes + actionRoutes
    }

    public var apiRoutes: [APIRoute] { schoolsAPI + registerAPI + pupilAPI + pupilActsAPI + addPupilAPI + receiptsAPI + notesAPI + actionsAPI + schoolCountsAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        let pupils = viewer.inStaffParts.may(.seePupils) ? [MenuEntry("Pupils", registerPath(), place: "pupils", order: 20)] : familyMenu(for: viewer)
        let emergencies = viewer.may(.seeEmergencies) ? [MenuEntry("Emergencies", emergenciesPath(), place: "emergencies", order: 25)] : []
        let handed = viewer.may(.safeguard) ? [MenuEntry("Handed to you", handedOverPath(), place: "handed-over", order: 26)] : []
        let actions = viewer.may(.raiseConcern) ? [MenuEntry("To do", actionsPath(), place: "actions", order: 15)] : []
        return actions + pupils + emergencies + handed + schoolMenu(for: viewer)
    }

    public var timelines: [Timeline] { [registerTimeline, notesTimeline] }
    public var evidence: [EvidenceSource] { [attendanceEvidence] }
    public var safetyRules: [SafetyRule] { peopleSafetyRules }
    public var pageWords: [String: String] { pupilPageWords.merging(noteWords) { $1 } }
    public var todayItems: [TodayItem] { [actionsToday, ownChildrenToday, handedOverToday, lookAgainToday, misTasksToday, conflictsToday] }
    public var letterLines: [LetterLine] { actionsLetterLines }
    public var searches: [SearchSource] { [pupilSearch, schoolSearch] }
    public var freeTexts: [FreeTexts] { peopleFreeTexts }
    public var subjectSources: [SubjectSource] { peopleSubjectSources(papers) }
    public var chapters: [DemonstrationChapter] { [DemonstrationChapter(planted: peopleChapterGaps, tellPeopleChapter)] }

    /// The papers of a pupil, where there is a place for them.
    private var paperRoutes: [Route] {
        papers.map { addPaperRoutes($0) + paperFileRoutes($0) + withdrawPaperRoutes($0) } ?? []
    }

    private var ownSections: [PupilSection] { [notesSection, notesToRead, schoolCountsSection] + (papers == nil ? [] : [papersSection]) }

    /// Everything a person does about one pupil.
    private var pupilActRoutes: [Route] {
        changeStatus.routes(changeStatusPath) + correctStatus.routes(correctStatusPath)
            + addNeed.routes(addNeedPath) + endNeed.routes(endNeedPath) + chooseArea.routes(chooseAreaPath) + rankNeedsRoutes
            + startWatching.routes(startWatchingPath) + stopWatching.routes(stopWatchingPath)
            + startFlag.routes(startFlagPath) + endFlag.routes(endFlagPath) + joinBase.routes(joinBasePath) + leaveBase.routes(leaveBasePath)
            + startArrangement.routes(startArrangementPath) + endArrangement.routes(endArrangementPath)
            + recordDiagnosis.routes(recordDiagnosisPath) + correctDiagnosis.routes(correctDiagnosisPath) + withdrawDiagnosis.routes(withdrawDiagnosisPath)
            + addContact.routes(addContactPath) + changeContact.routes(changeContactPath) + endContact.routes(endContactPath)
            + addEmergency.routes(addEmergencyPath) + changeEmergency.routes(changeEmergencyPath) + endEmergency.routes(endEmergencyPath)
            + sealPupil.routes(sealPupilPath) + changeDetails.routes(changeDetailsPath)
    }
}
