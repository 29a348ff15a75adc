import Basics
import Foundation
import Subprocess

/// Asks for one page again and again with wrk, a second process on this machine.
struct Load: Sendable {
    let requestsPerSecond: Double
    /// Median time to an answer, in milliseconds.
    let median: Double
    let requests: Double

    private static let longest = 30

    /// - Parameter users: how many ask at once.
    static func on(_ address: String, cookie: String, users: Int, seconds: Int) async throws -> Load {
        let outcome = try await Subprocess.run(
            .name("wrk"), arguments: ["--threads", "1", "--connections", "\(users)", "--duration", "\(seconds)s", "--timeout", "30s", "--latency", "--header", "Cookie: \(cookie)", address],
            output: .string(limit: 1 << 16), error: .discarded)
        let text = outcome.standardOutput
        guard let rate = number(after: "Requests/sec:", in: text) else { throw BenchProblem("wrk did not answer for \(address): \(text)") }
        if text.contains("Non-2xx") { throw BenchProblem("\(address) did not answer with a page: \(text)") }
        let requests = number(before: " requests in", in: text) ?? rate * Double(seconds)
        let median = milliseconds(after: "50%", in: text)
        if requests > 0, median > 0 { return Load(requestsPerSecond: rate, median: median, requests: requests) }
        // So slow that none was answered in time, or the first only after it: that is no answer of 0 ms.
        guard seconds < longest else { throw BenchProblem("\(address) was not answered in \(longest) seconds") }
        return try await on(address, cookie: cookie, users: users, seconds: longest)
    }

    private static func number(after label: String, in text: String) -> Double? {
        text.range(of: label).flatMap { Double(text[$0.upperBound...].drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }) }
    }

    private static func number(before label: String, in text: String) -> Double? {
        text.range(of: label).flatMap { range in
            text[..<range.lowerBound].split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) }
        }
    }

    private static func milliseconds(after label: String, in text: String) -> Double {
        guard let range = text.range(of: label) else { return 0 }
        let word = text[range.upperBound...].drop { $0 == " " }.prefix { !$0.isWhitespace }
        let value = Double(word.prefix { $0.isNumber || $0 == "." }) ?? 0
        return word.hasSuffix("us") ? value / 1000 : word.hasSuffix("ms") ? value : value * 1000
    }
}

struct BenchProblem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
