/// An XML file on disk: finds its letters and feeds it, as UTF-8, to a listener.
struct XMLSource {
    private let file: FileBytes
    private let limits: FileLimits

    init(_ path: String, limits: FileLimits) throws {
        file = try FileBytes(path, limits: limits)
        self.limits = limits
    }

    func feed(to events: any XMLEvents) throws {
        try FileKind.refuseUnlessXML(file.start)
        let (lettering, markLength) = try XMLLettering.find(file.start)
        let stream = try XMLStream(events, limits: limits)
        var text = XMLText(lettering)
        var skip = markLength
        try file.forEachPiece { piece in
            try stream.read(try text.utf8(skip > 0 ? Array(piece.dropFirst(skip)) : piece))
            skip = 0
        }
        try text.finish()
        try stream.finish()
    }
}

/// Turns the bytes of an XML file into UTF-8; unlike a table's, they must be without a fault.
struct XMLText {
    private var transcoder: Transcoder
    private var check = UTF8Check()

    init(_ lettering: Lettering) { transcoder = Transcoder(lettering) }

    mutating func utf8(_ piece: [UInt8]) throws -> [UInt8] {
        let text = transcoder.utf8(piece)
        check.read(text)
        try refuseFaults()
        return text
    }

    mutating func finish() throws {
        _ = transcoder.finish()
        check.finish()
        try refuseFaults()
    }

    private func refuseFaults() throws {
        guard check.faults > 0 || transcoder.faults > 0 else { return }
        let name = transcoder.lettering == .utf8 ? "UTF-8" : "UTF-16"
        throw FileRefusal("The file holds bytes that are not \(name), though it is meant to be \(name). Export it again as UTF-8.")
    }
}
