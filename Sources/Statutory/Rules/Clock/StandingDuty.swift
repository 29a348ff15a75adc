/// What is owed without a day: always, at once, or whenever something happens.
public struct StandingDuty: Hashable, Sendable {
    public let id: String
    public let owner: DutyOwner
    public let what: String
    public let when: String
    public let source: LawSource
    public let mark: EvidenceMark

    init(_ id: String, _ owner: DutyOwner, _ what: String, _ when: String, _ source: LawSource, _ mark: EvidenceMark) {
        (self.id, self.owner, self.what, self.when, self.source, self.mark) = (id, owner, what, when, source, mark)
    }

    public static let all = assessmentStandingDuties + reviewStandingDuties + schoolStandingDuties

    public static func named(_ ids: [String]) -> [StandingDuty] { ids.flatMap { id in all.filter { $0.id == id } } }
}
