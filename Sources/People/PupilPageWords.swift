import AreaKit

/// Pages about pupils, schools and imports, for those who read who looked.
let pupilPageWords: [String: String] = [
    "/pupils/*": "The pupil’s page", "/register": "The list of pupils", "/pupils/*/trail": "Who changed what",
    "/register/file": "The register as a file", "/emergencies": "What to do in an emergency", "/schools/*": "The school’s page",
    "/pupils/*/papers/*/file": "A paper as a file", "/pupils/*/papers/*/picture": "A picture among the papers",
    "/handed-over": "What was handed to the safeguarding lead", "/mis-tasks": "What to enter in the MIS",
    "/imports/*": "What a file would change", "/receipts/*": "The receipt of an import", "/api/v1/pupils": "The list of pupils, for a program",
    "/api/v1/register": "The register, for a program", "/api/v1/pupils/*": "A pupil, for a program",
].merging(formWords([
    "/pupils/add": "Add a pupil", "/pupils/*/status": "Change the SEN status", "/pupils/*/status/*/correct": "Correct a status",
    "/pupils/*/needs/add": "Add a need", "/pupils/*/needs/*/end": "End a need", "/pupils/*/needs/*/area": "Choose the area of a need",
    "/pupils/*/needs/*/move/*": "Move a need up or down", "/pupils/*/watch": "Put on the watch list",
    "/pupils/*/watch/end": "Take off the watch list", "/pupils/*/flags/add": "Add a circumstance", "/pupils/*/flags/*/end": "End a circumstance",
    "/pupils/*/bases/add": "Join a unit or resourced provision", "/pupils/*/bases/*/end": "Leave a unit or resourced provision",
    "/pupils/*/arrangements/add": "Start an arrangement", "/pupils/*/arrangements/*/end": "End an arrangement",
    "/pupils/*/diagnoses/add": "Write down a diagnosis", "/pupils/*/diagnoses/*/correct": "Correct a diagnosis",
    "/pupils/*/diagnoses/*/withdraw": "Withdraw a diagnosis", "/pupils/*/contacts/add": "Add a contact",
    "/pupils/*/contacts/*/change": "Change a contact", "/pupils/*/contacts/*/end": "End a contact",
    "/pupils/*/emergency/add": "Say what to do in an emergency", "/pupils/*/emergency/*/change": "Change what to do in an emergency",
    "/pupils/*/emergency/*/end": "End what to do in an emergency", "/pupils/*/seal": "Seal a record",
    "/pupils/*/details": "Change a pupil’s details", "/pupils/*/papers/add": "Add a paper", "/pupils/*/papers/*/withdraw": "Withdraw a paper",
    "/pupils/*/hand-over": "Hand words about safety to the safeguarding lead",
    "/pupils/*/trail/*/hand-over": "Hand saved words about safety to the safeguarding lead", "/imports/*/columns": "Say which column holds what",
    "/api/v1/pupils/*/status": "Change the SEN status", "/api/v1/pupils/*/needs": "Add a need",
    "/api/v1/pupils/*/watch": "Put on the watch list", "/api/v1/pupils/*/watch/end": "Take off the watch list",
    "/register/change": "Change several pupils", "/register/change/save": "Change several pupils",
])) { $1 }
