/// A section of an EHC plan (SEND Regulations 2014, reg 12).
public enum PlanSection: String, Sendable, CaseIterable {
    case a = "A", b = "B", c = "C", d = "D", e = "E", f = "F", g = "G", h1 = "H1", h2 = "H2", i = "I", j = "J", k = "K"

    public var content: String {
        switch self {
        case .a: "Views, interests and hopes of the child and the parents, or of the young person"
        case .b: "Special educational needs"
        case .c: "Health needs that go with them"
        case .d: "Social care needs that go with them or with a disability"
        case .e: "Outcomes sought, those for adult life among them"
        case .f: "Special educational provision"
        case .g: "Health provision that is reasonably required"
        case .h1: "Social care provision that must be made under section 2 of the Chronically Sick and Disabled Persons Act 1970"
        case .h2: "Other social care provision"
        case .i: "Placement: the school by name, or its type"
        case .j: "Personal budget"
        case .k: "Advice and information, in appendices"
        }
    }

    public var mark: EvidenceMark {
        switch self {
        case .a, .b, .c, .d, .f, .i, .k: .secondary
        case .e, .g, .h1, .h2, .j: .memory
        }
    }

    /// Whether the family may appeal about it; about health and care the tribunal may recommend when such an appeal is heard.
    public var isAppealable: Bool { [.b, .f, .i].contains(self) }
    public var mayBeRecommendedOn: Bool { [.c, .d, .g, .h1, .h2].contains(self) }
}
