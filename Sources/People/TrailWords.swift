import Basics
import Foundation
import Papers

// The trail in plain words: what happened, and each value before and after.

extension TrailLine {
    /// `SEN status began`.
    var title: String { Self.title(of: event) }

    static func title(of event: String) -> String { events[event] ?? event.replacing("_", with: " ").split(separator: ".").joined(separator: ", ") }

    /// Each value that changed: what it is, what it was and what it is now.
    var differences: [(label: String, before: String, after: String)] {
        let old = Self.values(before), new = Self.values(after)
        return Self.columns.compactMap { column, label in
            guard old[column] != nil || new[column] != nil else { return nil }
            let was = Self.words(column, old[column]?.text, in: table), now = Self.words(column, new[column]?.text, in: table)
            return was == now ? nil : (label, was, now)
        }
    }

    /// Who did it, when, and what, in a sentence or two.
    var inWords: String {
        let values = differences.filter { !$0.after.isEmpty }.map { "\($0.label.lowercasedStart) \($0.after)" }.joined(separator: ", ")
        let why = reason.map { " “\($0)”" } ?? ""
        return "\(who), \(at.inWords): \(title)\(values.isEmpty ? "" : " – \(values)").\(why)"
    }

    /// By which way it came.
    var wayInWords: String {
        switch way {
        case "import": "by reading in a file"
        case "api": "by another program"
        case "command": "at the command line"
        case "night": "by the night's work"
        default: ""
        }
    }

    static func values(_ text: String?) -> [String: TrailWord] {
        guard let text else { return [:] }
        return (try? JSONDecoder().decode([String: TrailWord].self, from: Data(text.utf8))) ?? [:]
    }

    /// What people call a column.
    static func label(of column: String) -> String? { columns.first { $0.0 == column }?.1 }

    /// The value of a column as people read it.
    static func words(_ column: String, _ text: String?, in table: String) -> String {
        guard let text else { return "" }
        switch column {
        case "provision": return CodeList.provision.label(text)
        case "need": return NeedType.label(text)
        case "area": return AreaOfNeed.all.first { $0.key == text }?.label ?? text
        case "flag": return ContextFlag.Kind(rawValue: text)?.label ?? text
        case "base": return BaseSpell.Base(rawValue: text)?.label ?? text
        case "kind" where table == "emergency_line": return EmergencyLine.Kind(rawValue: text)?.label ?? text
        case "kind" where table == "paper": return PaperKind(rawValue: text)?.label ?? text
        case "topic": return Paper.Topic(rawValue: text)?.label ?? text
        case "kind": return Arrangement.Kind(rawValue: text)?.label ?? CodeList.enrolmentStatus.label(text)
        case "outcome": return text.replacing("_", with: " ")
        case "relationship": return CodeList.relationships.label(text)
        case "way" where table == "note": return Note.Way(rawValue: text)?.label ?? text
        case "kind" where table == "suspension": return Suspension.Kind(rawValue: text)?.label ?? text
        case "kind" where table == "behaviour_total": return text
        case "state": return text.replacing("_", with: " ")
        case "basis" where table == "agency_consent": return ["consent": "Consent", "safeguarding": "No consent: to keep the child safe", "law": "A law asks for it"][text] ?? text
        case "half_day": return HalfDay(rawValue: text)?.label ?? text
        case "code" where table == "attendance_mark": return AttendanceCode.known(text)?.label ?? text
        case "party": return Note.Party(rawValue: text)?.label ?? text
        case "offer": return Note.Offer(rawValue: text)?.label ?? text
        case "ending": return text == Action.Ending.done.rawValue ? "Done" : "No longer needed"
        case "year" where table == "pupil_year": return YearGroup(rawValue: text).label
        case "value" where table == "mis_task": return MISTask.words(text)
        default: return Day(text)?.inWords ?? text
        }
    }
}

/// One value of the trail as people read it.
struct TrailWord: Decodable, Equatable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) { text = flag ? "yes" : "no" }
        else if let number = try? value.decode(Int.self) { text = "\(number)" }
        else { text = (try? value.decode(String.self))?.nonEmpty }
    }
}

extension TrailLine {
    private static let events: [String: String] = [
        "status.started": "SEN status began", "status.ended": "SEN status ended", "status.corrected": "SEN status corrected",
        "status.noted": "SEN status read from a file", "status.replaced": "SEN status replaced by a fuller history",
        "need.added": "Need recorded", "need.ended": "Need ended", "need.ranked": "Order of needs changed",
        "need.area_chosen": "Area of need chosen", "need.corrected": "Need corrected",
        "plan.begun": "Plan begun", "plan.written": "A part of a plan was written", "plan.shared": "Plan shared with the family", "plan.madeLive": "Plan made live",
        "plan.answered": "The family’s answer to a plan", "plan.reviewed": "Plan reviewed", "plan.reviewHeld": "Review of a plan held", "plan.replaced": "Plan replaced by the next cycle",
        "plan.amended": "Plan replaced by an amendment", "plan.closed": "Plan closed", "plan.read": "Plan read", "plan.brought": "Plan taken in as a file",
        "plan.imported": "Plan brought from another school", "planKind.added": "Kind of plan added", "planKind.changed": "Kind of plan changed", "plan.exported": "Plans written to a file",
        "provision.started": "Provision begun", "provision.ended": "Provision ended", "provision.withdrawn": "Provision taken back: it was begun by mistake", "provision.joined": "Joined a provision",
        "provision.left": "Left a provision", "provision.outcomeLinked": "Provision linked to an outcome", "provision.outcomeUnlinked": "Provision no longer linked to an outcome",
        "provision.costAdded": "Bought for a provision", "session.logged": "Session logged", "session.corrected": "Session logged anew, put right", "session.superseded": "Entry of a session replaced",
        "session.withdrawn": "Entry of a session taken back", "session.added": "Session beside the week logged", "session.madeUp": "Missed session made up", "line.added": "What is owed was written down",
        "line.changed": "What is owed was changed", "line.ended": "What is owed ended", "line.runLinked": "Provision meets what is owed", "line.runUnlinked": "Provision no longer meets what is owed",
        "funding.set": "Funding recorded", "funding.ended": "Funding ended", "variance.justified": "Said why a cost is over or under",
        "outcome.added": "Outcome added", "outcome.changed": "Outcome changed", "outcome.removed": "Outcome taken out", "outcome.reviewed": "Outcome reviewed",
        "layer.chosen": "Layer of support began", "layer.ended": "Layer of support ended",
        "watch.started": "Put on the watch list", "watch.stopped": "Taken off the watch list",
        "flag.started": "Circumstance noted", "flag.ended": "Circumstance ended", "flag.changed": "Circumstance changed",
        "base.joined": "Place in a SEN unit or resourced provision began", "base.left": "Place in a SEN unit or resourced provision ended",
        "arrangement.started": "Arrangement began", "arrangement.ended": "Arrangement ended",
        "diagnosis.recorded": "Diagnosis recorded", "diagnosis.corrected": "Diagnosis corrected", "diagnosis.withdrawn": "Diagnosis withdrawn",
        "emergency.added": "Emergency line added", "emergency.changed": "Emergency line changed", "emergency.ended": "Emergency line ended",
        "text.handed_over": "Text handed to the safeguarding lead", "text.read": "The safeguarding lead has read it",
        "text.removed": "Words taken out for the safeguarding lead",
        "paper.added": "Paper added", "paper.withdrawn": "Paper withdrawn and its file destroyed",
        "contact.added": "Contact added", "contact.changed": "Contact changed", "contact.ended": "Contact ended",
        "concern.raised": "Concern raised", "concern.decided": "Concern decided", "watch.extended": "Day of the watch list moved",
        "colleagues.asked": "Colleagues asked about a concern", "colleague_return.opened": "Colleague asked", "colleague_return.answered": "Colleague answered",
        "colleague_return.reminded": "Colleague reminded", "family.told": "Family told of SEN support", "signal.set_aside": "Suggestion set aside",
        "pupil.added": "Pupil added", "pupil.changed": "Details of the pupil changed", "pupil.sealed": "Record sealed",
        "upn.noted": "Former UPN kept", "upn.replaced": "UPN replaced", "name.noted": "Former name kept",
        "enrolment.started": "Joined the roll", "enrolment.ended": "Left the roll", "enrolment.changed": "Time on the roll changed",
        "class.joined": "Joined a class", "class.left": "Left a class", "year.noted": "Year noted",
        "attendance.noted": "Attendance noted", "absence.noted": "Absence noted", "attendance.counted": "Attendance counted",
        "mark.noted": "Mark of the register noted", "mark.corrected": "Mark of the register put right", "register.read": "Register of a day read in",
        "suspension.noted": "Suspension noted", "behaviour.counted": "Behaviour counted", "result.noted": "Result noted",
        "school_history.noted": "Earlier school noted", "mis_task.opened": "To be entered in the MIS",
        "mis_task.ticked": "Entered in the MIS", "mis_task.unticked": "Not entered in the MIS after all",
        "mis_task.confirmed": "A file from the MIS confirmed it", "import.undone": "Reading of a file taken back",
        "import.applied": "A file was read in", "import.counted": "A file was read in", "import.school_taken_back": "The school of the file was taken back",
        "school.added": "School added", "school.changed": "Details of the school changed", "class.added": "Class added", "class.changed": "Class changed",
        "class.taught": "Teacher put beside a class", "staff.added": "Member of staff added", "staff.changed": "Details of a member of staff changed",
        "note.written": "Note written", "note.corrected": "Note put right", "note.withdrawn": "Note withdrawn",
        "action.made": "Something to do was written down", "action.changed": "Something to do was changed", "action.done": "Something to do is done",
        "action.dropped": "Something to do is no longer needed", "action.reopened": "Something to do is open again",
        "record.opened": "Whole record opened with a reason", "record.closed": "Opened record closed", "record.opening_seen": "Emergency access looked at",
        "family.tied": "Family tie written down", "family.untied": "Family tie ended", "caseload.joined": "Shared with somebody outside the staff", "caseload.left": "No longer shared",
        "result.saved": "Result of a test written down", "result.corrected": "Result of a test put right", "result.withdrawn": "Result of a test withdrawn",
        "instrument.added": "Test added to the catalogue", "instrument.changed": "Test changed", "instrument.ended": "Test taken out of the list",
        "instrument.offered": "Test put back into the list", "cut_offs.set": "Cut-offs set",
        "test_error.set": "Error of a test written down", "test_error.ended": "Error of a test no longer known",
        "run.measured": "Test chosen by which provision is judged", "run.resultChosen": "Score before or after named", "run.resultLeft": "Score before or after no longer named",
        "impact.decided": "Kept, adapted or stopped", "probes.started": "Daily practice begun", "probe.logged": "Timing written down", "probe.corrected": "Timing put right", "probes.ended": "Daily practice ended",
        "phase.marked": "Change in a practice marked", "engagement.seen": "Seen on the engagement model",
        "drop.started": "Data drop opened", "drop.reviewerNamed": "Named to look a data drop through", "drop.explained": "Said why below what was expected", "drop.actionMade": "Action made from a data drop",
        "drop.sent": "Data drop sent to the three who sign", "drop.takenBack": "Data drop taken back", "drop.lineHeld": "Standing in a data drop written down", "drop.lineFreed": "Standing in a data drop taken out",
        "drop.signed": "Data drop signed", "drop.answered": "Question about a data drop answered", "drop.closed": "Data drop closed", "drop.exported": "Data drop written to a file",
        "expectation.set": "Said what is expected on a scale", "expectation.ended": "No longer expected on a scale",
        "lesson.added": "Lesson added", "lesson.changed": "Lesson changed", "term.added": "Term added", "closure.added": "Closure added",
        "restriction.started": "Record restricted", "restriction.lifted": "Restriction ended",
        "copy.requested": "Copy of the record asked for", "copy.proved": "Known who asks for the copy", "copy.paused": "Clock of the copy stopped",
        "copy.resumed": "Clock of the copy goes on", "copy.extended": "Two months more taken for the copy", "copy.marked": "Decided about one thing in the copy",
        "copy.released": "Copy released", "copy.refused": "Copy refused", "copy.withdrawn": "Copy no longer asked for", "copy.made": "Copy made", "copy.handedOver": "Copy handed over",
        "correction.requested": "Said to be wrong", "correction.made": "Put right after somebody asked", "correction.refused": "Left as it is, with what the family says",
        "complaint.received": "Complaint about data", "complaint.acknowledged": "Complaint acknowledged", "complaint.answered": "Complaint answered",
        "agency.added": "Agency added", "agency.changed": "Agency changed", "agency.closed": "Agency closed", "healthBody.added": "Health body added", "healthBody.changed": "Health body changed",
        "healthBody.closed": "Health body closed", "agencyPerson.added": "Somebody of an agency added", "agencyPerson.changed": "Somebody of an agency changed",
        "agencyConsent.given": "Consent for an agency written down", "agencyConsent.notNeeded": "Decided to share without consent", "agencyConsent.ended": "Consent or exception ended",
        "referral.drafted": "Referral drafted", "referral.changed": "Draft of a referral changed", "referral.consentAsked": "Family asked for consent", "referral.sent": "Referral sent",
        "referral.acknowledged": "The agency has the referral", "referral.moreInformationAsked": "The agency asks for more", "referral.accepted": "The agency takes the referral",
        "referral.waiting": "On the agency’s waiting list", "referral.seen": "Seen by the agency", "referral.reported": "Report of the agency came", "referral.discharged": "The agency has discharged",
        "referral.declined": "The agency declined", "referral.withdrawn": "Referral taken back", "referralPaper.added": "Paper goes along with a referral", "referralPaper.removed": "Paper no longer goes along",
        "advice.received": "Advice of a specialist entered", "advice.corrected": "Advice of a specialist put right", "advice.withdrawn": "Advice of a specialist taken out",
        "adviceLink.made": "Specialist asked by link whether a summary is fair", "adviceLink.ended": "Link for a specialist ended", "adviceLink.opened": "A specialist opened the link",
        "adviceAnswer.read": "Read what a specialist says", "adviceAnswer.given": "A specialist said whether the summary is fair",
        "recommendation.entered": "Recommendation entered", "recommendation.accepted": "Recommendation accepted", "recommendation.adapted": "Recommendation adapted",
        "recommendation.declined": "Recommendation declined", "recommendation.inProvision": "Recommendation carried out by provision", "recommendation.done": "Recommendation carried out",
        "recommendation.lapsed": "Recommendation no longer applies",
        "hold.placed": "Held back from disposal", "hold.lifted": "Hold lifted", "file.sent": "File sent to another school", "file.confirmed": "File arrived",
    ]

    /// The columns people are told about, in the order in which they are told.
    static let columns: [(String, String)] = [
        ("provision", "Status"), ("need", "Need"), ("area", "Area of need"), ("rank", "Place among the needs"),
        ("flag", "What"), ("base", "Place"), ("kind", "What"), ("name", "Name"), ("given_by", "Given by"), ("given_on", "Given on"),
        ("title", "Title"), ("topic", "About"), ("file_name", "File"), ("surname", "Surname"), ("forename", "Forename"), ("middle_names", "Middle names"),
        ("preferred_surname", "Preferred surname"), ("preferred_forename", "Preferred name"), ("organisation", "Authority or body"),
        ("relationship", "Relationship"), ("position", "Called as number"), ("responsibility", "Parental responsibility"), ("may_receive_papers", "May receive papers"),
        ("address_confidential", "Address confidential"), ("address", "Address"), ("phones", "Telephone"), ("email", "E-mail"), ("court_order", "Court order"),
        ("upn", "UPN"), ("birth", "Born"), ("sex", "Sex"), ("ethnicity", "Ethnicity"), ("first_language", "First language"),
        ("home_language", "Home language"), ("eal", "English as an additional language"), ("home_la", "Home local authority"),
        ("sealed", "Sealed"), ("year", "Year"), ("admission_number", "Admission number"), ("detail", "Authority"), ("hours", "Hours"), ("place", "Where"),
        ("look_for", "What you see"), ("what_to_do", "What to do"), ("medicine", "Medicine"), ("who_to_call", "Who to call"),
        ("part", "Part"), ("state", "State"), ("measure", "Measure"), ("baseline", "Baseline"), ("target", "Target"), ("evidence", "Evidence"), ("next_step", "Next step"),
        ("review_by", "Review by"), ("held_on", "Held on"), ("decision", "Decided"), ("because", "Because"), ("pupil_view", "The pupil said"), ("family_view", "The family said"), ("layer", "Layer"),
        ("outcome", "Decision"), ("told_on", "Told on"), ("decide_by", "Decide by"), ("answer_by", "Answer by"), ("staff_name", "Colleague"), ("answered_on", "Answered on"),
        ("reason", "Reason"), ("look_again", "Look again on"), ("starts", "First day"), ("ends", "Last day"),
        ("way", "How"), ("party", "With"), ("offer", "What became of the meeting"), ("happened_on", "Day"), ("who", "Who"), ("words", "Words"), ("withdrawn_on", "Withdrawn on"),
        ("what", "To do"), ("owner", "Who does it"), ("due", "By"), ("ending", "How it ended"), ("ended_on", "Ended on"), ("came_of_it", "What came of it"),
        ("field", "What"), ("value", "Value"), ("ticked_on", "Entered on"), ("confirmed_on", "Confirmed on"),
        ("stage", "Key stage"), ("subject", "Subject"), ("component", "Part"), ("result", "Result"),
        ("school_name", "School"), ("entered", "From"), ("left_on", "To"), ("leaving_reason", "Reason for leaving"),
        ("taken_on", "Taken on"), ("scale", "Scale"), ("bound", "Below or above"), ("number", "Score or number"), ("section", "Section"), ("tester", "Tested by"),
        ("note", "Note"), ("withdrawn_because", "Why"),
        ("possible", "Possible sessions"), ("attended", "Attended"), ("authorised", "Authorised absence"), ("unauthorised", "Unauthorised absence"),
        ("basis", "Rests on"), ("until_day", "Holds until"), ("wanted", "Asked for"), ("sent_on", "Sent on"), ("seen_on", "Seen on"), ("expected_on", "They expect to see the pupil"),
        ("author", "Written by"), ("written_on", "Written on"), ("received_on", "Came on"), ("summary", "In the school’s words"), ("ended_because", "Why it ended"), ("owner_name", "Who carries it out"),
        ("fair", "Is it fair"),
        ("late", "Late"), ("sessions", "Sessions"), ("half_day", "Half-day"), ("code", "Code"),
    ]
}
