/// What a school may put forward against being named (Children and Families Act 2014, s.39(4)); the LA weighs it.
/// “We are full” is none of them.
public enum ConsultationGround: String, Sendable, CaseIterable {
    case unsuitable = "UNSUIT", others = "OTHERS", resources = "RESRC"

    public var words: String {
        switch self {
        case .unsuitable: "The school is unsuitable for the child’s age, ability, aptitude or special educational needs"
        case .others: "The child’s attendance would be incompatible with the efficient education of others"
        case .resources: "The child’s attendance would be incompatible with the efficient use of resources"
        }
    }

    public var citation: String {
        switch self {
        case .unsuitable: "Children and Families Act 2014, s.39(4)(a)"
        case .others: "Children and Families Act 2014, s.39(4)(b)(i)"
        case .resources: "Children and Families Act 2014, s.39(4)(b)(ii)"
        }
    }

    /// Whether the LA could use it against a wish for mainstream (s.33), where no reasonable steps help. That is its test, never one school’s ground.
    public var countsAgainstMainstream: Bool { self == .others }
}
