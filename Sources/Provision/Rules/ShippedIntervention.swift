import Basics

/// A programme or strategy that comes with Trellis, as data beside the program. Descriptions are our own; numbers are
/// usual ones to begin with. A mistake in the data stops the first test.
public struct ShippedIntervention: Hashable, Sendable {
    public let intervention: Intervention
    /// Keys of tests of the catalogue that fit before and after, the nearest first.
    public let instruments: [String]

    public static let all: [ShippedIntervention] = {
        guard case .list(let list)? = try? JSON(reading: PackageResources.interventions_json) else { preconditionFailure("the interventions are no JSON list") }
        return list.map { ShippedIntervention(CatalogueData($0)) }
    }()

    /// The programme of a key; nil where none has it.
    public static func named(_ key: String) -> ShippedIntervention? { all.first { $0.intervention.key == key } }

    fileprivate init(_ data: CatalogueData) {
        guard let kind = InterventionKind(rawValue: data.text("kind")) else { preconditionFailure("no kind for \(data.text("key"))") }
        var entry = Intervention(key: data.text("key"), name: data.text("name"), kind: kind, areas: data.texts("areas"), groupSize: data.integer("group") ?? 0,
                                 minutes: data.integer("minutes") ?? 0, sessionsAWeek: data.integer("sessions") ?? 0, weeks: data.integer("weeks"), role: data.text("role"))
        (entry.about, entry.training, entry.licence) = (data.text("about"), data.text("training"), data.text("licence"))
        (entry.measuring, entry.evidence, entry.strands) = (data.text("measuring"), data.text("evidence"), data.texts("strands"))
        (intervention, instruments) = (entry, data.texts("instruments"))
    }
}

/// One object of the catalogue's data.
private struct CatalogueData {
    let values: JSON.KeyedValues

    init(_ json: JSON) {
        guard case .object(let values) = json else { preconditionFailure("an entry of the catalogue is no object") }
        self.values = values
    }

    func text(_ name: String) -> String { if case .text(let text)? = values[name] { text } else { "" } }
    func integer(_ name: String) -> Int? { if case .integer(let number)? = values[name] { number } else { nil } }

    func texts(_ name: String) -> [String] {
        guard case .list(let list)? = values[name] else { return [] }
        return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}
