import Files

/// The forms of our own design, for councils that have none or that have not sent theirs.
public enum OurForm: String, CaseIterable, Sendable {
    case assessmentRequest = "assessment-request"
    case annualReviewReport = "annual-review-report"
    case consultationReply = "consultation-reply"
    case earlyHelpAssessment = "early-help-assessment"

    /// What the form is called.
    public var title: String {
        switch self {
        case .assessmentRequest: "Request for an EHC needs assessment"
        case .annualReviewReport: "Annual review report"
        case .consultationReply: "Reply to a consultation"
        case .earlyHelpAssessment: "Early help assessment"
        }
    }

    /// The Word file as a school may download and change it.
    public var bytes: [UInt8] {
        switch self {
        case .assessmentRequest: PackageResources.assessment_request_docx
        case .annualReviewReport: PackageResources.annual_review_report_docx
        case .consultationReply: PackageResources.consultation_reply_docx
        case .earlyHelpAssessment: PackageResources.early_help_assessment_docx
        }
    }

    /// The form, ready to be filled.
    public func form() throws -> WordForm { try WordForm(bytes) }
}
