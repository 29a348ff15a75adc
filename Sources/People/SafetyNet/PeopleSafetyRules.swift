import AreaKit

/// What the register itself must not miss. The order is the order of the page.
let peopleSafetyRules: [SafetyRule] = [
    rollNotReconciled, provisionNotRecorded, needMissing, needWithoutRankOne, needRankedTwice, nsaTooLong,
    flagWithoutRecognition, twoRolls, leftWithoutEnd, upnWrong, upnTemporary, noResponsibleContact,
    fewFamilyMeetings, noneWithNeeds, yearUnexpected,
]
