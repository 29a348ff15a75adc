/// Where a rule stands, and how strongly it binds.
public struct LawSource: Hashable, Sendable {
    public let force: Force
    public let citation: String

    init(_ force: Force, _ citation: String) { (self.force, self.citation) = (force, citation) }

    static func act(_ section: String) -> LawSource { LawSource(.law, "Children and Families Act 2014, s.\(section)") }
    static func regulation(_ number: String) -> LawSource { LawSource(.law, "SEND Regulations 2014, reg \(number)") }
    static func code(_ paragraph: String) -> LawSource { LawSource(.code, "SEND Code of Practice 2015, \(paragraph)") }
    static func law(_ citation: String) -> LawSource { LawSource(.law, citation) }
}
