import Basics
import Pages

/// The reviews of the schools in sight, month by month.
public let reviewsPath = PagePath< >("/reviews")
/// The meetings of a school's reviews, planned together.
let planReviewsPath = PagePath< >("/reviews/plan")
/// Where somebody without an account writes for a review. The last part is the secret.
let reviewLinkPath = PagePath<String>("/reviews/words/*")

let startReviewPath = PagePath<PupilID>("/pupils/*/reviews/start")
/// One review.
public let reviewPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*")
let reviewMeetingPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/meeting")
let reviewPeoplePath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/people")
let reviewInvitedPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/invited")
let reviewCirculatePath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/circulate")
let reviewPackPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/pack")
let reviewRecordPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/record")
let reviewActionPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/action")
let reviewReportPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/report")
let sendReportPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/report/send")
let reviewCouncilPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/council")
let takeBackDecisionPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/council/back")
let reviewRemindersPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/reminders")
let endReviewPath = PagePath<PupilID, RowID>("/pupils/*/reviews/*/end")

// Of one person who is asked.
let makeReviewLinkPath = PagePath<PupilID, RowID>("/pupils/*/reviewers/*/link")
let endReviewLinkPath = PagePath<PupilID, RowID>("/pupils/*/reviewers/*/link/end")
let reviewWordsPath = PagePath<PupilID, RowID>("/pupils/*/reviewers/*/words")
let removeReviewerPath = PagePath<PupilID, RowID>("/pupils/*/reviewers/*/remove")

extension ReviewStep {
    /// The form in which it is written down.
    func form(_ review: AnnualReview) -> Address {
        switch self {
        case .planned: reviewMeetingPath(review.pupil, review.id)
        case .invited: reviewInvitedPath(review.pupil, review.id)
        case .circulated: reviewCirculatePath(review.pupil, review.id)
        case .held: reviewRecordPath(review.pupil, review.id)
        case .reported: sendReportPath(review.pupil, review.id)
        case .decided, .noticed, .commented, .finished: reviewCouncilPath(review.pupil, review.id).asking(["to": rawValue])
        }
    }
}
