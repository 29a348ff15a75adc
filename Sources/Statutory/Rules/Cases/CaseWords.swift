import Basics

/// What is written for a request, each part by itself, as the councils' forms ask for it.
public struct CaseWords: Hashable, Sendable {
    /// Why provision through a plan may be necessary, in the school's words.
    public var reason = ""
    public var childViews = ""
    /// How the child's views were gathered.
    public var viewsHow = ""
    public var familyViews = ""
    /// What the child and the family hope for.
    public var hopes = ""
    /// What is known of social care needs.
    public var care = ""
    /// Whether the family, and a young person, agree to the request, and when they said so.
    public var agreement = ""

    public init() {}

    /// One part, as a form asks for it.
    struct Part: Sendable {
        let field: String
        let label: String
        var hint: String?
        var rows = 3
        let words: any WritableKeyPath<CaseWords, String> & Sendable
    }

    static let parts = [
        Part(field: "reason", label: "Why may provision through a plan be necessary?", hint: "What the school did, what came of it, and what is still not enough. The family may read this.", rows: 6, words: \.reason),
        Part(field: "child_views", label: "What does the child say?", hint: "In their own words.", words: \.childViews),
        Part(field: "views_how", label: "How did you gather the child’s views?", hint: "Such as: with pictures, by an adult they know.", rows: 2, words: \.viewsHow),
        Part(field: "family_views", label: "What does the family say?", hint: "In their own words.", words: \.familyViews),
        Part(field: "hopes", label: "What do the child and the family hope for?", words: \.hopes),
        Part(field: "care", label: "What is known of social care needs?", hint: "Only what the family or the council’s service said. “None known” is an answer.", rows: 2, words: \.care),
        Part(field: "agreement", label: "Do the family agree, and when did they say so?", hint: "From 16 on, does the young person?", rows: 2, words: \.agreement),
    ]

    static let longest = 10_000

    var problems: Problems {
        var problems = Problems()
        for part in Self.parts { problems.require(self[keyPath: part.words].count <= Self.longest, part.field, "Make this shorter: at most 10,000 letters.") }
        return problems
    }
}
