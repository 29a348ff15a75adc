import Dispatch

/// A gate that one side opens and the other waits at, by blocking or by suspending.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let (stream, continuation) = AsyncStream<Void>.makeStream()

    func open() {
        semaphore.signal()
        continuation.finish()
    }

    func wait() { semaphore.wait() }
    func passed() async { for await _ in stream {} }
}
