/// Whose pupils a file holds, seen from one school. A file for another school is refused before any pupil is read.
public enum FileOwnership: Sendable, Equatable {
    /// The school's own pupils.
    case own
    /// Pupils who are to join the school.
    case joiners
    /// Not for this school; why, in words that a school can act on.
    case refused(String)

    /// A file that names the school as its source is the school's own; one that names it as its destination
    /// brings joiners. Results for one's own pupils name the school at both ends.
    public static func of(_ header: CTFHeader, at authority: String, _ establishment: String) -> FileOwnership {
        if header.source.isAt(authority, establishment) { return .own }
        if header.destination.isAt(authority, establishment) { return .joiners }
        return .refused("This file goes from \(header.source.inWords) to \(header.destination.inWords). "
            + "Your school is \(authority)/\(establishment), so it was not read. Choose the school that it is for.")
    }

    /// A census is the school's own or not for it.
    public static func of(_ header: CensusHeader, at authority: String, _ establishment: String) -> FileOwnership {
        if header.authority == authority, header.establishment == establishment { return .own }
        return .refused("This census is of school \(header.authority)/\(header.establishment). "
            + "Your school is \(authority)/\(establishment), so it was not read. Choose the school that it is for.")
    }
}

extension CTFHeader.School {
    func isAt(_ authority: String, _ establishment: String) -> Bool {
        self.authority == authority && self.establishment == establishment
    }

    /// `Alderbrook Primary (999/1001)`.
    var inWords: String { name.map { "\($0) (\(authority)/\(establishment))" } ?? "\(authority)/\(establishment)" }
}
