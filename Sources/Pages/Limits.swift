/// How much one request may hold. Whoever needs more reads a file in at the command line.
public struct Limits: Sendable {
    /// The text of a form, or JSON, in bytes.
    public var form = 1 << 20
    /// All files of one form together, in bytes.
    public var files = 64 << 20
    /// Fields of a form, or questions of an address.
    public var fields = 10_000
    /// Files in one form.
    public var fileCount = 20
    /// A path, and what stands behind its `?`, in bytes.
    public var path = 2_000, query = 8_000

    public init() {}
}

/// How long one may take, and how many may come at once (protection against slow clients; CWE-400).
public struct Pace: Sendable {
    /// Seconds until the first request's head must be there, and until the next one on the same connection.
    public var head = 10, nextHead = 75
    /// Bytes a second that a body must bring, counted over each `look` seconds.
    public var bodyRate = 500, look = 10
    /// Seconds until a body must be whole.
    public var body = 900
    /// Seconds in which a reader must take at least some of what is ready.
    public var reading = 60
    /// Seconds that open answers still have when the program is told to stop.
    public var stopping = 10
    /// Open connections: all together, and from one address that is not a proxy of ours.
    public var connections = 800, perAddress = 200

    public init() {}
}
