import Basics
import Pages

// The addresses of impact.

/// What interventions of a school did in a year.
public let impactPath = PagePath< >("/impact")
/// What one intervention did.
public let interventionImpactPath = PagePath<InterventionID>("/impact/*")
/// Keeps, adapts or stops an intervention.
public let decideImpactPath = PagePath<InterventionID>("/impact/*/decide")
/// By which scale a provision is judged.
public let judgeRunPath = PagePath<ProvisionID>("/provisions/*/measure")
/// Looks at how pupils do against what is expected, half-term by half-term.
public let dropsPath = PagePath< >("/drops")
/// One data drop.
public let dropPath = PagePath<DataDropID>("/drops/*")

extension Address {
    /// The same for a school in an academic year.
    func at(_ school: SchoolID?, in year: AcademicYear) -> Address { asking(["school": school.map { "\($0)" }, "year": "\(year.starting)"]) }
}
