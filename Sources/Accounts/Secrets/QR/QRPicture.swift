import Basics
import Pages

/// A code for a phone's camera as a picture: black on white in both colour schemes, with the quiet zone of four
/// modules that cameras need. Nil where the text is longer than 213 bytes.
/// - Parameter label: what people read who can't see it.
public func qrPicture(_ text: String, label: String) -> HTML? {
    guard let code = QRCode(text) else { return nil }
    let side = code.size + 8
    return """
        <svg viewBox="0 0 \(side) \(side)" width="240" height="240" role="img" aria-label="\(label)" shape-rendering="crispEdges">\
        <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(code.path)"/></svg>
        """
}

extension QRCode {
    /// One stroke for each run of dark modules.
    fileprivate var path: String {
        modules.enumerated().map { row, line in
            line.indices.filter { line[$0] && ($0 == 0 || !line[$0 - 1]) }.map { start in
                let length = line[start...].prefix { $0 }.count
                return "M\(start + 4) \(row + 4)h\(length)v1h-\(length)z"
            }.joined()
        }.joined()
    }
}
