/// How much of a file is believed before it is refused as damaged or hostile (formats.md section 8).
public struct FileLimits: Sendable {
    /// The file as it lies on disk, in bytes.
    public var bytes = 64 * 1024 * 1024
    /// Rows of a table, blank ones too.
    public var rows = 1_000_000
    public var columns = 1_000
    /// One cell of a table, in bytes of UTF-8.
    public var cellLength = 64 * 1024
    /// Elements of XML inside each other.
    public var depth = 32
    /// One text, tag or comment of XML, in bytes of UTF-8.
    public var textLength = 64 * 1024
    /// All that stands before the first element of XML, in bytes of UTF-8.
    public var prologLength = 64 * 1024
    /// Elements of XML inside one record.
    public var elementsPerRecord = 100_000
    /// Attributes of one element.
    public var attributes = 64
    /// Records of XML in one file.
    public var records = 200_000
    /// Parts inside a ZIP file, such as a workbook.
    public var zipEntries = 1_000
    /// How many times larger a part may become when it is unpacked, once it is larger than 1 MB.
    public var inflationRatio = 100
    /// All parts unpacked, in bytes.
    public var inflatedBytes = 512 * 1024 * 1024
    /// The name of a part, in bytes of UTF-8.
    public var nameLength = 255
    /// All the shared texts of a workbook, in bytes of UTF-8; they are held in memory.
    public var sharedText = 64 * 1024 * 1024
    /// How many shared texts a workbook may have.
    public var sharedTexts = 1_000_000

    public init() {}

    /// Room for the largest file that a trust of 40 schools has; larger ones are split.
    public static let standard = FileLimits()
}
