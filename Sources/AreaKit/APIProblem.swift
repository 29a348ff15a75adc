import Basics
import Pages

/// Why a program's request is not done, where no rule of an area says so.
struct APIRefusal: Error {
    let status: Int
    let detail: String
    var headers: [(String, String)] = []
}

extension Answer {
    /// An error for a program (RFC 9457).
    /// - Parameters:
    ///   - detail: what is wrong and how to mend it.
    ///   - problems: the same field by field.
    public static func problem(_ status: Int, _ detail: String, problems: Problems = Problems(), headers: [(String, String)] = []) -> Answer {
        let body: JSON = .object([
            // Where the status is explained, on the page for programs.
            "type": .text("\(forProgramsPath().at("problem-\(status)"))"), "title": .text(APIProblems.title(of: status)), "status": .integer(status), "detail": .text(detail),
            "problems": .list(problems.list.map { .object(["field": .text($0.field), "message": .text($0.message)]) }),
        ])
        return Answer(status: status, headers: [("Content-Type", "application/problem+json")] + headers, body: .bytes(Array(body.text.utf8)))
    }

    static func problem(_ problems: Problems) -> Answer { .problem(422, "Something in the request must be mended first.", problems: problems) }

    static func problem(_ refusal: APIRefusal) -> Answer { .problem(refusal.status, refusal.detail, headers: refusal.headers) }

    static let notThere = Answer.problem(404, "This is not there, or this token may not see it.")
}

/// The errors of the API, with their meaning.
enum APIProblems {
    static let all: [(status: Int, title: String, meaning: String)] = [
        (400, "Bad request", "What was sent is not JSON, or not one JSON object."),
        (401, "No good token", "The token is missing, ended, too old, or its owner may no longer sign in. Make a new one."),
        (404, "Not found", "It is not there, or this token may not see it. Both look alike on purpose."),
        (405, "Method not allowed", "This address knows other methods. The Allow field names them."),
        (406, "Not acceptable", "The Accept field rules JSON out. The API speaks nothing else."),
        (409, "Conflict", "Somebody else was saving the same thing. Read it again, then send again."),
        (412, "Changed meanwhile", "The item is no longer as it was when it was read. Read it again, and decide anew."),
        (413, "Too large", "More than one million bytes were sent."),
        (415, "Not JSON", "Send Content-Type: application/json. Forms are not taken here, so that no web page can send one."),
        (422, "Must be mended", "The request can be read, but something in it is not right. The list of problems says what, field by field."),
        (429, "Too many requests", "Wait as many seconds as Retry-After says."),
        (507, "No room", "The disk of the server is full. Tell whoever runs Trellis."),
    ]

    static func title(of status: Int) -> String { all.first { $0.status == status }?.title ?? "It did not work" }

    static let shape = APIShape.object([
        APIField("type", .text(least: 1, most: 200), "Where this status is explained."), APIField("title", .anyText, "The status in words."),
        APIField("status", .integer(400...599), "The status again."), APIField("detail", .anyText, "What is wrong and how to mend it."),
        APIField("problems", .list(.object([
            APIField("field", .anyText, "The field it is about; empty for the whole."), APIField("message", .anyText, "What is wrong with it."),
        ])), "Everything that is wrong, field by field."),
    ])
}
