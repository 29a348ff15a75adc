import Database

/// What a pupil `p` of a query is called, in SQL: the name they like, or else the one in law. As `Pupil.calledName` in Swift.
public enum CalledName {
    public static let given: SQL = "CASE p.preferred_forename WHEN '' THEN p.forename ELSE p.preferred_forename END"
    public static let family: SQL = "CASE p.preferred_surname WHEN '' THEN p.surname ELSE p.preferred_surname END"
    /// Both; who has one name alone is called by that.
    public static let whole: SQL = "TRIM(\(given) || ' ' || \(family))"
}
