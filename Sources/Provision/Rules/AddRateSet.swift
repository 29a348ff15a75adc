import Basics

/// Adds a set of rates that a council takes in claims for top-up.
public struct AddRateSet: Sendable {
    public let name: String
    public let laCode: String

    public init(name: String, laCode: String) { (self.name, self.laCode) = (name.trimmed, laCode.trimmed) }

    public func applied(beside: [RateSet]) throws -> Change<RateSet> {
        var problems = Problems()
        problems.require(!name.isEmpty, "name", "Give the council’s name.")
        problems.require(name.count <= 80, "name", "Make this shorter: at most 80 characters.")
        problems.require(laCode.count == 3 && laCode.utf8.allSatisfy { (48...57).contains($0) }, "la_code", "Give the three figures of the council, such as 370.")
        if !laCode.isEmpty, let other = beside.first(where: { $0.laCode == laCode }) { problems.add("la_code", "The rates of this council are here already: \(other.name).") }
        try problems.check()
        return Change("rates.added", to: RateSet(name: name, laCode: laCode))
    }
}
