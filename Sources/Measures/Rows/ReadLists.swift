import Synchronization

/// The lists of the catalogue as they were read from their JSON, found by its text: the catalogue changes a few times a
/// year, and every pupil's page asks for it.
final class ReadLists: Sendable {
    private struct Name: Hashable { let kind: ObjectIdentifier, text: String }
    private let lists = Mutex<[Name: any Sendable]>([:])
    /// A trust has some dozens of tests, each with a few lists.
    private static let most = 1_000

    func list<Item: Sendable>(_ text: String, _ read: (String) throws -> [Item]) rethrows -> [Item] {
        let name = Name(kind: ObjectIdentifier(Item.self), text: text)
        if let known = lists.withLock({ $0[name] }) as? [Item] { return known }
        let list = try read(text)
        lists.withLock { lists in
            if lists.count >= Self.most { lists.removeAll() }
            lists[name] = list
        }
        return list
    }
}

let readLists = ReadLists()
