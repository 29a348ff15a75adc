import Basics
import Foundation
import HTTPTypes
import Hummingbird

/// Carries pages over HTTP: a request becomes plain values, an answer becomes a response.
public struct PageServer: Sendable {
    /// Where uploaded files lie while a visit lasts.
    let uploads: String
    let limits: Limits
    let reach: Reach
    let journal: RequestJournal
    /// Whether the sender of this request, whose body is not read yet, may send files: a stranger fills no disk.
    let admitsFiles: @Sendable (PageRequest) async throws -> Bool

    /// The methods that an address for programs takes; nil where there is none.
    let allowed: @Sendable (String) -> String?

    public init(uploads: String, limits: Limits = Limits(), reach: Reach = Reach(), journal: RequestJournal = RequestJournal(),
                admitsFiles: @escaping @Sendable (PageRequest) async throws -> Bool = { _ in true },
                allowed: @escaping @Sendable (String) -> String? = { _ in nil }) {
        self.allowed = allowed
        self.admitsFiles = admitsFiles
        self.uploads = uploads
        self.limits = limits
        self.reach = reach
        self.journal = journal
    }

    /// One request from its first byte to the last of its answer. What went wrong on our side is named to the reader
    /// by a mark that also stands in the log.
    public func respond(to request: Request, from peer: String, _ answer: @Sendable (PageRequest) async throws -> Answer) async -> Response {
        let began = ContinuousClock.now
        let given = await self.answer(request, peer, answer)
        let response = response(given.answer, to: request, isSecure: caller(request, peer).isSecure, leaves: given.leaves)
        journal.note(request, status: response.status.code, bytes: response.body.contentLength, began)
        return response
    }

    /// The answer, and whether the rest of what is sent is not wanted.
    private func answer(_ request: Request, _ peer: String, _ answer: @Sendable (PageRequest) async throws -> Answer) async -> (answer: Answer, leaves: Bool) {
        do {
            let asked = try await self.request(request, from: peer)
            defer { asked.files.forEach { try? FileManager.default.removeItem(atPath: $0.path) } }
            return (try await answer(asked), false)
        } catch let refused as Refused {
            return (Answer(refused, path: request.uri.path), !["GET", "HEAD"].contains(request.method.rawValue))
        } catch {
            return (Answer(fault(error, request), path: request.uri.path), false)
        }
    }

    private func fault(_ error: any Error, _ request: Request) -> Refused {
        let mark = journal.fault(error, request)
        return Refused(status: 500, "Something went wrong on our side. Nothing was saved. Try again; if it happens again, tell whoever runs Trellis this mark: \(mark)")
    }

    private func response(_ answer: Answer, to request: Request, isSecure: Bool, leaves: Bool) -> Response {
        guard var fields = SafeHeaders.fields(answer.headers, isSecure: isSecure) else {
            return response(Answer(fault(UnsafeHeader(), request), path: request.uri.path), to: request, isSecure: isSecure, leaves: leaves)
        }
        if leaves { fields[.connection] = "close" }
        let body = body(answer.body)
        return Response(status: .init(code: answer.status), headers: fields, body: request.method.rawValue == "HEAD" ? lengthOnly(body, answer.body) : body)
    }

    /// An answer to HEAD: what GET would say of itself (RFC 9110, section 9.3.2), and no body.
    private func lengthOnly(_ body: ResponseBody, _ source: Answer.Body) -> ResponseBody {
        Answer(headers: [], body: source).discard()
        return ResponseBody(contentLength: body.contentLength) { writer in try await writer.finish(nil) }
    }

    private func body(_ body: Answer.Body) -> ResponseBody {
        switch body {
        case .bytes(let bytes): return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .file(let path):
            return ResponseBody { writer in
                defer { try? FileManager.default.removeItem(atPath: path) }
                guard let file = FileHandle(forReadingAtPath: path) else { throw NotFound() }
                while let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            }
        case .pieces(let length, let open):
            return ResponseBody(contentLength: length) { writer in
                let next = try open()
                while let piece = try next() { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
        }
    }
}

/// A field of an answer would have held a control character.
private struct UnsafeHeader: Error {}
