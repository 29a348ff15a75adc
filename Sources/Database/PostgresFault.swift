import Basics
import CPostgres

/// PostgreSQL's own error: its five-letter state and its first line. The lines after it quote rows, so
/// they are left out.
struct PostgresFault {
    let state: String, message: String

    init(_ result: OpaquePointer?, _ connection: OpaquePointer) {
        state = Self.field("C", of: result) ?? ""
        message = Self.field("M", of: result) ?? String(cString: PQerrorMessage(connection)).trimmed
    }

    private static func field(_ letter: Unicode.Scalar, of result: OpaquePointer?) -> String? {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
    }

    /// The same in words for the person before it.
    var inPlainWords: any Error {
        switch state {
        case "40001", "40P01": MetAnother()
        case "53100": StoreProblem.diskFull
        case "23502", "23503", "23505", "23514": StoreProblem.refused(message)
        case "55P03": StoreProblem.busy
        case "XX001", "XX002": StoreProblem.damaged([message])
        case "", "57P01", "57P02", "57P03": StoreProblem.unreachable(message)
        default: StoreProblem.failed(message)
        }
    }
}

/// A serialisation failure or a deadlock: the transaction may simply be tried again.
struct MetAnother: Error {}
