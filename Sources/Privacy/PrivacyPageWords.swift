import AreaKit

/// Pages of data protection, for those who read who looked.
let privacyPageWords: [String: String] = [
    "/pupils/*/sights": "Who looked", "/privacy/requests/*/copy": "A copy that somebody asked for",
    "/privacy/requests/*": "A request for a copy", "/privacy": "Data protection", "/privacy/pupils": "Data protection: a search by number",
    "/privacy/pupils/*": "Data protection: one pupil", "/accounts/*/sights": "At what one person looked",
    "/privacy/due/*": "What has been kept long enough", "/privacy/sights/due": "Looks that have been kept long enough",
    "/privacy/disposals/*": "A disposal and its certificate", "/privacy/disposals/*/pdf": "A certificate as PDF",
    "/privacy/copies/*/json": "A released copy as JSON", "/privacy/copies/*/print": "A released copy to print",
    "/privacy/copies/*/pdf": "A released copy as PDF", "/privacy/retention": "How long records are kept",
].merging(formWords([
    "/privacy/requests/new": "Somebody asks for a copy", "/privacy/requests/*/known": "Say how we know who asks",
    "/privacy/requests/*/ask": "Stop the clock: ask something", "/privacy/pauses/*/answered": "Let the clock run on",
    "/privacy/requests/*/extend": "Take two months more", "/privacy/requests/*/close": "Refuse or close a request",
    "/privacy/requests/*/items/*": "Decide about one thing in a copy", "/privacy/corrections/new": "Somebody says that something is wrong",
    "/privacy/corrections/*/decide": "Decide about a correction", "/privacy/restrictions/new": "Restrict a record",
    "/privacy/restrictions/*/lift": "End a restriction", "/privacy/complaints/new": "Somebody complains about data",
    "/privacy/complaints/*/acknowledge": "Say that we have a complaint", "/privacy/complaints/*/answer": "Answer a complaint",
    "/privacy/retention/*": "Change how long", "/privacy/holds/new": "Hold a record back", "/privacy/holds/*/lift": "Lift a hold",
    "/privacy/transfers/new": "Note that a file was sent", "/privacy/transfers/*/arrived": "Note that a file arrived",
])) { $1 }
