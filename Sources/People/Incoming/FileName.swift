/// The name of a transfer file, `LLLSSSS_CTF_LLLSSSS_nnn.xml`: sender, receiver, serial number. The head of the
/// file is believed, never the name.
enum FileName {
    /// A remark where name and head disagree; nil where they agree, or where the name has another form.
    static func note(_ path: String, against header: CTFHeader) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let parts = name.uppercased().split(whereSeparator: { "_.".contains($0) }).map(String.init)
        guard parts.count >= 4, parts[1] == "CTF", parts[0].count == 7, parts[2].count == 7 else { return nil }
        let wrong = [wrongEnd(parts[0], header.source, "sender"), wrongEnd(parts[2], header.destination, "receiver")].compactMap(\.self)
        if wrong.isEmpty { return nil }
        return "The name of the file, \(name), and the head inside it differ: \(wrong.joined(separator: "; ")). The head was used."
    }

    private static func wrongEnd(_ written: String, _ school: CTFHeader.School, _ role: String) -> String? {
        let inside = school.authority + school.establishment
        if written == inside || isOpen(written) { return nil }
        return "\(role) \(written) outside, \(inside) inside"
    }

    /// Ends that name no school: `XXXXXXX` unknown, `MMMMMMM` outside the sector, `999LLLL` an authority.
    private static func isOpen(_ written: String) -> Bool {
        written == "XXXXXXX" || written == "MMMMMMM" || written.hasSuffix("LLLL")
    }
}
