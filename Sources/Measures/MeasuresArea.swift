import Access
import AreaKit
import Basics
import Database
import Pages

/// The one catalogue of scales, tests and instruments, and every result on them.
public struct MeasuresArea: Area {
    private let fromResults: [Start]
    private let onInstruments: [PageSection<InstrumentID>]

    /// - Parameter beside: the areas in which something may be begun from a result, and those that show something of a test.
    public init(beside others: [any Area] = []) {
        fromResults = others.flatMap(\.starts)
        onInstruments = others.flatMap(\.instrumentSections).sorted { $0.order < $1.order }
    }

    public let name = "Measures"
    public let migrations = [
        Migration(301, "measures", PackageResources._301_measures_sql),
        Migration(302, "instruments", PackageResources._302_instruments_sql),
        Migration(303, "more_instruments", PackageResources._303_more_instruments_sql),
    ]

    public var routes: [Route] {
        chooseResultsRoutes + classResultsRoutes + resultFileRoutes + pupilResultsRoutes(fromResults) + addResultRoutes + withdrawResultRoutes
            + catalogueRoutes + instrumentRoutes(onInstruments) + keepInstrumentRoutes + setCutOffsRoutes
    }

    public var apiRoutes: [APIRoute] { measuresAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.enterResults) ? [MenuEntry("Results", resultsPath(), place: "results", order: 27)] : []
    }

    public var pupilSections: [PupilSection] { [pupilResultsSection] }
    public var starts: [Start] { [Start("Enter a result", from: [.concern], needs: .enterResults) { pupil, _, _ in addResultPath(pupil) }] }
    public var timelines: [Timeline] { [resultsTimeline] }
    public var evidence: [EvidenceSource] { [resultsEvidence] }
    public var pageWords: [String: String] {
        ["/pupils/*/results": "What a pupil scored", "/pupils/*/results/add": "The form “Add results”", "/pupils/*/results/*/withdraw": "The form “Withdraw a result”",
         "/results/classes/*/instruments/*": "The results of a class",
         "/api/v1/pupils/*/results": "A result, from a program", "/api/v1/results": "Results, for a program"]
    }

    public var subjectSources: [SubjectSource] { [resultSource] }
    public var chapters: [DemonstrationChapter] { [DemonstrationChapter(tellMeasuresChapter)] }
    public var freeTexts: [FreeTexts] { [FreeTexts(("note", \TestResult.note), ("withdrawn_because", \TestResult.withdrawnBecause))] }
}
