import AreaKit
import Basics
import Database
import Pages

/// Somebody else changed a pupil's record while a form was open: what they did.
public struct Overtaken: Error {
    let lines: [TrailLine]

    /// The other's words, above one's own.
    public var notice: HTML {
        let items: [HTML] = lines.map { "<li>\($0.inWords)</li>" }
        return """
            <div class="problems" role="alert" id="problems" tabindex="-1"><h2>Somebody else changed this while you had it open</h2>\
            <ul>\(items)</ul><p>Nothing of yours is saved yet. What you typed is still below. Save it again if it is still right.</p></div>
            """
    }
}

extension Reader {
    /// Refuses a form whose pupil was changed after it was opened.
    /// - Parameter seen: the last entry of the trail when the form was opened, as the form carried it; empty
    ///   from a program that did not look first.
    public func refuseOvertaken(_ pupil: Pupil, in tables: [String], seen: String) throws {
        guard let seen = Int(seen), try lastEntry(of: pupil.id, in: tables) > seen else { return }
        throw Overtaken(lines: try trail(of: pupil, in: tables, after: seen, limit: 10))
    }
}
