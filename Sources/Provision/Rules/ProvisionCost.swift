import Basics

/// Something bought for a provision: materials, a licence, equipment. For one pupil, or shared by all who take part on that day.
public struct ProvisionCost: Hashable, Sendable {
    /// What was bought.
    public enum Kind: String, Sendable, CaseIterable {
        case materials, licence, equipment, training, other

        public var label: String {
            switch self {
            case .materials: "Materials"
            case .licence: "Licence"
            case .equipment: "Equipment"
            case .training: "Training"
            case .other: "Other"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var run: ProvisionID
    public var kind: Kind
    public var day: Day
    public var amount: Pence
    /// Nil where it is shared.
    public var pupil: PupilID?
    public var words: String
    /// Made by the page on which it was typed; nil for what the catalogue says.
    public var sendKey: String?

    public init(id: RowID = .new, run: ProvisionID = .new, kind: Kind, day: Day, amount: Pence, pupil: PupilID? = nil, words: String = "") {
        (self.id, self.run, self.kind, self.day) = (id, run, kind, day)
        (self.amount, self.pupil, self.words) = (amount, pupil, words)
    }

    /// What an entry of the catalogue says that its materials cost, when it begins with these pupils.
    static func usual(_ intervention: Intervention, _ pupils: [PupilID], on day: Day) -> [ProvisionCost] {
        let shared = intervention.sharedMaterials > Pence(0) ? [ProvisionCost(kind: .materials, day: day, amount: intervention.sharedMaterials, words: intervention.name)] : []
        if intervention.materialsEach <= Pence(0) { return shared }
        return shared + pupils.map { ProvisionCost(kind: .materials, day: day, amount: intervention.materialsEach, pupil: $0, words: intervention.name) }
    }

    /// Who bears it. What is shared follows the same base as sessions: the planned size, or those who take part.
    public func shared(in whole: WholeProvision, base: CostBase) -> SharedCost {
        if let pupil { return SharedCost(amount, among: [pupil], places: 1) }
        let members = whole.pupils(on: day), size = whole.pattern(on: day)?.plannedSize ?? members.count
        return SharedCost(amount, among: members, places: base == .planned ? size : members.count)
    }
}
