import Basics
import Pages

/// Writes down advice that came.
let addAdvicePath = PagePath<PupilID>("/pupils/*/advice/add")
/// What a specialist advised, and what came of each recommendation.
public let advicePath = PagePath<PupilID, RowID>("/pupils/*/advice/*")
let changeAdvicePath = PagePath<PupilID, RowID>("/pupils/*/advice/*/change")
let withdrawAdvicePath = PagePath<PupilID, RowID>("/pupils/*/advice/*/withdraw")
let addRecommendationPath = PagePath<PupilID, RowID>("/pupils/*/advice/*/more")
let decideRecommendationPath = PagePath<PupilID, RowID>("/pupils/*/recommendations/*")
/// What is open of recommendations, at the schools in sight.
public let recommendationsPath = PagePath< >("/recommendations")
