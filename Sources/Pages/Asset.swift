/// A shipped file, held in the program itself.
public struct Asset: Sendable {
    let bytes: [UInt8]
    let type: String
    /// Changes with the bytes (FNV-1a), so that a browser never keeps the file of an older program.
    let version: String

    init(bytes: [UInt8], type: String) {
        self.bytes = bytes
        self.type = type
        version = String(bytes.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 36)
    }

    static let all: [String: Asset] = [
        "trellis.css": Asset(bytes: PackageResources.trellis_css, type: "text/css; charset=utf-8"),
        "trellis.js": Asset(bytes: PackageResources.trellis_js, type: "text/javascript; charset=utf-8"),
        "trellis.svg": Asset(bytes: PackageResources.trellis_svg, type: "image/svg+xml"),
    ]

    /// Where a page finds the file.
    static func address(_ name: String) -> Address { assetPath(name).asking(["v": all[name]?.version]) }

    /// The file of that name. Asked for by its version, browsers keep it for good: other bytes have another address.
    public static func answer(_ name: String, version: String = "") throws -> Answer {
        guard let asset = all[name] else { throw NotFound() }
        let keeping = version == asset.version ? "public, max-age=31536000, immutable" : "max-age=3600"
        return Answer(headers: [("Content-Type", asset.type), ("Cache-Control", keeping)], body: .bytes(asset.bytes))
    }
}
