import Basics

/// Where money for provision comes from (domain 6.3).
public struct FundingStream: Hashable, Sendable {
    public let key: String
    public let label: String
    /// True where the government has only proposed it.
    public let isProposal: Bool

    private init(_ key: String, _ label: String, isProposal: Bool = false) { (self.key, self.label, self.isProposal) = (key, label, isProposal) }

    public static let all = [
        FundingStream("E1", "Core funding for every pupil (element 1)"),
        FundingStream("E2", "Notional SEN budget (element 2)"),
        FundingStream("E3", "Top-up from a council (element 3)"),
        FundingStream("PL", "Place funding"),
        FundingStream("IMF", "Inclusive Mainstream Fund"),
        FundingStream("PP", "Pupil premium"),
        FundingStream("EAH", "Experts at Hand, in kind"),
        FundingStream("POOL", "SEND fund of a group of schools", isProposal: true),
        FundingStream("TR", "Trust’s central team"),
    ]

    /// Those that come for a school and never for one pupil.
    static let ofSchools = ["E1", "E2", "PL"]

    /// What can be recorded for one pupil, and what for a school.
    public static let forPupils = ["E3", "PP", "IMF", "EAH", "TR"].compactMap(named), forSchools = ["E2", "PL", "E1", "IMF", "PP", "EAH", "TR"].compactMap(named)

    /// The words for a stream; its key where it isn't in the list.
    public static func label(_ key: String) -> String { key.isEmpty ? "The school’s own budget" : named(key)?.label ?? key }

    /// The stream of a key; nil where none has it.
    public static func named(_ key: String) -> FundingStream? { all.first { $0.key == key } }
}
