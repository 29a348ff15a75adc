/// What a ZIP file may look like before anything in it is unpacked (formats.md section 8).
struct ZipRules {
    let limits: FileLimits
    /// In bytes, as it lies on disk.
    let fileSize: Int
    var words = ZipWords.workbook

    func check(_ parts: [ZipArchive.Part]) throws {
        var seen: Set<String> = [], packed = 0, unpacked = 0
        for part in parts {
            try checkName(part.name)
            guard seen.insert(part.name.lowercased()).inserted else {
                throw refusal("has two parts of one name")
            }
            if part.isLocked { throw words.locked }
            packed = packed.addingReportingOverflow(part.packed).partialValue
            unpacked = unpacked.addingReportingOverflow(part.unpacked).partialValue
            try checkSums(packed, unpacked)
        }
    }

    /// Called while a part is unpacked, because the sizes in the list may lie.
    func checkGrowth(of part: ZipArchive.Part, to count: Int, all: Int) throws {
        if count > 1_048_576, count / limits.inflationRatio > part.packed { throw swells }
        if all > limits.inflatedBytes { throw swells }
    }

    /// Parts that are together larger than the file share their bytes (D. Fifield, "A better zip bomb", 2019).
    private func checkSums(_ packed: Int, _ unpacked: Int) throws {
        guard (0...fileSize).contains(packed) else { throw refusal("has parts that overlap") }
        guard (0...limits.inflatedBytes).contains(unpacked) else { throw swells }
    }

    private func checkName(_ name: String) throws {
        guard name.utf8.count <= limits.nameLength else { throw refusal("has a part with a very long name") }
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        if name.hasPrefix("/") || name.contains("\\") || name.contains(":") || steps.contains("..") {
            throw refusal("has a part whose name leads outside the file")
        }
        if [".zip", ".7z", ".rar", ".gz"].contains(where: name.lowercased().hasSuffix) {
            throw refusal("holds another packed file")
        }
    }

    private var swells: FileRefusal {
        FileRefusal("The file swells to an enormous size when it is unpacked, so it is not opened. \(words.startAnew)")
    }

    private func refusal(_ reason: String) -> FileRefusal {
        FileRefusal("The file \(reason), so it is not opened. \(words.saveAgain)")
    }
}

/// How a packed file is called in the words of a refusal, and what a person can do about it.
struct ZipWords {
    let thing: String
    let saveAgain: String
    let startAnew: String
    let damaged: FileRefusal

    var locked: FileRefusal { FileRefusal("The \(thing) is locked with a password. Take the password off, and save it again.") }

    static let workbook = ZipWords(
        thing: "workbook", saveAgain: "Open it in a spreadsheet, and save it again as .xlsx.",
        startAnew: "Copy the table you need into a new workbook.",
        damaged: FileRefusal("The workbook is damaged or cut short. Open it in a spreadsheet, save it again, and try once more."))

    static let wordFile = ZipWords(
        thing: "Word file", saveAgain: "Open it in Word, and save it again as .docx.",
        startAnew: "Copy what you need into a new Word file.",
        damaged: FileRefusal("The Word file is damaged or cut short. Open it in Word, save it again as .docx, and try once more."))
}
