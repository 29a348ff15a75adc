import Basics
import Pages

// The addresses of data drops, and of what is expected.

/// The data drops of a school, or of the trust's schools.
public let dropsPath = PagePath< >("/drops")
/// Opens a data drop.
let startDropPath = PagePath< >("/drops/start")
/// One data drop: figures, pupils, signatures.
public let dropPath = PagePath<DataDropID>("/drops/*")
/// Says of pupils who are below why, and what is done.
let explainDropPath = PagePath<DataDropID>("/drops/*/explain")
/// Names the three who look it through.
let nameReviewersPath = PagePath<DataDropID>("/drops/*/reviewers")
/// Sends it to the three who sign.
let sendDropPath = PagePath<DataDropID>("/drops/*/send")
/// Takes it back, while nobody has signed.
let takeDropBackPath = PagePath<DataDropID>("/drops/*/take-back")
/// Signs it.
let signDropPath = PagePath<DataDropID>("/drops/*/sign")
/// Answers what one of the three asked.
let answerReviewerPath = PagePath<DataDropID, RowID>("/drops/*/answer/*")
/// The drop as a file.
let dropFilePath = PagePath<DataDropID>("/drops/*/file")

/// What is expected on which scale.
public let expectationsPath = PagePath< >("/expectations")
/// Says what is expected from a day on.
let setExpectationPath = PagePath< >("/expectations/set")
/// Says until when.
let endExpectationPath = PagePath<RowID>("/expectations/*/end")
