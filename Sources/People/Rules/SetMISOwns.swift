import Basics

/// Says which groups of facts the school's own system keeps first; the rest is kept in Trellis first.
public struct SetMISOwns: Sendable {
    public let fields: Set<MISField>

    public init(fields: Set<MISField>) { self.fields = fields }

    public func applied(to school: School) -> Change<School> {
        var after = school
        after.misOwns = fields
        return Change("school.mis_fields_set", from: school, to: after)
    }
}
