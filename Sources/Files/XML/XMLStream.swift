import CXML

/// Pushes pieces of UTF-8 through libxml2 and passes on what it finds.
///
/// The network is off and entities are never replaced or fetched. The declared encoding is passed over,
/// because the text has become UTF-8 before it comes here. An error thrown by the listener stops the parser and
/// comes out of `read`.
final class XMLStream {
    private let events: any XMLEvents
    private var guarding: MarkupGuard
    private let limits: FileLimits
    private var context: xmlParserCtxtPtr?
    private var failure: (any Error)?
    private var fault: XMLFault?
    private var names: [UnsafePointer<UInt8>: XMLName] = [:]
    private var depth = 0

    init(_ events: any XMLEvents, limits: FileLimits) throws {
        self.events = events
        self.limits = limits
        guarding = MarkupGuard(limits: limits)
        XMLStream.library
        var handlers = XMLStream.handlers
        context = xmlCreatePushParserCtxt(&handlers, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        guard let context else { throw FileRefusal("There is not enough memory to read the file. Try again later.") }
        let manners = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(context, Int32(manners))
    }

    deinit { xmlFreeParserCtxt(context) }

    func read(_ utf8: [UInt8]) throws {
        try guarding.check(utf8)
        guard !utf8.isEmpty else { return }
        try utf8.withUnsafeBytes { bytes in
            try push(bytes.assumingMemoryBound(to: CChar.self), ends: false)
        }
    }

    func finish() throws { try push(UnsafeBufferPointer(start: nil, count: 0), ends: true) }

    private func push(_ bytes: UnsafeBufferPointer<CChar>, ends: Bool) throws {
        xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), ends ? 1 : 0)
        if let failure { throw failure }
        if let fault { throw fault.refusal(progress) }
        if context?.pointee.wellFormed == 0 { throw FileRefusal("The file is not well-formed XML. Fetch it again, or ask who made it.") }
    }

    private var progress: XMLFault.Progress { depth > 0 ? .insideRoot : names.isEmpty ? .beforeRoot : .afterRoot }

    // MARK: called by the parser

    fileprivate func starts(_ name: UnsafePointer<UInt8>?, _ attributes: XMLAttributes) {
        attempt {
            depth += 1
            guard depth <= limits.depth else {
                throw FileRefusal("Elements are more than \(limits.depth) deep on line \(line). It is not an export of a school system.")
            }
            guard attributes.count <= limits.attributes else {
                throw FileRefusal("An element on line \(line) has more than \(limits.attributes) attributes.")
            }
            try events.starts(interned(name), attributes, line: line)
        }
    }

    fileprivate func ends(_ name: UnsafePointer<UInt8>?) {
        attempt {
            depth -= 1
            try events.ends(interned(name))
        }
    }

    fileprivate func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
        attempt { try events.text(UnsafeBufferPointer(start: bytes, count: Int(count)), line: line) }
    }

    fileprivate func meetsDocumentType() { attempt { throw MarkupGuard.documentType } }

    /// Keeps the first fault that stops the parser: those after it only follow from it.
    fileprivate func fails(_ error: xmlError?) {
        guard fault == nil, let error, error.level == XML_ERR_FATAL else { return }
        fault = XMLFault(error)
    }

    private func attempt(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do { try body() } catch {
            failure = error
            xmlStopParser(context)
        }
    }

    private var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

    /// The parser keeps each name once and gives the same address every time.
    private func interned(_ name: UnsafePointer<UInt8>?) -> XMLName {
        guard let name else { return XMLName("") }
        if let known = names[name] { return known }
        let new = XMLName(String(cString: name))
        names[name] = new
        return new
    }

    private static let library: Void = xmlInitParser()

    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = UInt32(XML_SAX2_MAGIC)
        handlers.internalSubset = { stream($0)?.meetsDocumentType(); _ = ($1, $2, $3) }
        handlers.startElementNs = { stream($0)?.starts($1, XMLAttributes(start: $8, count: Int($6))); _ = ($2, $3, $4, $5, $7) }
        handlers.endElementNs = { stream($0)?.ends($1); _ = ($2, $3) }
        handlers.characters = { stream($0)?.text($1, $2) }
        handlers.ignorableWhitespace = { stream($0)?.text($1, $2) }
        handlers.cdataBlock = { stream($0)?.text($1, $2) }
        handlers.serror = { stream($0)?.fails($1?.pointee) }
        return handlers
    }
}

private func stream(_ pointer: UnsafeMutableRawPointer?) -> XMLStream? {
    pointer.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}
