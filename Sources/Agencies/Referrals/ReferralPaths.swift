import Basics
import Pages

/// The referrals of the schools in sight.
public let referralsPath = PagePath< >("/referrals")
/// Drafts a referral.
public let startReferralPath = PagePath<PupilID>("/pupils/*/referrals/start")
/// One referral.
public let referralPath = PagePath<PupilID, RowID>("/pupils/*/referrals/*")
let changeReferralPath = PagePath<PupilID, RowID>("/pupils/*/referrals/*/change")
let referralStepPath = PagePath<PupilID, RowID>("/pupils/*/referrals/*/step")
let giveConsentPath = PagePath<PupilID>("/pupils/*/consents/add")
let endConsentPath = PagePath<PupilID, RowID>("/pupils/*/consents/*/end")
