import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Whether specialists find the school's summary of their advice fair.
let fairnessPart = AreaPart(
    routes: confirmAdviceRoutes + askSpecialistRoutes,
    words: [
        "/advice/fair/*": "A specialist’s page, by link", "/pupils/*/advice/*/link": "A link for a specialist", "/pupils/*/advice/*/link/end": "End a link for a specialist",
        "/pupils/*/advice/*/answers/read": "Read what a specialist says of a summary",
    ],
    today: [fairnessToday],
    sources: [
        .ofPupil("Links for specialists", AdviceLink.self, keep: .send, look: { try $0.lookAtReferral($0.one($1.advice, of: Advice.self)?.referral) }),
        .ofPupil("What specialists say of a summary", AdviceAnswer.self, keep: .send, look: { try $0.lookAtReferral($0.one($1.advice, of: Advice.self)?.referral) }),
    ],
    freeTexts: [FreeTexts((column: "words", text: \AdviceAnswer.words))])

/// Answers that nobody of the school has read yet.
private let fairnessToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.refer)
    guard viewer.may(.refer) else { return [] }
    return try reader.unreadAnswers(for: viewer, on: day).map { answer in
        TodayLine(nil, "\(answer.name) says that your summary of their advice is \(answer.isFair ? "fair" : "not quite fair").", action: answer.isFair ? "See the answer" : "See what to change", advicePath(answer.pupil, RowID(answer.advice.rawValue)).at("fair"))
    }
}
