import Basics
@testable import Provision
import Testing

@Suite("Words for what stands in lists")
struct LabelTests {
    static let lists: [[String]] = [
        InterventionKind.allCases.map(\.label), InterventionKind.allCases.map(\.layer), Proof.allCases.map(\.label), SessionResult.allCases.map(\.label), SessionReason.allCases.map(\.label),
        SessionPupil.Away.allCases.map(\.label), OwedLine.Per.allCases.map(\.label), CostBase.allCases.map(\.label), ProvisionCost.Kind.allCases.map(\.label), VarianceReason.allCases.map(\.label),
        StaffRole.all.map(\.label), StaffRole.all.map(\.key), FundingStream.all.map(\.label), FundingStream.all.map(\.key), EvidenceStrand.all.map(\.name),
    ]

    @Test("Each has words of its own", arguments: lists)
    func words(list: [String]) { #expect(!list.contains("") && Set(list).count == list.count) }

    @Test("A role that nobody knows is shown as it came")
    func unknown() { #expect(StaffRole.label("ta") == "Teaching assistant" && StaffRole.label("TA3") == "TA3") }
}
