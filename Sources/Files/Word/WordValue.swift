import Basics

/// What a field of a form is filled with.
public enum WordValue: Sendable, Equatable, ExpressibleByStringLiteral {
    /// Words, which may stand on several lines. Empty ones count as not known.
    case text(String)
    /// Entries of a list, such as lines of provision; what stands in a row of the form is repeated for each. A list
    /// without entries is known to be empty: the form then says “None”.
    case rows([[String: WordValue]])

    public init(stringLiteral words: String) { self = .text(words) }
}

/// The values of a form by the names of their fields, such as `pupil.forename`; entries of a list carry the rest of
/// the name, so that `provision.what` is `what` in the rows of `provision`.
public typealias WordValues = [String: WordValue]

/// A form that has been filled.
public struct FilledForm: Sendable {
    /// The Word file.
    public let bytes: [UInt8]
    /// The fields that stay to be filled by hand, each once, in the order of the form.
    public let unfilled: [String]
}

/// Something that a school should mend in its form.
public struct FormFault: Sendable, Equatable {
    /// What stands between the braces.
    public let field: String
    /// The known name that comes nearest; nil where none is near, or where it is not about a name.
    public let nearest: String?
    /// What is wrong and how to mend it, in plain words.
    public let message: String
}
