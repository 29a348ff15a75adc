import Basics

/// Which programme fits which pupil of the story.
enum ProvisionChoice {
    /// The one that the pupil's need asks for first.
    static func main(_ pupil: CastPupil, on day: Day, order: Int) -> String {
        let fitting = main(pupil.area, age: pupil.birth.age(on: day))
        return fitting[order % fitting.count]
    }

    private static func main(_ area: String, age: Int) -> [String] {
        switch (area, age) {
        case ("C&I", ..<5): ["talk-boost-early"]
        case ("C&I", ..<7): ["talk-boost-ks1", "colourful-semantics"]
        case ("C&I", ..<11): ["talk-boost-ks2", "colourful-semantics", "lego-therapy"]
        case ("C&I", _): ["pre-teaching", "lego-therapy"]
        case ("SEMH", ..<11): ["elsa", "zones"]
        case ("SEMH", _): ["zones", "elsa"]
        case ("S&P", ..<8): ["fizzy", "sensory-circuits"]
        case ("S&P", _): ["touch-typing", "fizzy"]
        case (_, ..<7): ["phonics-catch-up"]
        case (_, ..<11): ["precision-teaching", "inference-training", "first-class-number", "reciprocal-reading"]
        default: ["fresh-start", "reciprocal-reading", "inference-training"]
        }
    }

    /// A short one for most days of the week beside it.
    static func daily(_ pupil: CastPupil, on day: Day, order: Int) -> String {
        switch pupil.birth.age(on: day) {
        case ..<7: order % 3 == 0 ? "sensory-circuits" : "phonics-catch-up"
        case ..<11: ["sensory-circuits", "precision-teaching", "first-class-number", "fizzy"][order % 4]
        default: ["touch-typing", "fresh-start", "pre-teaching"][order % 3]
        }
    }

    /// What a few of a class have who catch up, without a special need.
    static func catchUp(age: Int, order: Int) -> String {
        switch age {
        case ..<7: "phonics-catch-up"
        case ..<11: order % 2 == 0 ? "first-class-number" : "reciprocal-reading"
        default: "fresh-start"
        }
    }

    /// The programmes that the trust takes into its catalogue: all of those above, and some that only few pupils have.
    static let adopted = [
        "talk-boost-early", "talk-boost-ks1", "talk-boost-ks2", "colourful-semantics", "pre-teaching", "lego-therapy", "attention-autism", "intensive-interaction", "task-boards",
        "precision-teaching", "toe-by-toe", "phonics-catch-up", "fresh-start", "reciprocal-reading", "inference-training", "first-class-number", "elsa", "zones", "draw-and-talk",
        "sensory-circuits", "fizzy", "touch-typing", "speech-programme", "one-to-one-support", "makaton", "social-stories",
    ]
}
