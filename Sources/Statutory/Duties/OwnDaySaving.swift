import Basics
import Database
import People

extension Writer {
    /// Writes down a day of a school's own: what it fulfils is done on that day, and what is owed next is reckoned from it.
    func save(_ own: RecordOwnDay, of matter: Matter, paper: PaperID? = nil) throws {
        let last = try events(of: matter).last { $0.event == own.event }
        let recorded = try own.applied(beside: duties(of: matter), last: last?.happenedOn, today: act.today)
        try meet(recorded.meets, of: matter, on: recorded.on, words: own.words, paper: paper)
        try record(own.event, on: recorded.from, of: matter, stated: .ours, words: own.words, paper: paper)
    }
}
