import Basics

/// Builds records out of events, and watches for text that stands loose between elements.
final class RecordBuilder: XMLEvents {
    /// An element that has started and not ended.
    private struct Open {
        let name: XMLName
        var hasChildren = false
        /// The line of its first own text.
        var textLine: Int?
    }

    private let wanted: Set<String>
    private let limits: FileLimits
    private let each: (XMLElement, [String]) throws -> Void
    private var path: [Open] = []
    private var ancestors: [String] = []
    /// The record and the elements inside it that are open, outermost first; empty between records.
    private var building: [XMLElement] = []
    private var elements = 0
    private var records = 0
    private var root = ""
    private var looseLines: [Int] = []
    private var looseCount = 0

    init(_ records: Set<String>, limits: FileLimits, each: @escaping (XMLElement, [String]) throws -> Void) {
        wanted = Set(records.map { $0.lowercased() })
        self.limits = limits
        self.each = each
    }

    var summary: XMLSummary { XMLSummary(root: root, records: records, notes: looseNotes) }

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) throws {
        if path.isEmpty { root = name.text } else { path[path.count - 1].hasChildren = true }
        path.append(Open(name: name))
        if building.isEmpty, !wanted.contains(name.folded) { return ancestors.append(name.text) }
        try count(line)
        building.append(XMLElement(name.text, attributes: attributes.dictionary, line: line))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws {
        guard !path.isEmpty else { return }
        let ink = bytes.firstIndex { $0 > 32 }, isBlank = ink == nil
        if let ink, path[path.count - 1].textLine == nil {
            // The parser counts the line on which the text ends.
            path[path.count - 1].textLine = line - bytes[ink...].count { $0 == 10 }
        }
        guard !building.isEmpty, !(isBlank && building[building.count - 1].text.isEmpty) else { return }
        let place = building.count - 1
        building[place].text += String(decoding: bytes, as: UTF8.self)
        if building[place].text.utf8.count > limits.textLength {
            throw FileRefusal("The text of \(building[place].name) on line \(line) is longer than \(limits.textLength / 1024) KB. Shorten it.")
        }
    }

    func ends(_ name: XMLName) throws {
        if let open = path.popLast(), open.hasChildren, let line = open.textLine { noteLoose(line) }
        guard var element = building.popLast() else {
            ancestors.removeLast()
            return
        }
        element.text = element.text.trimmed
        if building.isEmpty { return try each(element, ancestors) }
        building[building.count - 1].children.append(element)
    }

    private func count(_ line: Int) throws {
        if building.isEmpty {
            records += 1
            elements = 0
        }
        elements += 1
        guard records <= limits.records else {
            throw FileRefusal("The file has more than \(limits.records) records. Split it into smaller files.")
        }
        guard elements <= limits.elementsPerRecord else {
            throw FileRefusal("The record on line \(line) has more than \(limits.elementsPerRecord) elements. The file is damaged: fetch it again.")
        }
    }

    private func noteLoose(_ line: Int) {
        looseCount += 1
        if looseLines.count < 10 { looseLines.append(line) }
    }

    private var looseNotes: [String] {
        guard looseCount > 0 else { return [] }
        let more = looseCount - looseLines.count
        let lines = looseLines.map(String.init).joined(separator: ", ")
        let places = "on line \(lines)" + (more > 0 ? " and \(more) more" : "")
        return ["There is loose text between elements \(places). It was passed over."]
    }
}
