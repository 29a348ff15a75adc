import AreaKit

/// What these pages are called for those who read who looked.
let sessionWords: [String: String] = [
    "/provision/today": "The sessions of a day", "/provision/week": "A week to be proved", "/api/v1/sessions": "Sessions, for a program",
].merging(formWords([
    "/provision/slots/*/log": "Log a session", "/sessions/*/correct": "Correct what was said of a session", "/sessions/*/take-back": "Take back what was said of a session",
    "/sessions/*/make-up": "Make up a missed session", "/provisions/*/more": "Log a session beside the week",
])) { $1 }
