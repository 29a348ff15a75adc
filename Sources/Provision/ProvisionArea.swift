import Access
import AreaKit
import Database
import Pages

/// What is done for pupils beyond teaching for everyone: what there is, who gets it, whether it was given, and what it costs.
public struct ProvisionArea: Area {
    public let parts: [AreaPart]

    /// - Parameters:
    ///   - effects: what came of provisions, from the area that judges it; nothing where it is left out.
    ///   - beside: the areas that show something on the page of a provision.
    public init(effects: @escaping ProvisionEffects = { _, _, _, _ in [:] }, beside others: [any Area] = []) {
        parts = [mapPart(effects), runningPart(others.flatMap(\.provisionSections)), cataloguePart, sessionsPart, deliveryPart, costsPart, safetyNetPart]
    }

    public let name = "Provision"
    public let migrations = [Migration(401, "provision", PackageResources._401_provision_sql)]

    public var subjectSources: [SubjectSource] { provisionSubjectSources }
    public var chapters: [DemonstrationChapter] { [provisionChapter] }
    public var freeTexts: [FreeTexts] { provisionFreeTexts }
    public var oneToOne: OneToOneSource? { { reader, day in try reader.pupilsOneToOne(on: day) } }
}
