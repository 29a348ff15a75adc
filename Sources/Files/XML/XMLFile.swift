/// What an XML file turned out to hold.
public struct XMLSummary: Sendable, Equatable {
    /// The name of the outermost element.
    public let root: String
    /// How many records were handed over.
    public let records: Int
    /// Notes for the person, such as text that stands loose between elements.
    public let notes: [String]
}

/// Reads an XML file as a stream: memory does not grow with the file.
public enum XMLFile {
    /// Builds only the elements named in `records`, without regard to capitals, and hands them over one at a
    /// time with the names of the elements around them, outermost first. A record inside a record stays there.
    ///
    /// - Throws: `FileRefusal`, and whatever `each` throws.
    public static func read(
        _ path: String, records: Set<String>, limits: FileLimits = .standard,
        each: (XMLElement, [String]) throws -> Void
    ) throws -> XMLSummary {
        try withoutActuallyEscaping(each) { each in
            let builder = RecordBuilder(records, limits: limits, each: each)
            try XMLSource(path, limits: limits).feed(to: builder)
            return builder.summary
        }
    }

    /// The name of the outermost element; nothing after it is read.
    public static func rootName(_ path: String, limits: FileLimits = .standard) throws -> String {
        let finder = RootFinder()
        do {
            try XMLSource(path, limits: limits).feed(to: finder)
        } catch is RootFinder.Found {}
        return finder.name
    }
}

/// Stops at the first element.
private final class RootFinder: XMLEvents {
    struct Found: Error {}
    var name = ""

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) throws {
        self.name = name.text
        throw Found()
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
    func ends(_ name: XMLName) {}
}
