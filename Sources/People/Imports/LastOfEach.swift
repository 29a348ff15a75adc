extension Array {
    /// Of the elements with one key the last, in their order: a file that says a thing twice means its last word.
    func lastOfEach<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return reversed().filter { seen.insert(key($0)).inserted }.reversed()
    }
}
