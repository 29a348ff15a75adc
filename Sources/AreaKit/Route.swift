import Access
import Pages

/// One thing that can be asked for, and the permission it needs. A route without a permission does not compile.
public struct Route: Sendable {
    public let method: PageRequest.Method
    public let pattern: String
    public let permission: Permission
    public let answer: @Sendable (Visit, [String]) async throws -> Answer

    /// Whether it is about more than one's own way in and out.
    var changesRecords: Bool { permission != .arrive && permission != .visit }

    /// A page that is looked at.
    public static func read<each Part: PathPart>(
        _ path: PagePath<repeat each Part>, _ permission: Permission,
        _ answer: @escaping @Sendable (Visit, repeat each Part) async throws -> Answer
    ) -> Route {
        Route(.read, path, permission, answer)
    }

    /// A form that is sent.
    public static func send<each Part: PathPart>(
        _ path: PagePath<repeat each Part>, _ permission: Permission,
        _ answer: @escaping @Sendable (Visit, repeat each Part) async throws -> Answer
    ) -> Route {
        Route(.send, path, permission, answer)
    }

    /// For routes that are declared in another way, with the texts of their parts.
    init(_ method: PageRequest.Method, _ pattern: String, _ permission: Permission, _ answer: @escaping @Sendable (Visit, [String]) async throws -> Answer) {
        (self.method, self.pattern, self.permission, self.answer) = (method, pattern, permission, answer)
    }

    private init<each Part: PathPart>(
        _ method: PageRequest.Method, _ path: PagePath<repeat each Part>, _ permission: Permission,
        _ answer: @escaping @Sendable (Visit, repeat each Part) async throws -> Answer
    ) {
        self.method = method
        self.pattern = path.pattern
        self.permission = permission
        self.answer = { visit, texts in
            guard let parts = path.parts(texts) else { throw NotFound() }
            return try await answer(visit, repeat each parts)
        }
    }
}
