import Basics

/// A strand of the Education Endowment Foundation's Teaching and Learning Toolkit, by name and link. It tells of kinds
/// of approach over many studies, not of one programme; its figures are read there, where they are kept up to date.
public struct EvidenceStrand: Hashable, Sendable {
    /// The last part of its address.
    public let key: String
    public let name: String

    private init(_ key: String, _ name: String) { (self.key, self.name) = (key, name) }

    /// The page of the toolkit.
    public var link: String { "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit/\(key)" }

    /// Those that come near to something a school does for SEND. Names and addresses as the toolkit has them in 2026.
    public static let all = [
        EvidenceStrand("behaviour-interventions", "Behaviour interventions"),
        EvidenceStrand("collaborative-learning-approaches", "Collaborative learning approaches"),
        EvidenceStrand("feedback", "Feedback"),
        EvidenceStrand("individualised-instruction", "Individualised instruction"),
        EvidenceStrand("mastery-learning", "Mastery learning"),
        EvidenceStrand("mentoring", "Mentoring"),
        EvidenceStrand("metacognition-and-self-regulation", "Metacognition and self-regulation"),
        EvidenceStrand("one-to-one-tuition", "One to one tuition"),
        EvidenceStrand("oral-language-interventions", "Oral language interventions"),
        EvidenceStrand("parental-engagement", "Parental engagement"),
        EvidenceStrand("peer-tutoring", "Peer tutoring"),
        EvidenceStrand("phonics", "Phonics"),
        EvidenceStrand("physical-activity", "Physical activity"),
        EvidenceStrand("reading-comprehension-strategies", "Reading comprehension strategies"),
        EvidenceStrand("small-group-tuition", "Small group tuition"),
        EvidenceStrand("social-and-emotional-learning", "Social and emotional learning"),
        EvidenceStrand("teaching-assistant-interventions", "Teaching assistant interventions"),
    ]

    /// The strand of a key; nil where none has it.
    public static func named(_ key: String) -> EvidenceStrand? { all.first { $0.key == key } }
}
