import Basics

/// That a form was filled from a pupil's record: which, when, by whom, and how many fields it left empty.
public struct FormFill: Hashable, Sendable {
    /// What was made of it.
    public enum Made: String, Sendable, CaseIterable {
        case word, pdf, paper

        public var label: String {
            switch self {
            case .word: "Downloaded for Word"
            case .pdf: "Downloaded as PDF"
            case .paper: "Kept with the papers"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var council: String
    public var kind: PackForm.Kind
    /// The request, review or consultation.
    public var matter: RowID
    /// Nil for one of Trellis’s own forms.
    public var form: RowID?
    public var title: String
    public var made: Made
    public var emptyFields: Int
    public var paper: PaperID?
    public var filledBy: String
    public var filledOn: Day

    public init(_ made: Made, of pupil: PupilID, at school: SchoolID, council: String, kind: PackForm.Kind, matter: RowID, form: RowID?, title: String, emptyFields: Int, by who: String, on day: Day) {
        (self.made, self.pupil, self.school, self.council, self.kind, self.matter) = (made, pupil, school, council, kind, matter)
        (self.form, self.title, self.emptyFields, filledBy, filledOn) = (form, title, emptyFields, who, day)
    }
}
