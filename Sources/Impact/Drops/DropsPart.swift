import Access
import AreaKit
import Basics
import Database
import Pages

/// Somebody who signs in and works at a school, or for all of its trust.
public struct DropColleague: Sendable, Hashable {
    public let account: AccountID
    public let name: String
    /// The parts they play there.
    public let roles: [Role]

    public init(account: AccountID, name: String, roles: [Role]) { (self.account, self.name, self.roles) = (account, name, roles) }
}

/// Who could look a school's data drop through, as the area knows that keeps accounts.
public typealias DropColleagues = @Sendable (Reader, SchoolID, Day) throws -> [DropColleague]

/// Everything about data drops that the house has from here.
struct DropsPart: Sendable {
    let colleagues: DropColleagues

    var routes: [Route] {
        dropsRoutes + startDropRoutes(colleagues) + dropRoutes + explainDropRoutes + nameReviewersRoutes(colleagues) + sendDropRoutes + signDropRoutes + answerReviewerRoutes + dropFileRoutes
            + expectationsRoutes + setExpectationRoutes + endExpectationRoutes
    }

    static let words: [String: String] = [
        "/drops": "Data drops", "/drops/*": "A data drop", "/drops/*/file": "A data drop as a file", "/api/v1/drops": "For programs: data drops", "/api/v1/drops/*": "For programs: a data drop",
        "/expectations": "What is expected on each scale",
    ].merging(formWords([
        "/drops/start": "Open a data drop", "/drops/*/explain": "Say why pupils are below", "/drops/*/reviewers": "Name the three who sign", "/drops/*/send": "Send it to the three who sign",
        "/drops/*/take-back": "Take the data drop back", "/drops/*/sign": "Sign the data drop", "/drops/*/answer/*": "Answer a question about a data drop",
        "/expectations/set": "Say what is expected", "/expectations/*/end": "End what is expected",
    ])) { $1 }
}
