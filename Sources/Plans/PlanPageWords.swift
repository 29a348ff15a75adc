import AreaKit

/// Acts on plans and their files, for those who read who looked.
let planActWords: [String: String] = [
    "/plan-files/*": "A plan as a file", "/plans/*/read": "That a plan was read", "/api/v1/plans": "The list of plans, for a program", "/api/v1/plans/*": "A plan, for a program",
].merging(formWords([
    "/plans/*/outcomes/*/change": "Change an outcome", "/plans/*/outcomes/*/remove": "Take an outcome out", "/plans/*/share": "Share with the family",
    "/plans/*/live": "Make this plan live", "/plans/*/answer": "Add the family’s answer", "/plans/*/amend": "Amend from a day", "/plans/*/close": "Close this plan",
])) { $1 }
