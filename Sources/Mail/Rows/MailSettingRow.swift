import Basics
import Database

extension MailAddress: Storable {
    public var sqlValue: SQLValue { .text(text) }
    public init(_ cell: Cell) throws { try self.init(String(cell)) }
}

extension MailSecurity: Storable {}
extension LetterState: Storable {}

extension MailSetting: Recorded {
    public static let table = Table("mail_setting", "host", "port", "security", "user_name", "sender", "public_address", "ca_file")

    public var cells: [SQLValue] { Database.cells(host, port, security, user, sender, publicAddress, certificates) }

    public init(_ row: inout Row) throws {
        (id, version) = try (row.next(), row.next())
        (host, port, security, user) = try (row.next(), row.next(), row.next(), row.next())
        (sender, publicAddress, certificates) = try (row.next(), row.next(), row.next())
    }
}
