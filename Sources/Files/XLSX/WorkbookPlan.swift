/// What a workbook says of itself: its sheets, its calendar, and where its parts are.
struct WorkbookPlan {
    struct SheetEntry {
        let name: String
        let isHidden: Bool
        let part: ZipArchive.Part
    }

    private(set) var sheets: [SheetEntry] = []
    /// Days are counted from 1904 instead of 1900.
    let counts1904: Bool
    let sharedText: ZipArchive.Part?
    let styles: ZipArchive.Part?

    init(_ archive: ZipArchive, limits: FileLimits) throws {
        let book = try WorkbookPlan.bookPart(archive, limits)
        let folder = WorkbookPlan.folder(of: book.name)
        let links = try Relations.read(archive, of: book.name, limits)
        let list = SheetList()
        try archive.readXML(book, limits, events: list)
        counts1904 = list.counts1904
        let target: (String) -> ZipArchive.Part? = { kind in
            links.first { $0.kind == kind }.flatMap { archive.part(WorkbookPlan.path($0.target, in: folder)) }
        }
        sharedText = target("sharedStrings")
        styles = target("styles")
        for sheet in list.sheets {
            guard let link = links.first(where: { $0.id == sheet.link }), link.kind == "worksheet",
                  let part = archive.part(WorkbookPlan.path(link.target, in: folder)) else { continue }
            sheets.append(SheetEntry(name: sheet.name, isHidden: sheet.isHidden, part: part))
        }
    }

    private static func bookPart(_ archive: ZipArchive, _ limits: FileLimits) throws -> ZipArchive.Part {
        let link = try Relations.read(archive, of: "", limits).first { $0.kind == "officeDocument" }
        let name = link.map { path($0.target, in: "") } ?? "xl/workbook.xml"
        if let part = archive.part(name), !name.lowercased().hasSuffix(".bin") { return part }
        if name.lowercased().hasSuffix(".bin") { throw FileRefusal("This is an .xlsb workbook. Open it and save it as .xlsx.") }
        if archive.part("mimetype") != nil { throw FileRefusal("This is an OpenDocument file. Open it and save it as .xlsx or CSV.") }
        throw FileRefusal("The file is a ZIP, but not a workbook. Unpack it first, and choose the file that you need.")
    }

    private static func folder(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    }

    /// A target is meant from the folder of the part that names it, or from the top where it begins with `/`.
    static func path(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var steps = folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

/// The links from one part of a workbook to others (ECMA-376 part 2, 6.5).
final class Relations: XMLEvents {
    struct Link { let id: String, kind: String, target: String }

    private(set) var links: [Link] = []

    static func read(_ archive: ZipArchive, of name: String, _ limits: FileLimits) throws -> [Link] {
        let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        guard let part = archive.part("\(name[..<slash])_rels/\(name[slash...]).rels") else { return [] }
        let relations = Relations()
        try archive.readXML(part, limits, events: relations)
        return relations.links
    }

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) {
        guard name.text == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        links.append(Link(id: id, kind: kind, target: target))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
    func ends(_ name: XMLName) {}
}

/// The sheets as the workbook lists them.
private final class SheetList: XMLEvents {
    private(set) var sheets: [(name: String, link: String, isHidden: Bool)] = []
    private(set) var counts1904 = false

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) {
        switch name.text {
        case "workbookPr": counts1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        case "sheet":
            let state = attributes["state"] ?? "visible"
            sheets.append((attributes["name"] ?? "", attributes["id"] ?? "", state != "visible"))
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
    func ends(_ name: XMLName) {}
}

extension ZipArchive {
    /// Reads a part as XML.
    func readXML(_ part: Part, _ limits: FileLimits, events: any XMLEvents) throws {
        var feed: (stream: XMLStream, text: XMLText)?
        try forEachPiece(part) { piece in
            if feed == nil {
                let (lettering, markLength) = try XMLLettering.find(piece)
                feed = (try XMLStream(events, limits: limits), XMLText(lettering))
                try feed?.stream.read(feed?.text.utf8(Array(piece.dropFirst(markLength))) ?? [])
            } else {
                try feed?.stream.read(feed?.text.utf8(piece) ?? [])
            }
        }
        guard feed != nil else { throw words.damaged }
        try feed?.text.finish()
        try feed?.stream.finish()
    }
}
