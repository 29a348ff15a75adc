import Basics
import Dispatch

/// Lets at most two passwords be computed at a time, so that a crowd at the door never takes all memory or all
/// threads; the others wait in line, and where the line is long they are told so.
public actor PasswordGate {
    private let most: Int
    private let longestLine: Int
    private var inside = 0
    private var line: [CheckedContinuation<Void, Never>] = []
    private let bench = DispatchQueue(label: "passwords", attributes: .concurrent)

    public init(atOnce most: Int = 2, line longestLine: Int = 50) {
        self.most = most
        self.longestLine = longestLine
    }

    /// - Throws: `Problems` when too many wait.
    public func hash(of password: String) async throws -> PasswordHash {
        try await pass { try PasswordHash.made(of: password) }
    }

    /// Whether this is the password; where there is no account give nil, and the answer, no, takes as long.
    /// - Throws: `Problems` when too many wait.
    public func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        let matches = try await pass { try (hash ?? .nobody).matches(password) }
        return matches && hash != nil
    }

    /// Runs the work on a thread of its own once there is room.
    func pass<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            bench.async { continuation.resume(with: Result(catching: work)) }
        }
    }

    private func enter() async throws {
        if inside < most { inside += 1; return }
        guard line.count < longestLine else { throw Problems("", "Too many people are signing in at this moment. Wait half a minute, then try again.") }
        // Whoever leaves hands over the place, so `inside` stays as it is.
        await withCheckedContinuation { line.append($0) }
    }

    private func leave() {
        if line.isEmpty { inside -= 1 } else { line.removeFirst().resume() }
    }
}
