import Basics
import CCurl

/// One talk with the mail server by libcurl (SMTP, RFC 5321).
final class MailTransfer {
    private let server: MailServer
    private let message: MailMessage
    private let bytes: [UInt8]
    private var handedOver = 0
    /// The last byte has been asked for: from here on the server may have the letter.
    private var isHandedOver = false
    private var lastReply: Reply?

    /// What the server said: `550 No such mailbox`.
    private struct Reply {
        let code: Int
        let words: String
    }

    init(_ server: MailServer, _ message: MailMessage) {
        (self.server, self.message) = (server, message)
        bytes = message.bytes
    }

    func run() -> DeliveryResult {
        guard MailTransfer.isReady, let transfer = curl_easy_init() else { return .noServer("Mail can't be sent on this machine: libcurl does not start.") }
        let room = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE) + 1)
        room.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE) + 1)
        let recipients = curl_slist_append(nil, "<\(message.recipient)>")
        defer {
            curl_easy_cleanup(transfer)
            curl_slist_free_all(recipients)
            room.deallocate()
        }
        curl_set_error_room(transfer, room)
        curl_set_list(transfer, CURLOPT_MAIL_RCPT, recipients)
        address(transfer)
        secure(transfer)
        listen(transfer)
        let code = curl_easy_perform(transfer)
        let words = String(cString: room)
        return result(code, words.isEmpty ? String(cString: curl_easy_strerror(code)) : words)
    }

    /// Once for the program, before any thread uses it.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private func address(_ transfer: UnsafeMutableRawPointer) {
        curl_set_text(transfer, CURLOPT_URL, server.url)
        curl_set_text(transfer, CURLOPT_MAIL_FROM, "<\(message.sender)>")
        // Nothing of the surroundings decides where mail goes.
        curl_set_text(transfer, CURLOPT_PROXY, "")
        curl_set_number(transfer, CURLOPT_UPLOAD, 1)
        curl_set_number(transfer, CURLOPT_NOSIGNAL, 1)
        curl_set_number(transfer, CURLOPT_CONNECTTIMEOUT, 20)
        curl_set_number(transfer, CURLOPT_TIMEOUT, 120)
        curl_set_number(transfer, CURLOPT_FRESH_CONNECT, 1)
        curl_set_number(transfer, CURLOPT_FORBID_REUSE, 1)
    }

    /// Certificates are checked: that is libcurl's custom, and said here all the same.
    private func secure(_ transfer: UnsafeMutableRawPointer) {
        let setting = server.setting
        curl_set_number(transfer, CURLOPT_USE_SSL, setting.security == .none ? 0 : 3) // CURLUSESSL_NONE, CURLUSESSL_ALL
        curl_set_number(transfer, CURLOPT_SSLVERSION, 6) // CURL_SSLVERSION_TLSv1_2 or newer (RFC 8996)
        curl_set_number(transfer, CURLOPT_SSL_VERIFYPEER, 1)
        curl_set_number(transfer, CURLOPT_SSL_VERIFYHOST, 2)
        if let certificates = setting.certificates { curl_set_text(transfer, CURLOPT_CAINFO, certificates) }
        if let user = setting.user, let password = server.password {
            curl_set_text(transfer, CURLOPT_USERNAME, user)
            curl_set_text(transfer, CURLOPT_PASSWORD, password)
        }
    }

    private func listen(_ transfer: UnsafeMutableRawPointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        curl_set_reader(transfer, { room, size, number, me in
            guard let room, let me else { return 0 }
            return Unmanaged<MailTransfer>.fromOpaque(me).takeUnretainedValue().hand(UnsafeMutableRawBufferPointer(start: room, count: size * number))
        }, me)
        curl_set_listener(transfer, { line, size, number, me in
            guard let line, let me else { return size * number }
            Unmanaged<MailTransfer>.fromOpaque(me).takeUnretainedValue().hear(UnsafeRawBufferPointer(start: line, count: size * number))
            return size * number
        }, me)
    }

    private func hand(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let part = bytes[handedOver..<min(handedOver + room.count, bytes.count)]
        room.copyBytes(from: part)
        handedOver += part.count
        if part.isEmpty { isHandedOver = true }
        return part.count
    }

    /// The last line of each answer; “221 Bye” says nothing about the letter.
    private func hear(_ line: UnsafeRawBufferPointer) {
        let text = String(decoding: line, as: UTF8.self).trimmed
        guard let code = Int(text.prefix(3)), code != 221 else { return }
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isSteering ? " " : $0 }))
        lastReply = Reply(code: code, words: String(plain.prefix(300)))
    }

    private func result(_ code: CURLcode, _ words: String) -> DeliveryResult {
        let reply = lastReply?.code ?? 0, said = reply >= 400 ? lastReply?.words ?? words : words
        switch (code, reply) {
        case (CURLE_OK, _): return .sent(lastReply?.words ?? "")
        case (_, 400..<500) where isHandedOver: return .notNow(said)
        case (_, 500..<600) where isHandedOver: return .refused(said)
        case (_, _) where isHandedOver: return .perhaps("The line broke before the server answered. It may have taken the letter. (\(words))")
        // Not the letter is refused, but this Trellis, which somebody can mend (RFC 4954, 6).
        case (_, 530), (_, 534), (_, 535), (_, 538), (CURLE_LOGIN_DENIED, _): return .noServer("The mail server does not accept the name or the password: \(said)")
        // What libcurl says when MAIL, RCPT or DATA is turned down.
        case (CURLE_SEND_ERROR, 500..<600): return .refused(said)
        case (CURLE_SEND_ERROR, 400..<500): return .notNow(said)
        default: return .noServer(said)
        }
    }
}
