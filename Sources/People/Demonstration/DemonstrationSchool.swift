import Basics

/// An invented school of the demonstration trust.
public struct DemonstrationSchool: Sendable, Equatable {
    public enum Kind: String, Sendable { case primary, secondary, special }

    /// Provision inside a mainstream school that the local authority recognises.
    public enum Base: String, Sendable { case unit, resourced }

    public let urn: String
    public let laCode: String
    public let establishmentNumber: String
    public let name: String
    public let kind: Kind
    public let nursery: Bool
    public let base: Base?
    /// Curriculum years by number, youngest first: nursery is below zero, Reception 0.
    public let years: ClosedRange<Int>
    public let town: String
    public let postcode: String

    /// How many places the unit or the resourced provision has.
    public var basePlaces: Int { base == nil ? 0 : 20 }
    /// The local authority's number and the school's own, as transfer files write them together.
    public var laEstab: String { laCode + establishmentNumber }
    public var laName: String { DemonstrationSchool.authorities[laCode] ?? "" }

    /// The two authorities that do not exist.
    public static let authorities = ["998": "Wendhamshire", "999": "Marlshire"]

    init(_ plan: DemonstrationShape.School, place: Int) {
        urn = "\(999_101 + place)"
        laCode = place % 3 < 2 ? "999" : "998"
        name = plan.name
        (kind, nursery, base) = (plan.kind, plan.nursery, plan.base)
        switch plan.kind {
        case .primary: (establishmentNumber, years) = ("\(2101 + place)", (plan.nursery ? -2 : 0)...6)
        case .secondary: (establishmentNumber, years) = ("\(4101 + place)", 7...11)
        case .special: (establishmentNumber, years) = ("\(7101 + place)", 0...(place % 2 == 0 ? 6 : 11))
        }
        town = DemonstrationSchool.towns[place % DemonstrationSchool.towns.count]
        postcode = "ZZ99 \(place % 9 + 1)ZZ"
    }

    private static let towns = ["Marlbury", "Great Wendham", "Osterwick", "Marlbury", "Little Harrow Green"]
}
