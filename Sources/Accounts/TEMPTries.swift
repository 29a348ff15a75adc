import Access
import Basics
import Database
extension Reader { func secondsToWait(email: String, address: String, at now: Instant) throws -> Int? { nil } }
extension Visit { func noteTry(_ name: String, _ address: String, succeeded: Bool) async throws {} }
