/// A shipped file, held in the program itself.
public struct Asset: Sendable {
    let bytes: [UInt8]
    let type: String

    static let all: [String: Asset] = [
        "trellis.css": Asset(bytes: PackageResources.trellis_css, type: "text/css; charset=utf-8"),
        "trellis.js": Asset(bytes: PackageResources.trellis_js, type: "text/javascript; charset=utf-8"),
        "trellis.svg": Asset(bytes: PackageResources.trellis_svg, type: "image/svg+xml"),
    ]

    /// The file of that name, kept by browsers for an hour.
    public static func answer(_ name: String) throws -> Answer {
        guard let asset = all[name] else { throw NotFound() }
        return Answer(headers: [("Content-Type", asset.type), ("Cache-Control", "max-age=3600")], body: .bytes(asset.bytes))
    }
}
