import Basics

/// What stands above each box in which somebody may write about a child: safeguarding is not recorded here, and
/// whom to tell (Keeping Children Safe in Education: speak to the designated safeguarding lead at once).
public struct ChildNotice: Sendable {
    /// The safeguarding lead of the child's school by name; nil where the school has named none.
    public let lead: String?
    /// Where what was typed is handed over to the lead in place of being saved.
    public let handOver: Address?

    /// The id of the one place where the words stand, on a page with so many boxes that they stand there once.
    public let place: String?

    public init(lead: String? = nil, handOver: Address? = nil, place: String? = nil) {
        self.lead = lead
        self.handOver = handOver
        self.place = place
    }

    /// The words above a box.
    public var words: HTML { "<b>Worried about a child’s safety?</b> Do not write it here. Tell \(leadInWords) now." }

    /// The same for a form of many boxes: the words stand once above all of them, as `standing`.
    public var once: ChildNotice { ChildNotice(lead: lead, handOver: handOver, place: "safety") }

    /// The words where they stand once.
    public var standing: HTML { place.map { "<p class=\"hint\" id=\"\($0)\">\(words)</p>" } ?? "" }

    /// Hands the form's texts over in one press. It stands behind the form's own button, which the Enter key presses.
    /// A file that was chosen beside them does not go along: only words are handed over.
    public var button: HTML {
        guard let handOver else { return "" }
        return "<button class=\"second\" formaction=\"\(handOver)\" formenctype=\"application/x-www-form-urlencoded\">Hand this text to \(lead ?? "the safeguarding lead") instead</button>"
    }

    private var leadInWords: String { lead.map { "\($0) (designated safeguarding lead)" } ?? "your school’s designated safeguarding lead" }

    /// The name under which a form says which of its fields are such boxes.
    public static let field = "free_text"
}
