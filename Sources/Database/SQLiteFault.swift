import GRDB
import GRDBSQLite

/// SQLite's own error: its extended code and its words.
struct SQLiteFault {
    let code: Int32
    let message: String

    /// The same in words for the person before it.
    var inPlainWords: any Error {
        switch code & 0xFF {
        case SQLITE_FULL: StoreProblem.diskFull
        case SQLITE_IOERR where [SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 19 << 8].contains(code): StoreProblem.diskFull // WRITE, SHMSIZE
        case SQLITE_CONSTRAINT: StoreProblem.refused(message)
        case SQLITE_BUSY, SQLITE_LOCKED: StoreProblem.busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: StoreProblem.damaged([message])
        case SQLITE_INTERRUPT: CancellationError()
        default: StoreProblem.failed(message)
        }
    }
}

/// Turns an engine's error into one a person can act on.
func inPlainWords<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw SQLiteFault(code: error.extendedResultCode.rawValue, message: error.message ?? error.resultCode.description).inPlainWords
    }
}
