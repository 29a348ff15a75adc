import Access
import AreaKit
import Basics
import Database

extension AccountsArea {
    /// Whoever is appointed designated safeguarding lead at the school; the one appointed first, where there are several.
    public var safeguardingLead: SafeguardingLead? {
        { reader, school, day in
            try reader.value("""
                SELECT c.name FROM appointment a JOIN account c ON c.id = a.account_id \
                WHERE a.school_id = \(school) AND a.role = \(Role.safeguardingLead.rawValue) AND a.starts <= \(day) AND (a.ends IS NULL OR a.ends >= \(day)) \
                AND (c.ends IS NULL OR c.ends >= \(day)) ORDER BY a.starts, a.id LIMIT 1
                """)
        }
    }
}
