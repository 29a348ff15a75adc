import Basics

/// A letter as it goes over the line: headers, plain text and HTML (RFC 5322; RFC 2046, 5.1.4).
///
/// The same letter gives the same bytes each time it is tried, so that a server that has seen it knows it again.
struct MailMessage {
    let messageID: String
    let posted: Instant
    let sender: MailAddress
    let recipient: MailAddress
    let text: LetterText

    var bytes: [UInt8] { Array((headers + body).joined(separator: "\r\n").utf8) + [13, 10] }

    private var headers: [String] {
        [
            HeaderLine("Date", posted.mailDate).text,
            HeaderLine("From", "Trellis <\(sender)>").text,
            HeaderLine("To", recipient.text).text,
            HeaderLine("Message-ID", messageID).text,
            HeaderLine(subject: text.subject).text,
            // Written by a machine: no answering machine shall answer (RFC 3834, 5).
            HeaderLine("Auto-Submitted", "auto-generated").text,
            HeaderLine("MIME-Version", "1.0").text,
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
            "",
        ]
    }

    private var body: [String] {
        part("text/plain", text.plain) + part("text/html", text.html) + ["--\(boundary)--"]
    }

    private func part(_ type: String, _ words: String) -> [String] {
        ["--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", words.quotedPrintable]
    }

    /// Quoted-printable never writes `=_`, so no line of a part can be taken for this one.
    private var boundary: String { "=_trellis_" + messageID.filter { $0.isLetter || $0.isNumber }.prefix(32) }
}

/// One line of a header. No value, wherever it came from, can end it and begin another.
struct HeaderLine {
    let text: String

    init(_ name: String, _ value: String) { text = "\(name): \(Self.oneLine(value))" }

    init(subject: String) { text = "Subject: " + Self.oneLine(subject).encodedWords }

    private static func oneLine(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.map { $0.isSteering ? " " : $0 }))
    }
}

extension Instant {
    /// `Fri, 20 Nov 2026 10:00:00 +0000` (RFC 5322, 3.3).
    var mailDate: String {
        let text = description, day = Day(text.prefix(10)) ?? dayInEngland
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return "\(weekdays[day.weekday - 1]), \(day.short) \(text.dropFirst(11).prefix(8)) +0000"
    }
}
