import Basics
import Database

extension Writer {
    /// Writes the words under which a search finds a pupil. They are made from the names alone, so they need no trail.
    public func saveSearchWords(of pupil: Pupil) throws {
        let held = Set(try column("SELECT word FROM pupil_word WHERE pupil_id = \(pupil.id)", as: String.self))
        let words = pupil.searchWords
        for word in held.subtracting(words) { try execute("DELETE FROM pupil_word WHERE word = \(word) AND pupil_id = \(pupil.id)") }
        for word in words.subtracting(held).sorted() { try execute("INSERT INTO pupil_word (word, pupil_id) VALUES (\(word), \(pupil.id))") }
    }
}
