import Basics

/// The words in which reports write SEN status and need types, brought back to the census codes.
enum SENWords {
    /// A provision code for a code or a label; nil for words that we don't know.
    static func provision(_ text: String) -> String? { statuses[key(text)] }

    /// A need type's code for a code or a label; nil for words that we don't know.
    static func need(_ text: String) -> String? { needs[key(text)] }

    /// Letters and figures alone, so that `EHC-Plan`, `EHC plan (E)` and `ehc plan` come closer.
    private static func key(_ text: String) -> String {
        let folded = text.folded
        let words = folded.firstIndex(of: "(").map { folded[..<$0] } ?? folded[...]
        let key = headerKey(String(words))
        return key.isEmpty ? headerKey(folded) : key
    }

    private static let statuses: [String: String] = {
        let words = [
            "N": ["N", "No SEN", "No special educational need", "No special educational needs", "No specified SEN", "None", "No"],
            "K": ["K", "SEN Support", "SENK", "SEN K", "K - SEN Support", "Support"],
            "E": ["E", "EHC Plan", "EHCP", "EHC", "E - EHC Plan", "Education, Health and Care Plan", "Education Health & Care Plan",
                  "E - Education, Health and Care Plan", "Has EHCP"],
            "A": ["A", "School Action", "School Action / Early Years Action"],
            "P": ["P", "School Action Plus", "School Action Plus / Early Years Action Plus"],
            "Q": ["Q", "School Action Plus and Statutory Assessment"],
            "S": ["S", "Statement", "Statemented", "Statement of SEN", "Statement of special educational needs"],
        ]
        return inverted(words)
    }()

    private static let needs: [String: String] = {
        let own = Dictionary(uniqueKeysWithValues: NeedType.all.map { ($0.code, [$0.code, $0.officialLabel, $0.label, "\($0.code) - \($0.officialLabel)"]) })
        let seen = [
            "SPLD": ["Specific learning difficulties", "Specific learning difficulty (dyslexia)"],
            "MLD": ["Moderate learning difficulties"],
            "SLD": ["Severe learning difficulties"],
            "PMLD": ["Profound and multiple learning difficulties", "Profound & multiple learning difficulty"],
            "SEMH": ["Social, emotional and mental health needs", "Social, emotional and mental health difficulties", "Social, emotional & mental health", "Social, emotional and mental health difficulty"],
            "SLCN": ["Speech, language & communication needs", "Speech, language and communication need", "Speech, language or communication needs", "Speech, language and communication difficulty"],
            "HI": ["Hearing impaired"],
            "VI": ["Visual impairment", "Visually impaired"],
            "MSI": ["Multisensory impairment"],
            "PD": ["Physical difficulties", "Physical disabilities"],
            "ASD": ["Autism spectrum disorder", "Autistic spectrum", "Autism", "ASC", "Autistic spectrum condition", "Autism spectrum condition"],
            "DS": ["Down's Syndrome", "Downs Syndrome"],
            "OTH": ["Other difficulty / disability", "Other difficulty/disability", "Other"],
            "NSA": ["No specialist assessment", "SEN support but no specialist assessment", "SEN support with no specialist assessment of type of need"],
            "BESD": ["Behavioural, emotional and social difficulties", "Behaviour, emotional & social difficulties"],
        ]
        return inverted(own.merging(seen) { $0 + $1 })
    }()

    private static func inverted(_ words: [String: [String]]) -> [String: String] {
        var found: [String: String] = [:]
        for (code, labels) in words {
            for label in labels { found[key(label)] = code }
        }
        return found
    }
}
