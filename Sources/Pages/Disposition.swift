import Basics

/// Whether a browser keeps a file or may show it.
public enum Disposition: String, Sendable {
    case attachment, inline
}

/// The header that names a file (RFC 6266): a name of plain letters for every browser, and where that loses something, the
/// whole name in the form of RFC 8187 beside it. Nothing in a name can end the header or begin another.
public func disposition(_ disposition: Disposition, name: String) -> String {
    let name = AttachmentName(name).text
    let plain = String(name.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
    let whole = plain == name ? "" : "; filename*=UTF-8''\(Address.encoded(name))"
    return "\(disposition.rawValue); filename=\"\(plain)\"\(whole)"
}

/// Letters, figures and a few marks that need no escape between quotes.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value >= 32 && scalar.value < 127 && !"\"\\%/;".unicodeScalars.contains(scalar)
}

/// The name of a file to be kept, as a header field says it (RFC 6266; RFC 8187 for what is not ASCII).
struct AttachmentName {
    let text: String

    /// Folders, control characters and what turns text round are left out; nothing left is `file`.
    init(_ text: String) {
        let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace || $0 == " " }.filter { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned].contains(scalar.properties.generalCategory)
                && scalar != "/" && scalar != "\\"
        }
        self.text = String(String.UnicodeScalarView(kept)).trimmed.nonEmpty.map { String($0.prefix(150)) } ?? "file"
    }
}
