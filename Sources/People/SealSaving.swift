import Basics
import Database

extension Writer {
    /// Saves a seal. The words that searches use are written anew from the present names alone.
    func seal(_ change: Change<Pupil>) throws {
        let pupil = try save(change)
        try saveSearchWords(of: pupil)
    }
}
