import AreaKit

/// Pages by which records are shared and opened, for those who read who looked.
let accountsPageWords: [String: String] = [
    "/pupils/*/share": "Who else sees the record", "/break-glass/alerts": "Emergency access that was used",
    "/links/*": "A council officer’s link",
].merging(formWords([
    "/pupils/*/open": "Open the whole record with a reason", "/pupils/*/share/parent": "Let a parent or carer look",
    "/pupils/*/share/young-person": "Let the young person look", "/pupils/*/share/works-here": "Say that family works here",
    "/pupils/*/share/specialist": "Let a specialist look", "/pupils/*/share/council": "Give a council officer a link",
    "/pupils/*/share/links/*/again": "Make a council’s link anew", "/pupils/*/share/family/*/end": "End a family’s access",
    "/pupils/*/share/lists/*/end": "End a professional’s access", "/break-glass": "Open a record in an emergency",
])) { $1 }
