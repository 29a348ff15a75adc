import AreaKit

/// Today, the safety net and search, for those who read who looked.
let oversightPageWords: [String: String] = [
    "/": "Today", "/search": "A search", "/gaps": "The safety net", "/api/v1/gaps": "The safety net, for a program",
].merging(formWords([
    "/gaps/*/*/*": "Answer a finding",
])) { $1 }
