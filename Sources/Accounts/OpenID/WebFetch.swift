import Basics
import Foundation
import FoundationNetworking
import Synchronization

/// One question to a provider.
struct WebQuestion: Sendable {
    let address: String
    /// What is sent as a form; nil to read.
    var form: String?
    var authorization: String?
}

/// What it answered.
struct WebAnswer: Sendable {
    let status: Int
    let body: [UInt8]
}

/// Asks a provider. A closure, so that tests may answer themselves.
typealias WebFetch = @Sendable (WebQuestion) async throws -> WebAnswer

/// Asks over the network: follows no redirection, keeps no cookie, waits ten seconds at most and reads a million bytes at most.
enum Web {
    static let fetch: WebFetch = { question in
        guard let url = URL(string: question.address) else { throw OpenIDRefusal.unreachable }
        var request = URLRequest(url: url)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        if let authorization = question.authorization { request.setValue(authorization, forHTTPHeaderField: "Authorization") }
        if let form = question.form {
            request.httpMethod = "POST"
            request.httpBody = Data(form.utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        return try await ask(request)
    }

    private static func ask(_ request: URLRequest) async throws -> WebAnswer {
        let settings = URLSessionConfiguration.ephemeral
        settings.timeoutIntervalForRequest = 10
        settings.timeoutIntervalForResource = 10
        settings.httpCookieStorage = nil
        settings.urlCache = nil
        return try await withCheckedThrowingContinuation { continuation in
            let session = URLSession(configuration: settings, delegate: Listener(continuation), delegateQueue: nil)
            session.dataTask(with: request).resume()
            session.finishTasksAndInvalidate()
        }
    }
}

/// Collects one answer.
private final class Listener: NSObject, URLSessionDataDelegate, Sendable {
    private let state: Mutex<(continuation: CheckedContinuation<WebAnswer, any Error>?, body: [UInt8])>
    private static let most = 1_000_000

    init(_ continuation: CheckedContinuation<WebAnswer, any Error>) { state = Mutex((continuation, [])) }

    func urlSession(_ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
                    completionHandler: @escaping (URLRequest?) -> Void) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let length = state.withLock { state in
            state.body += data
            return state.body.count
        }
        if length > Self.most { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let status = (task.response as? HTTPURLResponse)?.statusCode
        let (continuation, body) = state.withLock { state in
            defer { state.continuation = nil }
            return (state.continuation, state.body)
        }
        guard error == nil, let status, body.count <= Self.most else { continuation?.resume(throwing: OpenIDRefusal.unreachable); return }
        continuation?.resume(returning: WebAnswer(status: status, body: body))
    }
}
