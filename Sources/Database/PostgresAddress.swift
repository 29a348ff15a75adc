import Foundation

/// Where a trust's schema lies: an ordinary libpq address whose `schema` names the trust's own schema.
struct PostgresAddress {
    /// Without the password, which goes another way so that no list of processes shows it.
    let conninfo: String
    let password: String?
    let schema: String

    init(_ address: String) throws {
        guard var parts = URLComponents(string: address) else {
            throw StoreProblem.unreachable("the address of the database is not a postgres:// address")
        }
        schema = parts.queryItems?.first { $0.name == "schema" }?.value ?? "trellis"
        parts.queryItems = parts.queryItems?.filter { $0.name != "schema" }
        if parts.queryItems?.isEmpty == true { parts.queryItems = nil }
        password = parts.password
        parts.password = nil
        conninfo = parts.string ?? address
    }

    var quotedSchema: String { "\"" + schema.replacing("\"", with: "\"\"") + "\"" }
}
