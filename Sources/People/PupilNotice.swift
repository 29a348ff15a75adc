import Access
import Basics
import Pages

/// What was saved just now, in a sentence with the pupil's own name.
func savedNotice(_ sheet: PupilSheet) -> HTML {
    let name = sheet.pupil.calledName
    guard let words = words(sheet.visit.request.query["saved"], name, sheet) else { return "" }
    return notice("Saved. \(words)")
}

private func words(_ saved: String, _ name: String, _ sheet: PupilSheet) -> String? {
    switch saved {
    case "status": sheet.record.register.provisions.last.map { "\(name)’s status is now: \($0.inWords)." }
    case "corrected": "The entry of \(name)’s SEN history is put right."
    case "need": "\(name)’s needs are now: \(sheet.record.register.openNeeds(on: sheet.today).map(\.label).joined(separator: "; "))."
    case "need-ended": "The need has ended."
    case "order": "\(name)’s main need is now: \(sheet.record.register.openNeeds(on: sheet.today).first?.label ?? "none")."
    case "area": "The area of need is chosen."
    case "watch": "\(name) is on the watch list."
    case "watch-ended": "\(name) is no longer on the watch list."
    case "flag", "flag-ended": "\(name)’s circumstances are up to date."
    case "base", "base-ended": "\(name)’s place is up to date."
    case "arrangement", "arrangement-ended": "\(name)’s arrangements are up to date."
    case "diagnosis": "The diagnosis is written down."
    case "diagnosis-withdrawn": "The diagnosis is withdrawn."
    case "contact": "The contact is up to date."
    case "contact-ended": "The contact has ended."
    case "handed-over": "The words were handed to the safeguarding lead. Nobody else can read them now."
    case "emergency": "What to do for \(name) in an emergency is up to date. Every adult of the school can read it."
    case "emergency-ended": "The emergency line has ended."
    case "added": "\(name) is on the roll now. Next, record the SEN status."
    case "details": "\(name)’s details are up to date."
    case "duty": "What is due is reckoned from that day."
    case "paper": "The paper is stored."
    case "paper-withdrawn": "The paper is withdrawn, and its file is destroyed."
    case "look": "That you looked at what is done for \(name) is written down."
    case "note": "The note is written down."
    case "note-withdrawn": "The note is withdrawn."
    case "action": "What there is to do about \(name) is up to date."
    case "sealed": "\(name)’s record is sealed."
    default: nil
    }
}
