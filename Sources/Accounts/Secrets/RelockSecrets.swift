import Basics
import Database

extension Writer {
    /// Locks every secret of signing in anew with the key in use: seeds of code apps, recovery codes, secrets of providers.
    /// What lies under that key already stays as it is, so this may be broken off and begun again.
    public func relockSignInSecrets(_ keys: KeyRing) throws -> Relocked {
        try relock("second_factor", of: "account_secret", by: "account_id", keys) { AccountID($0).secretOwner }
            + relock("second_factor_new", of: "account_secret", by: "account_id", keys) { AccountID($0).secretOwner }
            + relock("secret", of: "sign_in_provider_secret", by: "provider_id", keys) { RowID($0).providerSecretOwner }
            + relockRecoveryCodes(keys)
    }

    private func relock(_ column: SQL, of table: SQL, by key: SQL, _ keys: KeyRing, owner: (Int) -> String) throws -> Relocked {
        let rows = try rows("SELECT \(key), \(column) FROM \(table) WHERE \(column) IS NOT NULL ORDER BY \(key)") { try ($0.next(Int.self), $0.next(LockedSecret.self)) }
        return try rows.reduce(into: Relocked()) { relocked, row in
            try relocked.count({ try row.1.relocked(for: owner(row.0), with: keys) }, save: { try execute("UPDATE \(table) SET \(column) = \($0) WHERE \(key) = \(row.0)") })
        }
    }

    private func relockRecoveryCodes(_ keys: KeyRing) throws -> Relocked {
        let rows = try rows("SELECT id, kept FROM recovery_code ORDER BY id") { try ($0.next(RowID.self), $0.next(String.self)) }
        return try rows.reduce(into: Relocked()) { relocked, row in
            try relocked.count({ try RecoveryCode.relocked(row.1, with: keys) }, save: { try execute("UPDATE recovery_code SET kept = \($0) WHERE id = \(row.0)") })
        }
    }
}
