import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Pages

/// Requests as the server hands them on.
enum Asked {
    static func request(_ method: String = "GET", _ target: String = "/", host: String? = "127.0.0.1:8642",
                        _ headers: KeyValuePairs<String, String> = [:], body: [UInt8] = []) throws -> Request {
        guard let method = HTTPRequest.Method(method) else { throw NotFound() }
        var fields = HTTPFields()
        for (name, value) in headers { HTTPField.Name(name).map { fields.append(HTTPField(name: $0, value: value)) } }
        return Request(head: HTTPRequest(method: method, scheme: "http", authority: host, path: target, headerFields: fields),
                       body: RequestBody(buffer: ByteBuffer(bytes: body)))
    }

    /// A folder of its own for one test's uploads.
    static func folder() -> String { NSTemporaryDirectory() + "trellis-" + UUID().uuidString }

    static func fields(_ response: Response) -> [String: String] {
        Dictionary(response.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Keeps what a response would send.
struct Told: ResponseBodyWriter {
    final class Kept: @unchecked Sendable { var bytes: [UInt8] = [] }
    let kept = Kept()

    mutating func write(_ buffer: ByteBuffer) async throws { kept.bytes += Array(buffer.readableBytesView) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}

    static func bytes(_ response: Response) async throws -> [UInt8] {
        let writer = Told(), kept = writer.kept
        try await response.body.write(writer)
        return kept.bytes
    }
}
