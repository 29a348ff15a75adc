import Basics

/// What stands in a plan, section by section, and what the regulations ask for beyond it.
public struct PlanContents: Sendable {
    /// Sections in which something is written.
    public let written: Set<PlanSection>
    /// Whether provision helps to prepare for adulthood.
    public let preparesForAdulthood: Bool
    public let yearGroup: Int?
    public let isUnder18: Bool

    public init(written: Set<PlanSection>, preparesForAdulthood: Bool, yearGroup: Int?, isUnder18: Bool) {
        (self.written, self.preparesForAdulthood, self.yearGroup, self.isUnder18) = (written, preparesForAdulthood, yearGroup, isUnder18)
    }

    /// One thing that the plan lacks, with its line of the regulations.
    public struct Gap: Hashable, Sendable {
        public let section: PlanSection
        public let words: String
        public let citation: String
        public let mark: EvidenceMark
    }

    /// What is missing, in the order of the sections. A section may say that there is nothing; it may not be left out.
    public var gaps: [Gap] {
        PlanSection.allCases.flatMap { section in (isMissing(section) ? [missing(section)] : []) + adulthoodGap(section) }
    }

    private func isMissing(_ section: PlanSection) -> Bool {
        switch section {
        case .h1: isUnder18 && !written.contains(.h1)
        case .j: false
        default: !written.contains(section)
        }
    }

    private func missing(_ section: PlanSection) -> Gap {
        Gap(section: section, words: "Section \(section.rawValue) is missing: \(section.content.prefix(1).lowercased() + section.content.dropFirst()).",
            citation: "SEND Regulations 2014, reg 12", mark: section.mark)
    }

    private func adulthoodGap(_ section: PlanSection) -> [Gap] {
        guard section == .f, !preparesForAdulthood, let yearGroup, yearGroup >= 9 else { return [] }
        return [Gap(section: .f, words: "From Year 9 the plan must hold provision that helps to prepare for adulthood.", citation: "SEND Regulations 2014, reg 12", mark: .memory)]
    }
}
